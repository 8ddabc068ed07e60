"""The public page of an academy, for everybody."""

from typing import Any

from academy.engines.access.views import Page
from academy.identity.models import Organisation
from academy.people.selectors.academy_pages import organisations_shown, public_page
from academy.ui.charts import BalanceBar, Guide


class AcademyPage(Page):
    """What the academy is, how it sees learning, what it promises, and where to read on."""

    public = True
    template_name = "people/academy_page.html"
    thing: Organisation

    def load(self) -> Organisation:
        organisation: Organisation = self.find(organisations_shown(self.today), slug=self.kwargs["slug"])
        return organisation

    def read(self) -> dict[str, Any]:
        content = public_page(self.thing, self.today)
        return {"title": self.thing.academy_name, "content": content, "balance": self._balance(content.page)}

    def _balance(self, page: Any) -> BalanceBar | None:
        if page is None or not page.approach:
            return None
        shares = {"experience": page.by_experience, "others": page.from_others, "formal": page.formal}
        return BalanceBar(**shares, guide=Guide(**shares))
