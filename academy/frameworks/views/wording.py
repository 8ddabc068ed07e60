"""A lead says that a line reads as the official document does."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect

from academy.engines.access.views import Door
from academy.engines.audit.commands import Refused
from academy.frameworks.models import Domain, FrameworkVersion, Level, Statement
from academy.frameworks.services.wording import Confirmed, confirm_wording

LINES: dict[str, QuerySet[Any]] = {
    "statement": Statement.objects.all(),
    "domain": Domain.objects.all(),
    "level": Level.objects.all(),
    "version": FrameworkVersion.objects.all(),
}


class ConfirmWording(Door):
    """Confirms one line and leads back to it."""

    permission = "frameworks.statement.confirm"
    http_method_names = ["post"]
    thing: Confirmed

    def load(self) -> Confirmed:
        lines = LINES.get(self.kwargs["kind"])
        if lines is None:
            raise Http404
        line: Confirmed = self.find(lines, pk=self.kwargs["pk"])
        return line

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            confirm_wording(line=self.thing, by=self.actor, at=self.now)
        except Refused as refused:
            messages.error(request, refused.reason)
        else:
            messages.success(request, f"Confirmed: {self.thing}.")
        version = self.thing if isinstance(self.thing, FrameworkVersion) else self.thing.version
        return HttpResponseRedirect(f"{version.get_absolute_url()}#{self.kwargs['kind']}-{self.thing.code}")
