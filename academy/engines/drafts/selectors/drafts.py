"""Drafts of one person."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from academy.engines.drafts.models import Draft, DraftCopy
from academy.engines.drafts.rules import Difference, Payload, as_sent, differences
from academy.identity.models import User


def open_drafts(*, owner: User, form: str | None = None) -> QuerySet[Draft]:
    """Everything this person began and has not handed in, newest first; of one form if it is named."""
    drafts = Draft.objects.filter(owner=owner)
    return drafts if form is None else drafts.filter(form=form)


@dataclass(frozen=True)
class Comparison:
    """Two texts of one form side by side: what is kept, and what another tab sent."""

    draft: Draft
    copy: DraftCopy
    lines: list[Difference]
    more: int


def comparison(draft: Draft, *, read: Callable[[Payload], dict[str, str]] = as_sent) -> Comparison | None:
    """The newest other text beside the draft, both as `read` tells them; None when there is only one text. `more`
    counts older others."""
    copies = list(draft.copies.all())
    if not copies:
        return None
    return Comparison(draft, copies[0], differences(read(draft.payload), read(copies[0].payload)), more=len(copies) - 1)
