"""Giving out an issued document: to whoever may read it; reading somebody else's is audited."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from academy.engines.access.views import Door
from academy.engines.documents.declarations import kind_called
from academy.engines.documents.models import Issued
from academy.engines.files.views.files import given_out


class ReadDocument(Door):
    """The document as it was issued."""

    permission = "documents.issued.read"
    http_method_names = ["get", "head"]
    thing: Issued

    def load(self) -> Issued:
        visible = Issued.objects.visible_to(self.actor).given_out().select_related("file")
        issued: Issued = self.find(visible, uid=self.kwargs["uid"])
        return issued

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def tells_readers(self) -> bool:
        return kind_called(self.thing.kind).tells_readers

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return given_out(self.thing.file)
