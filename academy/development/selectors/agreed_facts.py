"""What two people held, signed or agreed, as facts: supervision, appraisals, inductions, self-audits and goals.

What they said and wrote stays between them; a fact tells that it was, and on which day.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.choices.audits import AuditState
from academy.development.choices.inductions import InductionState
from academy.development.choices.plans import GoalState, MeetingKind, MeetingState
from academy.development.choices.supervisions import SessionState, Strand
from academy.development.models import Appraisal, Goal, Induction, SelfAudit, Supervision
from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import keyed, which_of

SUPERVISION, APPRAISAL, INDUCTION = "development.supervision", "development.appraisal", "development.induction"
SELF_AUDIT, GOAL = "development.self_audit", "development.goal"
# Strands as keys name them.
STRANDS = {strand.value.replace("_", "-"): strand.value for strand in Strand}


def supervision_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Sessions of supervision that were held, by strand, signed or not yet; one query."""
    asked, link = which_of(keys, SUPERVISION), reverse("development:supervisions")
    strands = {strand: keyed(SUPERVISION, code) for code, strand in STRANDS.items() if asked is None or code in asked}
    rows = Supervision.objects.filter(
        person_id__in=person_ids,
        strand__in=list(strands),
        state__in=[SessionState.HELD, SessionState.SIGNED],
        held_on__lte=on,
    )
    columns = ("person_id", "held_on", "strand")
    for person_id, day, strand in rows.order_by("person_id", "held_on", "pk").values_list(*columns):
        yield Fact(key=strands[strand], person=person_id, on=day, source="Supervision held", link=link)


def appraisal_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Appraisals both signed, each on the day of the talk; half-year reviews are none. One query."""
    rows = Appraisal.objects.filter(
        person_id__in=person_ids, kind=MeetingKind.APPRAISAL, state=MeetingState.SIGNED, held_on__lte=on
    )
    told = rows.order_by("person_id", "held_on", "pk").values_list("person_id", "held_on", "pk")
    return _facts(told, key=APPRAISAL, source="Appraisal signed by both", route="development:appraisal")


def induction_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Inductions both signed, each on the day of the second signature; one query."""
    rows = Induction.objects.filter(person_id__in=person_ids, state=InductionState.SIGNED)
    told = rows.annotate(day=TruncDate("closed_at")).filter(day__lte=on).order_by("person_id", "day", "pk")
    return _facts(
        told.values_list("person_id", "day", "pk"),
        key=INDUCTION,
        source="Induction signed by both",
        route="development:induction",
    )


def self_audit_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Self-audits that were talked over and signed by both, each on the day of the talk; one query."""
    rows = SelfAudit.objects.filter(person_id__in=person_ids, state=AuditState.DISCUSSED, discussed_on__lte=on)
    told = rows.order_by("person_id", "discussed_on", "pk").values_list("person_id", "discussed_on", "pk")
    return _facts(told, key=SELF_AUDIT, source="Self-audit talked over and signed", route="development:audit")


def goal_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Goals that were reached, each on the day it was noted; one query."""
    rows = Goal.objects.filter(person_id__in=person_ids, state=GoalState.REACHED)
    told = rows.annotate(day=TruncDate("closed_at")).filter(day__lte=on).order_by("person_id", "day", "pk")
    return _facts(told.values_list("person_id", "day", "pk"), key=GOAL, source="Goal reached", route="development:goal")


def _facts(rows: Iterable[tuple[Any, ...]], *, key: str, source: str, route: str) -> Iterator[Fact]:
    """Facts of rows of a person, the day and the number of the thing."""
    for person_id, day, pk in rows:
        yield Fact(key=key, person=person_id, on=day, source=source, link=reverse(route, args=[pk]))
