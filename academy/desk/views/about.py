"""Pages about the portal itself: help, the accessibility statement, whom to ask."""

from typing import Any

from academy.engines.access.views import Page
from academy.people.choices import RoleCode
from academy.people.selectors.holders import holders


class Help(Page):
    """How the portal works, for whoever wants to know before signing in as well as after."""

    public = True
    section = "help"
    template_name = "desk/help.html"


class AccessibilityStatement(Page):
    """The statement the Public Sector Bodies Accessibility Regulations 2018 ask for (D7-12)."""

    public = True
    section = "accessibility"
    template_name = "desk/accessibility.html"


class Contact(Page):
    """The academy leads of the organisation acted in, by name and work address (S4-33)."""

    permission = "desk.contact.see"
    section = "contact"
    template_name = "desk/contact.html"

    def read(self) -> dict[str, Any]:
        organisation_id = self.actor.organisation_id
        if organisation_id is None:
            return {"leads": []}
        return {"leads": list(holders(RoleCode.ACADEMY_LEAD, organisation_id=organisation_id, on=self.today))}
