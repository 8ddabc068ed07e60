"""Policies of the organisation acted in, and where unsent texts of them lead back to."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from uuid import UUID

from django.urls import reverse

from academy.engines.reference.publishing.kinds import published_kinds
from academy.engines.reference.publishing.versions import Shelf, Standing, shelf_of
from academy.identity.models import Organisation

DRAFT_FORM = "desk.policy"
_BITS = 64


@dataclass(frozen=True)
class KindRow:
    """A kind with what holds of it, what comes, and how many versions there are."""

    shelf: Shelf

    @property
    def in_force(self) -> list[Standing]:
        return self.shelf.in_force

    @property
    def coming(self) -> list[Standing]:
        return [each for each in self.shelf.standings if each.is_coming]

    @property
    def others(self) -> int:
        return len(self.shelf.rows) - len(self.in_force) - len(self.coming)


def kinds_kept(organisation: Organisation, *, on: date) -> list[KindRow]:
    """Every kind of policy with its versions here; one query for each kind."""
    return [KindRow(shelf_of(kind, organisation, on=on)) for kind in published_kinds()]


def draft_key(code: str, *, organisation_id: int) -> str:
    """What unsent words about a kind in an organisation are kept under: one text of each for everybody who writes."""
    return f"new-{UUID(int=organisation_id << _BITS | _number(code))}"


def draft_url(key: str) -> str:
    """The page on which such words are written; the list, where the kind is gone."""
    number = UUID(key.removeprefix("new-")).int & (2**_BITS - 1)
    code = next((kind.code for kind in published_kinds() if _number(kind.code) == number), None)
    return reverse("policies:publish", args=[code]) if code else reverse("policies:start")


def _number(code: str) -> int:
    return int.from_bytes(blake2b(code.encode(), digest_size=_BITS // 8).digest())
