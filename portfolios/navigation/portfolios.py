"""One's own portfolios in the menu, and where the unsent words of a section lead back to."""

from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from academy.ui.navigation import MENU, NavigationItem
from portfolios.choices.portfolios import SECTION_FORM
from portfolios.selectors.portfolio_page import page_of_section


def has_portfolios(actor: Any) -> bool:
    return allows("portfolios.portfolio.open", actor)


def _url(key: str) -> str:
    """The page of a section by its id; one's own portfolios where it is gone."""
    return page_of_section(int(key)) or reverse("portfolios:mine")


def _read(payload: Payload) -> dict[str, str]:
    """The text alone."""
    text = ", ".join(payload.get("text", ()))
    return {"Your text": text} if text else {}


MENU.add(
    NavigationItem(
        label="Portfolio", url_name="portfolios:mine", section="portfolio", order=37, shown_to=has_portfolios
    )
)
declare(DraftForm(code=SECTION_FORM, title="A section of your portfolio", url_for=_url, read=_read))
