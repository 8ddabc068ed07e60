"""Whether a document somebody holds is one the portal made: for everybody, without an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from academy.engines.access.limits import Limited
from academy.engines.access.middleware import actor_of
from academy.engines.access.views import Page
from academy.engines.documents.forms.verifying import CheckForm
from academy.engines.documents.hashing import Hashing
from academy.engines.documents.navigation import SECTION
from academy.engines.documents.selectors.verifying import Verdict, verdict_on_file, verdict_on_numbers


# The file must be met by `Hashing` before anything reads the form, so no token is looked for in it. Nothing is changed
# by sending it, and no other site can read the answer.
@method_decorator(csrf_exempt, name="dispatch")
class CheckDocument(Limited, Page):
    """A form for a file, or for the numbers printed on it, and what can be told of it. Nothing sent is kept."""

    public = True
    section = SECTION
    limited_as = "check_document"
    http_method_names = ["get", "post"]
    template_name = "documents/check.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.upload_handlers = [Hashing(request)]
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    def read(self) -> dict[str, Any]:
        return {"title": "Check a document", "form": CheckForm()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = CheckForm(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.render_to_response({**self.get_context_data(), "form": form}, status=422)
        return self.render_to_response({**self.get_context_data(), "verdict": self._verdict(form)})

    def _verdict(self, form: CheckForm) -> Verdict:
        actor = actor_of(self.request)
        if form.sha256:
            return verdict_on_file(form.sha256, actor)
        said = form.cleaned_data
        return verdict_on_numbers(said["code"], said["fingerprint"], actor)
