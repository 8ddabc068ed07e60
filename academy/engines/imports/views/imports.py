"""What the check of a table found, its wrong rows to download, and taking the good ones in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from academy.engines.imports.declarations import ImportKind
from academy.engines.imports.forms.upload import TableForm
from academy.engines.imports.models import Import
from academy.engines.imports.selectors.imports import effect_lines, fault_lines, import_page
from academy.engines.imports.services.imports import ask_to_take_in, upload


class UploadPage(FormPage):
    """The page on which an app takes tables of its kind; `kind` and `permission` are its own."""

    kind: ImportKind
    form_class = TableForm

    def act(self, form: TableForm) -> Import:
        return upload(kind=self.kind, file=form.cleaned_data["file"], by=self.actor, at=self.now)


class ImportDoor(Door):
    """One import of the person signed in."""

    permission = "imports.import.see"
    thing: Import

    def load(self) -> Import:
        own = Import.objects.visible_to(self.actor).select_related("job").defer("content")
        found: Import = self.find(own, uid=self.kwargs["uid"])
        return found


class ShowImport(ImportDoor, Page):
    template_name = "imports/import.html"

    def read(self) -> dict[str, Any]:
        page = import_page(self.thing)
        return {"title": page.kind.title, "caption": self.thing.original_name, "page": page, "upload": self.thing}


class WrongRows(ImportDoor):
    """The wrong rows as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = StreamingHttpResponse(fault_lines(self.thing), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="rows-to-correct.csv"'
        response["Cache-Control"] = "private, no-store"
        return response


class RowEffects(ImportDoor):
    """The good rows with what each will do, as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = StreamingHttpResponse(effect_lines(self.thing), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="what-rows-will-do.csv"'
        response["Cache-Control"] = "private, no-store"
        return response


class TakeIn(ImportDoor):
    """The button that takes the good rows in."""

    permission = "imports.import.take_in"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            ask_to_take_in(upload=self.thing, by=self.actor, at=self.now)
        except Refused as refused:
            messages.warning(request, refused.reason)
        return HttpResponseRedirect(self.thing.get_absolute_url())
