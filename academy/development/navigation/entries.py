"""Where own writing stands in the menu, and where its unsent words lead back to."""

from django.urls import reverse

from academy.development.choices import DRAFT_FORM
from academy.development.selectors.unsent import read_unsent
from academy.engines.drafts.declarations import DraftForm, declare
from academy.ui.navigation import FOOTER, MENU, NavigationItem


def _form_url(key: str) -> str:
    if key.startswith("new-"):
        return reverse("development:new-form", args=[key.removeprefix("new-")])
    return reverse("development:edit", args=[key])


MENU.add(NavigationItem(label="My year", url_name="development:year", section="year", order=20))
FOOTER.add(NavigationItem(label="Take my record with me", url_name="development:take-out", section="take-out", order=7))
declare(DraftForm(code=DRAFT_FORM, title="Your entry", url_for=_form_url, read=read_unsent))
