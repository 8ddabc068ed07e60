"""Giving out files: only to those who may read them, never as something that could run in our name."""

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase

from academy.engines.access.views import Door
from academy.engines.files.models import StoredFile

# No script, no style, no form, nothing loaded, shown in no frame; nothing of it runs in our name. Chromium's own PDF
# viewer opens a sandboxed PDF (tried with 156).
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


class FileView(Door):
    """One file: a picture or PDF in the browser, everything else as a download. Reading somebody else's is audited."""

    permission = "files.file.view"
    http_method_names = ["get", "head"]
    thing: StoredFile

    def load(self) -> StoredFile:
        file: StoredFile = self.find(StoredFile.objects.visible_to(self.actor).clean(), uid=self.kwargs["uid"])
        return file

    def person_read(self) -> int:
        return self.thing.owner_id

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return given_out(self.thing)


def given_out(file: StoredFile) -> HttpResponseBase:
    """The bytes of a file whose reader was judged. Bytes missing from storage are a 404, as if it were not there."""
    try:
        content = default_storage.open(file.storage_key)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        content,
        as_attachment=not file.is_shown_in_page,
        filename=file.original_name,
        content_type=file.content_type,
    )
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
