"""Years that were decided, as facts: passed or failed, and the day; never why."""

from collections.abc import Collection, Iterator
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import keyed, which_of
from asye.choices.enrolments import Outcome
from asye.models import EmployerDecision

OUTCOME = "asye.outcome"
CODES = {Outcome.PASS.value: "passed", Outcome.FAIL.value: "failed"}


def outcome_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What employers decided on the years of these people by the day, of the outcomes asked for, in their order. One
    query."""
    wanted = which_of(keys, OUTCOME)
    outcomes = [value for value, code in CODES.items() if wanted is None or code in wanted]
    rows = EmployerDecision.objects.filter(
        enrolment__person_id__in=person_ids, outcome__in=outcomes, decided_on__lte=on
    )
    for row in rows.select_related("enrolment").order_by("decided_on", "pk"):
        yield Fact(
            key=keyed(OUTCOME, CODES[row.outcome]),
            person=row.enrolment.person_id,
            on=row.decided_on,
            source="Decided here",
            link=row.enrolment.get_absolute_url(),
        )
