"""One's own portfolios in the menu, breaches in what the academy keeps, and where unsent words lead back to."""

from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from academy.ui.navigation import MENU, SETTINGS, NavigationItem
from portfolios.choices.portfolios import PART_FORM, SECTION_FORM
from portfolios.selectors.parts import page_of_part
from portfolios.selectors.portfolio_page import page_of_section


def has_portfolios(actor: Any) -> bool:
    return allows("portfolios.portfolio.open", actor)


def oversees(actor: Any) -> bool:
    return allows("portfolios.breaches.see", actor)


def _url(key: str) -> str:
    """The page of a section by its id; one's own portfolios where it is gone."""
    return page_of_section(int(key)) or reverse("portfolios:mine")


def _part_url(key: str) -> str:
    """The page of a part by the section's id; home where it is gone."""
    return page_of_part(int(key)) or reverse("desk:home")


def _read(payload: Payload) -> dict[str, str]:
    """The text alone."""
    text = ", ".join(payload.get("text", ()))
    return {"Your text": text} if text else {}


MENU.add(
    NavigationItem(
        label="Portfolio", url_name="portfolios:mine", section="portfolio", order=37, shown_to=has_portfolios
    )
)
SETTINGS.add(
    NavigationItem(
        label="Breaches of confidentiality",
        url_name="portfolios:breaches",
        section="breaches",
        order=30,
        shown_to=oversees,
    )
)
declare(DraftForm(code=PART_FORM, title="A part of somebody’s portfolio", url_for=_part_url, read=_read))
declare(DraftForm(code=SECTION_FORM, title="A section of your portfolio", url_for=_url, read=_read))
