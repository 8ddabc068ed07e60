"""Reading frameworks: the list with its search, and one version with everything it holds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect

from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.frameworks.drawing import tall, wide
from academy.frameworks.forms.search import SearchForm
from academy.frameworks.models import Framework, FrameworkVersion
from academy.frameworks.selectors.pages import framework_list, statements_saying, version_page, version_to_show


class Frameworks(Page):
    """Every framework and its versions; with `q`, the statements in force that say it."""

    permission = "frameworks.framework.view"
    section = "frameworks"
    template_name = "frameworks/list.html"

    def read(self) -> dict[str, Any]:
        form = SearchForm(self.request.GET)
        words = form.chosen.get("q", "")
        return {
            "title": "Professional frameworks",
            "form": form,
            "words": words,
            "found": statements_saying(words, on=self.today) if words else None,
            "frameworks": [] if words else framework_list(on=self.today),
        }


class FrameworkNow(Door):
    """Somebody who names only the framework is led to the version in force."""

    permission = "frameworks.framework.view"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        framework = self.find(Framework.objects.all(), code=self.kwargs["code"])
        version = version_to_show(framework, on=self.today)
        if version is None:
            raise Http404
        return HttpResponseRedirect(version.get_absolute_url())


class Version(Page):
    """One version: whom it is for, how long it holds, its domains, statements and levels, and its picture in words."""

    permission = "frameworks.framework.view"
    section = "frameworks"
    template_name = "frameworks/version.html"
    thing: FrameworkVersion

    def load(self) -> FrameworkVersion:
        version: FrameworkVersion = self.find(
            FrameworkVersion.objects.select_related("framework", "succeeds__framework"),
            framework__code=self.kwargs["code"],
            code=self.kwargs["version"],
        )
        return version

    def read(self) -> dict[str, Any]:
        page = version_page(self.thing, on=self.today)
        return {
            "title": self.thing.framework.name,
            "caption": self.thing.title,
            "page": page,
            "wide": wide(page.domains),
            "tall": tall(page.domains),
            "may_confirm": allows("frameworks.statement.confirm", self.actor, self.thing),
        }
