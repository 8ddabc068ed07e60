"""What the ASYE is here, in plain words, and two programmes side by side: adults' and children's, or two employers'."""

from typing import Any

from academy.engines.access.views import Page
from asye.selectors.programmes import chosen_of, compared, programmes_open, told
from asye.views.doors import HOME


class Programmes(Page):
    """One programme as it is told; with another beside it, what differs line by line, and what both say folded away."""

    permission = "asye.years.see"
    section = "asye"
    template_name = "asye/programmes.html"

    def read(self) -> dict[str, Any]:
        offered = programmes_open(self.actor)
        one = chosen_of(offered, self.request.GET.get("one", "")) or next(iter(offered), None)
        other = chosen_of(offered, self.request.GET.get("other", ""))
        first = told(one, on=self.today) if one else None
        second = told(other, on=self.today) if other and other != one else None
        return {
            "title": "What the ASYE is here",
            "offered": offered,
            "one": first,
            "other": second,
            "compared": compared(first, second) if first and second else None,
            "crumbs": [HOME, ("Programmes", "")],
        }
