"""The desk's places in the menu, the footer and the settings, where unsent words of a policy lead back to, and what it
shows between apps that do not know each other."""

from typing import Any

from academy.desk.selectors.journey_portfolios import beside_journey, told_of
from academy.desk.selectors.policies import DRAFT_FORM, draft_url
from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.ui.navigation import FOOTER, MENU, SETTINGS, NavigationItem
from pathways.selectors import beside
from pathways.selectors.journeys import SOURCE
from portfolios.selectors import openers


def answers_for_people(actor: Any) -> bool:
    return allows("desk.team.see", actor)


def reads_policies(actor: Any) -> bool:
    return allows("desk.policy.see", actor)


MENU.add(
    NavigationItem(label="Home", url_name="desk:home", section="home", order=10),
    NavigationItem(label="My team", url_name="desk:team", section="team", order=15, shown_to=answers_for_people),
)
FOOTER.add(
    NavigationItem(label="Inbox", url_name="desk:inbox", section="inbox", order=2),
    NavigationItem(label="Help", url_name="desk:help", section="help", order=10, is_public=True),
    NavigationItem(
        label="Accessibility statement",
        url_name="desk:accessibility",
        section="accessibility",
        order=20,
        is_public=True,
    ),
    NavigationItem(label="Contact the academy", url_name="desk:contact", section="contact", order=50),
)
SETTINGS.add(
    NavigationItem(label="Policies", url_name="policies:start", section="policies", order=5, shown_to=reads_policies)
)
declare(DraftForm(code=DRAFT_FORM, title="The next version of a policy", url_for=draft_url))
beside.declare("portfolio", beside_journey)
openers.declare(SOURCE, told_of)
