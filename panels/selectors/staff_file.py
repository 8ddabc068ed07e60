"""Outcomes for human resources: which decisions that were told change a grade or make somebody eligible for a post."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.models import GradeChange, StaffNumber
from academy.people.rules.spans import in_words
from panels.choices.cases import CaseKind, CaseState
from panels.models import Appointment, Case, Decision
from panels.rules.gates import PENDING
from panels.rules.visibility import Sight
from panels.selectors.policies import rules_of
from panels.selectors.wording import about

HEADINGS = ("Staff number", "Name", "Step", "What follows", "From", "Decided on", "Told on", "Outcome", "Decision")


@dataclass(frozen=True)
class StaffRow:
    """One outcome: whose, what follows for her record and from which day, and what was told. Without a day a post is
    still to come (`waits_for_post`), or she was not appointed."""

    case: Case
    decision: Decision
    number: str
    follows: str
    effective_on: date | None
    waits_for_post: bool

    @property
    def step(self) -> str:
        """What was asked of the panel."""
        return about(self.case)


def sittings_told(actor: Actor) -> list[tuple[str, str]]:
    """The sittings of the organisation acted in with outcomes that were told and that the actor sees, the last first,
    as a form offers them. One query."""
    told = _told(actor).exclude(sitting=None).order_by("-sitting__on", "-sitting_id")
    found = told.values_list("sitting_id", "sitting__on").distinct()
    return [(str(pk), f"Panel of {in_words(on)}") for pk, on in found]


def staff_rows(actor: Actor, *, sitting: str = "") -> list[StaffRow]:
    """What follows for staff records, of one sitting or of all, by name; of steps whose policy has such a file. Four
    queries for any number of cases."""
    told = _told(actor).filter(**{"sitting_id": sitting} if sitting else {})
    cases = {
        case.pk: case
        for case in told.select_related("person", "policy", "grade", "vacancy")
        if rules_of(case.policy).hr_file
    }
    decisions = {each.case_id: each for each in Decision.objects.holding().filter(case__in=cases)}
    changes, eligible = _changes(cases), _eligible(cases)
    numbers = _numbers(actor, cases.values())
    rows: list[StaffRow] = []
    for pk, case in cases.items():
        decision, follows = decisions.get(pk), _follows(changes.get(pk), eligible.get(pk))
        if decision is not None and follows is not None:
            rows.append(StaffRow(case, decision, numbers.get(case.person_id, ""), *follows))
    return rows


def lines_of(rows: Iterable[StaffRow]) -> Iterator[list[str]]:
    """The same as rows of a table, days as spreadsheets read them."""
    for row in rows:
        yield [
            row.number,
            row.case.person.full_name,
            row.step,
            row.follows,
            row.effective_on.isoformat() if row.effective_on else "",
            row.decision.decided_on.isoformat(),
            timezone.localdate(row.case.released_at).isoformat() if row.case.released_at else "",
            str(row.decision.standing.label),
            row.decision.wording,
        ]


def key_of(case_id: int) -> str:
    """The key by which the grade that a case led to knows it again."""
    return f"panels:{case_id}"


def _told(actor: Actor) -> Any:
    seen = Case.objects.showing(actor, Sight.DECISION).in_state(CaseState.RELEASED)
    here = seen.filter(organisation_id=actor.organisation_id, kind=CaseKind.PROGRESSION)
    return here.order_by("person__family_name", "person__given_name", "pk")


def _changes(cases: Iterable[int]) -> dict[int, GradeChange]:
    keys = {key_of(pk): pk for pk in cases}
    made = GradeChange.objects.filter(decision_key__in=keys).select_related("terms__grade")
    return {keys[each.decision_key]: each for each in made}


def _eligible(cases: Iterable[int]) -> dict[int, Appointment]:
    """Who is eligible, or what has become of that, the last of each case."""
    rows = Appointment.objects.filter(case_id__in=list(cases)).order_by("case_id", "number")
    return {row.case_id: row for row in rows}


def _follows(change: GradeChange | None, appointment: Appointment | None) -> tuple[str, date | None, bool] | None:
    """What follows, from which day, and whether a post is still to come; None where nothing follows."""
    if change is not None:
        return f"Grade {change.terms.grade}", change.terms.from_on, False
    if appointment is not None:
        return str(appointment.get_state_display()), appointment.from_on, appointment.state in PENDING
    return None


def _numbers(actor: Actor, cases: Iterable[Case]) -> dict[int, str]:
    held = StaffNumber.objects.filter(
        organisation_id=actor.organisation_id, person_id__in=[case.person_id for case in cases]
    )
    return dict(held.values_list("person_id", "number"))
