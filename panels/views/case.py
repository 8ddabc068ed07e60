"""One case: what is next for whoever looks, then each noun's section as far as her part and its phase go."""

from typing import Any

from academy.engines.access.views import Page
from panels.selectors.sections import sections_of
from panels.selectors.wording import heading_of
from panels.views.doors import CaseDoor


class CasePage(CaseDoor, Page):
    """The case on one page. What somebody may not know of is not there, not even as a heading."""

    template_name = "panels/case/case.html"

    def read(self) -> dict[str, Any]:
        return {
            **self.of_case(),
            "title": self.called,
            "heading": heading_of(self.case, self.sees),
            "sections": sections_of(self.case, actor=self.actor, sees=self.sees),
            "crumbs": [*self.crumbs[:-1], (self.called, "")],
        }
