"""The parts of the employer's grant where the actor runs the programme, and what they come to by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from academy.identity.actor import Actor
from asye.choices.ending import ClaimState
from asye.models import Enrolment, GrantClaim
from asye.rules.described import pounds

OPEN = (ClaimState.DUE, ClaimState.CLAIMED)


@dataclass(frozen=True)
class YearOfClaims:
    """A year as the national body calls it, its parts, and how much is to be claimed, claimed, paid, not paid."""

    year: str
    claims: list[GrantClaim]
    sums: tuple[tuple[str, str], ...]


def claims_run_by(actor: Actor) -> QuerySet[Any]:
    """Those of employers the actor runs the programme for, by year and day; `is_open` says that the record itself is
    hers to read."""
    read = Enrolment.objects.visible_to(actor).filter(pk=OuterRef("enrolment_id"))
    seen = GrantClaim.objects.visible_to(actor).annotate(is_open=Exists(read))
    return seen.select_related("enrolment__person").order_by("-year", "due_on", "pk")


def by_year(claims: Iterable[GrantClaim]) -> list[YearOfClaims]:
    """In the order they come. No query."""
    found: dict[str, list[GrantClaim]] = {}
    for claim in claims:
        found.setdefault(claim.year, []).append(claim)
    return [
        YearOfClaims(
            year,
            rows,
            tuple(
                (str(state.label), pounds(sum((row.amount for row in rows if row.state == state), Decimal(0))))
                for state in ClaimState
            ),
        )
        for year, rows in found.items()
    ]
