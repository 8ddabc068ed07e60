"""Places of training in the menu, and where unsent words of a request lead back to."""

from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.training.choices import REQUEST_FORM
from academy.training.selectors.approvals import count_waiting
from academy.training.selectors.unsent_requests import read_unsent
from academy.ui.navigation import MENU, PERSON, SETTINGS, NavigationItem, PersonItem


def decides(actor: Any) -> bool:
    return allows("training.approvals.see", actor)


def sees_offer(actor: Any) -> bool:
    return allows("training.offer.see", actor)


def keeps_offer(actor: Any) -> bool:
    return allows("training.offer.keep", actor)


def sees_record_of(actor: Any, person: Any) -> bool:
    """One's own is found in the menu."""
    return person.pk != actor.person_id and allows("training.record.see", actor, person)


def _request_url(key: str) -> str:
    if key.startswith("new-"):
        return reverse("training:new-request-form", args=[key.removeprefix("new-")])
    return reverse("training:edit-request", args=[key])


MENU.add(
    NavigationItem(label="Training", url_name="training:catalogue", section="training", order=30, shown_to=sees_offer),
    NavigationItem(
        label="Approvals",
        url_name="training:approvals",
        section="approvals",
        order=15,
        shown_to=decides,
        count=count_waiting,
    ),
)
SETTINGS.add(
    NavigationItem(
        label="Training", url_name="training_settings:start", section="training", order=10, shown_to=keeps_offer
    )
)
PERSON.add(PersonItem(label="Training record", url_name="training:person-record", order=10, shown_to=sees_record_of))
declare(DraftForm(code=REQUEST_FORM, title="Your request for training", url_for=_request_url, read=read_unsent))
