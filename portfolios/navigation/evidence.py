"""Where the unsent words of a piece lead back to, and from whose page a case is audited."""

from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.drafts.declarations import DraftForm, declare
from academy.engines.drafts.rules import Payload
from academy.ui.navigation import PERSON, PersonItem
from portfolios.choices.evidence import PIECE_FORM

FIELDS = {"title": "Title", "happened_on": "Day", "account": "What it is", "length": "Number of words"}


def _url(key: str) -> str:
    if key.startswith("new-"):
        return reverse("portfolios:write-piece", args=[key.removeprefix("new-")])
    return reverse("portfolios:change-piece", args=[key])


def _read(payload: Payload) -> dict[str, str]:
    """The words alone, as the writer knows them."""
    said = {words: ", ".join(payload.get(field, ())) for field, words in FIELDS.items()}
    return {words: text for words, text in said.items() if text}


def _audits(actor: Any, person: Any) -> bool:
    return person.pk != actor.person_id and allows("portfolios.audit.begin", actor, person)


declare(DraftForm(code=PIECE_FORM, title="Your evidence", url_for=_url, read=_read))
PERSON.add(PersonItem(label="Audit a case", url_name="portfolios:begin-audit-for", order=60, shown_to=_audits))
