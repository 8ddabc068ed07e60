"""Where forms save themselves while somebody writes. Answers in JSON, because a script asks."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format

from academy.engines.access.views import Door
from academy.engines.drafts.choices import LARGEST_BYTES
from academy.engines.drafts.declarations import form_called
from academy.engines.drafts.rules import is_key, is_too_large, words_sent
from academy.engines.drafts.services.drafts import Conflict, Sent, save
from academy.identity.models import User

SIGNED_OUT = "You have been signed out. Sign in again in another tab; your words are still on this page."
TOO_LARGE = "This is more text than can be saved: at most 512 kB. Shorten it, or attach it as a file."
NO_REVISION = "Send the revision the form was opened with as a whole number."


class SaveDraft(Door):
    """Keeps a form's words: 200 with the new revision, 409 with the page that shows both texts, 401 when signed out."""

    permission = "drafts.draft.write"
    http_method_names = ["post"]

    def signed_out(self) -> JsonResponse:
        return JsonResponse({"error": SIGNED_OUT}, status=401)

    def of_somebody_else(self) -> JsonResponse:
        return JsonResponse({"error": SIGNED_OUT}, status=401)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form, key = self.kwargs["form"], self.kwargs["key"]
        if form_called(form) is None or not is_key(key):
            raise Http404
        sent = _sent(request)
        if isinstance(sent, JsonResponse):
            return sent
        try:
            draft = save(owner=cast(User, request.user), form=form, key=key, sent=sent, at=self.now)
        except Conflict as conflict:
            compare = reverse("drafts:compare", args=[form, key])
            return JsonResponse({"compare_url": compare, "revision": conflict.draft.revision}, status=409)
        saved_at = time_format(timezone.localtime(draft.saved_at), "H:i")
        return JsonResponse({"revision": draft.revision, "saved_at_text": saved_at})


def _sent(request: HttpRequest) -> Sent | JsonResponse:
    """What the tab sends, or the answer that says what is wrong with it."""
    # Escapes can make three bytes of one; what is larger than that is not even read.
    if int(request.headers.get("Content-Length") or 0) > 3 * LARGEST_BYTES:
        return JsonResponse({"error": TOO_LARGE}, status=413)
    payload = words_sent(request.POST.lists())
    if is_too_large(payload):
        return JsonResponse({"error": TOO_LARGE}, status=413)
    revision = request.POST.get("revision", "0")
    if not revision.isdecimal() or len(revision) > 9:
        return JsonResponse({"error": NO_REVISION}, status=422)
    return Sent(int(revision), payload=payload, tab=request.POST.get("tab", "")[:40])
