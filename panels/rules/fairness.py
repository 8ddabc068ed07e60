"""What a case counts as where groups of candidates are compared: what came of it and how it was judged (D7-11, D1-80).

How small numbers are hidden stands in `academy.people.rules.compared`; how sittings are told together by financial
years in `asye.rules.equality`. Each person counts once, and a decision counts once it is told: before that, it would
give itself away. Pure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from academy.people.choices import ServiceKind
from academy.people.rules.compared import Results
from asye.rules.equality import HOURS
from panels.choices.cases import OVER, CaseKind, CaseState
from panels.choices.outcomes import PROGRESSING, Outcome

# Everybody is one of these: a condition counts as success (workflows, 1.1).
DECIDED = Results("What was decided", ("Progressed", "Not yet", "Put off or withdrawn", "Not told yet"))
JUDGED = Results("How it was judged", ("Looked at again", "Not looked at again"))
RESULTS = (DECIDED, JUDGED)
HOURS_OF_POST = (*HOURS, "Not noted")
SERVICES = (*(str(each.label) for each in ServiceKind), "Another service, or not noted")
TIMES = ("The first time", "Again")
ROUTES = ("Step up by panel", "Post by interview", "From outside")


@dataclass(frozen=True, kw_only=True)
class Fared:
    """What is counted of a case. `fte` are the hours of the post as it began, None where none is known; `is_again` says
    that it takes up an earlier case."""

    person_id: int
    kind: CaseKind
    state: CaseState
    outcome: str
    begun_at: datetime
    fte: Decimal | None
    service: str
    is_again: bool
    is_external: bool
    was_looked_at: bool


def one_each(cases: Iterable[Fared]) -> tuple[Fared, ...]:
    """The latest case of each person, by the time it began: nobody with several makes a small group look large."""
    latest: dict[int, Fared] = {}
    for case in sorted(cases, key=lambda each: each.begun_at):
        latest[case.person_id] = case
    return tuple(latest[person_id] for person_id in sorted(latest))


def came(case: Fared) -> tuple[int, ...]:
    """The place of the case among the words of each question, in the order of `RESULTS`."""
    return _decided(case), 0 if case.was_looked_at else 1


def hours(case: Fared) -> int:
    """By the hours of her post, among `HOURS_OF_POST`."""
    return 2 if case.fte is None else int(case.fte < 1)


def service(case: Fared) -> int:
    """By the service the case is of, among `SERVICES`."""
    return ServiceKind.values.index(case.service) if case.service in ServiceKind.values else len(ServiceKind)


def time(case: Fared) -> int:
    """By whether she came the first time, among `TIMES`."""
    return int(case.is_again)


def route(case: Fared) -> int:
    """By the way she came: a step, a post by interview (S2-198), or from outside (S2-89); among `ROUTES`."""
    if case.is_external:
        return 2
    return int(case.kind == CaseKind.APPOINTMENT)


def may_compare_answers(reader_id: int | None, *, judged: Collection[int], sits: bool) -> bool:
    """May somebody read how groups of monitoring answers fared? Not who judged or decided any of the cases, and not who
    `sits` where cases are decided: what people answered stays apart from who decides (D7-11)."""
    return reader_id is not None and reader_id not in judged and not sits


def _decided(case: Fared) -> int:
    if case.state not in (*OVER, CaseState.DEFERRED):
        return 3
    if case.state != CaseState.RELEASED or case.outcome == Outcome.DEFERRED:
        return 2
    return 0 if case.outcome in PROGRESSING else 1
