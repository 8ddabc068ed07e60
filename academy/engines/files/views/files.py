"""Giving out files: only to those who may read them, never as something that could run in our name."""

from collections.abc import Callable
from typing import IO, Any

from csp.constants import SELF
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.files.models import StoredFile
from academy.engines.files.reading import open_original, open_shown

# No script, no style, no form, nothing loaded, shown in no frame but our own; nothing of it runs in our name.
# Chromium's own PDF viewer opens a sandboxed PDF (tried with 156).
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"


class FileDoor(Door):
    """A view of one file, found among those the actor may know of. Reading somebody else's is audited."""

    permission = "files.file.view"
    http_method_names = ["get", "head"]
    thing: StoredFile

    def load(self) -> StoredFile:
        visible = StoredFile.objects.visible_to(self.actor)
        file: StoredFile = self.find(visible.told(), uid=self.kwargs["uid"])
        return file

    def person_read(self) -> int | None:
        return self.thing.owner_id if self.thing.is_open else None


class FileView(FileDoor):
    """A picture or PDF in the browser, everything else as a download; what is not open yet is said in a sentence."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.thing.is_open:
            return render(request, "files/not_open.html", {"file": self.thing, "title": "This file"}, status=409)
        return given_out(self.thing)


class OriginalView(FileView):
    """The file as it was handed in, byte for byte, as a download for its owner."""

    permission = "files.file.take"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.thing.is_open:
            return super().get(request, *args, **kwargs)
        return _sent(self.thing, open_original, is_saved=True)


class FilePage(FileDoor, Page):
    """A page around a file: a picture or a PDF is shown in it, everything else offered as a download."""

    template_name = "files/page.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.thing.original_name,
            "file": self.thing,
            "may_take": allows("files.file.take", self.actor, self.thing),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        response = super().render_to_response(context, **kwargs)
        setattr(response, "_csp_update", {"frame-src": [SELF]})
        return response


def given_out(file: StoredFile, *, name: str = "") -> HttpResponseBase:
    """The bytes of a file whose reader was judged, of a picture the copy without place and camera; under another name
    where its own would tell too much. Bytes missing from storage are a 404, as if it were not there.
    """
    return _sent(file, open_shown, is_saved=not file.is_shown_in_page, name=name)


def _sent(
    file: StoredFile, opened: Callable[[StoredFile], IO[Any]], *, is_saved: bool, name: str = ""
) -> HttpResponseBase:
    try:
        content = opened(file)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        content, as_attachment=is_saved, filename=name or file.saved_name, content_type=file.content_type
    )
    response["Content-Security-Policy"] = POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
