"""Who coaches, mentors or supervises whom: that it is so and since when, never what it is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.development.choices.coaching import MatchState
from academy.development.models import CoachMatch, SupervisionAgreement

# Under a contract now, or before.
MET = (MatchState.RUNNING, MatchState.ENDED)


@dataclass(frozen=True)
class Guided:
    """That somebody guides a person from a day to a day; both count."""

    person_id: int
    guide_id: int
    from_on: date
    until_on: date | None


def guided_by(people: Collection[int], guides: Collection[int]) -> list[Guided]:
    """Every time one of these guides has supervised, coached or mentored one of these people. Two queries."""
    agreed: QuerySet[SupervisionAgreement] = SupervisionAgreement.objects.filter(
        person_id__in=people, supervisor_id__in=guides
    )
    matches: QuerySet[CoachMatch] = CoachMatch.objects.filter(
        person_id__in=people, profile__person_id__in=guides, state__in=MET
    )
    supervised = agreed.order_by("pk").values_list("person_id", "supervisor_id", "from_on", "until_on")
    coached = matches.order_by("pk").values_list("person_id", "profile__person_id", "from_on", "ended_on")
    spells = (*supervised, *coached)
    return [Guided(whose, who, first, last) for whose, who, first, last in spells if first is not None]
