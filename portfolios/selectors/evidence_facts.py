"""Evidence with a second signer, as facts: days and codes, never a word of it.

What is planned or asked is expected: an observation on its planned day, an audit a few weeks after it was asked.
Feedback is nobody's to expect.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import family_of, keyed, which_of
from portfolios.choices.evidence import EvidenceState
from portfolios.models import CaseAudit, Feedback, Observation

OBSERVATION, FEEDBACK, AUDIT = "portfolios.observation", "portfolios.feedback", "portfolios.audit"
# So long after it was asked an audit is reckoned with.
AUDIT_TAKES = timedelta(weeks=4)
UNDER_WAY = (EvidenceState.ASKED, EvidenceState.ANSWERED, EvidenceState.REFLECTED)


def evidence_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What is complete by the day of the keys asked for, in the order of the days. One query for each family."""
    asked = {family_of(key) for key in keys}
    if OBSERVATION in asked:
        rows = _complete(Observation.objects.all(), person_ids, on=on, of="setting", wanted=which_of(keys, OBSERVATION))
        for person, pk, day, setting, relation in rows.values_list(*ROW, "setting", "relation"):
            yield _fact(keyed(OBSERVATION, setting), person, pk, on=day, by_relation=relation, source="Observation")
    if FEEDBACK in asked:
        rows = _complete(Feedback.objects.all(), person_ids, on=on, of="giver", wanted=which_of(keys, FEEDBACK))
        for person, pk, day, giver in rows.values_list(*ROW, "giver"):
            yield _fact(keyed(FEEDBACK, giver), person, pk, on=day, by_relation=giver, source="Feedback")
    if AUDIT in asked:
        rows = _complete(CaseAudit.objects.all(), person_ids, on=on)
        for person, pk, day, grade, relation in rows.values_list(*ROW, "grade", "relation"):
            yield _fact(AUDIT, person, pk, on=day, level=grade, by_relation=relation, source="Case audit")


def evidence_expected(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What is planned or asked, on the day it is reckoned with; one that has passed, today. One query for each family.

    An audit to come has no grade: who looks ahead takes it to be good enough.
    """
    asked = {family_of(key) for key in keys}
    if OBSERVATION in asked:
        rows = _coming(Observation.objects.all(), person_ids, of="setting", wanted=which_of(keys, OBSERVATION))
        for person, pk, _, setting, relation, day in rows.values_list(*ROW, "setting", "relation", "planned_on"):
            said = {"by_relation": relation, "source": "Observation planned"}
            yield _fact(keyed(OBSERVATION, setting), person, pk, on=max(day, on), expected=True, **said)
    if AUDIT in asked:
        rows = _coming(CaseAudit.objects.all(), person_ids)
        for person, pk, _, relation, at in rows.values_list(*ROW, "relation", "evidence__asked_at"):
            day = max(timezone.localdate(at) + AUDIT_TAKES, on)
            said = {"by_relation": relation, "source": "Case audit asked for"}
            yield _fact(AUDIT, person, pk, on=day, expected=True, **said)


ROW = ("evidence__person_id", "evidence_id", "evidence__happened_on")


def _complete(
    rows: QuerySet[Any], people: Collection[int], *, on: date, of: str = "", wanted: frozenset[str] | None = None
) -> QuerySet[Any]:
    done = rows.filter(
        evidence__person_id__in=people, evidence__state=EvidenceState.COMPLETE, evidence__happened_on__lte=on
    )
    done = done.filter(**{f"{of}__in": wanted}) if wanted is not None and of else done
    return done.order_by("evidence__person_id", "evidence__happened_on", "evidence_id")


def _coming(
    rows: QuerySet[Any], people: Collection[int], *, of: str = "", wanted: frozenset[str] | None = None
) -> QuerySet[Any]:
    asked = rows.filter(evidence__person_id__in=people, evidence__state__in=UNDER_WAY)
    asked = asked.filter(**{f"{of}__in": wanted}) if wanted is not None and of else asked
    return asked.order_by("evidence__person_id", F("evidence__asked_at").asc(nulls_last=True), "evidence_id")


def _fact(key: str, person: int, evidence: int, **said: Any) -> Fact:
    return Fact(key=key, person=person, link=reverse("portfolios:evidence", args=[evidence]), **said)
