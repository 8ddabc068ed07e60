"""Where the development of oneself and of one's people stands in the menu."""

from typing import Any

from django.urls import reverse

from academy.development.choices.plans import PART_FORM
from academy.development.selectors.appraisals import read_unsent_part
from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.ui.navigation import MENU, NavigationItem


def _part_url(key: str) -> str:
    return reverse("development:write-appraisal", args=[key])


def has_a_plan(actor: Any) -> bool:
    return allows("development.plan.see", actor)


MENU.add(
    NavigationItem(
        label="Development", url_name="development:hub", section="development", order=25, shown_to=has_a_plan
    )
)
declare(DraftForm(code=PART_FORM, title="Your part of an appraisal", url_for=_part_url, read=read_unsent_part))
