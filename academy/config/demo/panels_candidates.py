"""Who comes before the demo's progression panel: people of children's services whose next step goes to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.config.demo.panels_hands import Hands
from academy.identity.models import Person
from academy.people.choices import ServiceKind
from academy.people.models import Terms
from academy.people.querysets import holds_on
from portfolios.selectors.signing import line_manager_of

JOB, GRADE = "social-worker", "BG10"
# By the level somebody holds, the step from there; the first of them ends with the panel, the second leads to a post.
STEPS = {"level-1": "to-level-2", "level-2": "to-level-3"}
# In this team the chair works: she is tied to whoever comes from it.
CHAIRS_TEAM = "first-contact"


@dataclass(frozen=True)
class Candidate:
    """Somebody whose next step goes to the panel."""

    person: Person
    step: str
    manager: Person


@dataclass(frozen=True)
class Candidates:
    """Candidates of one loading."""

    hands: Hands

    def since(self, day: date) -> list[Candidate]:
        """Everybody who stood on the same level on the day and stands there today; those of the chair's team last."""
        then = dict(self._held(day).values_list("post__person_id", "level__code"))
        rows = [row for row in self._held(self.hands.days.on) if then.get(row.post.person_id) == row.level.code]
        return [self._candidate(row) for row in sorted(rows, key=lambda row: row.team.code == CHAIRS_TEAM)]

    def _held(self, day: date) -> Any:
        place = {"post__organisation": self.hands.organisation, "team__service__kind": ServiceKind.CHILDREN}
        held = Terms.objects.filter(holds_on(day), holds_on(day, "post__"), **place)
        rows = held.filter(job_role__code=JOB, grade__code=GRADE, level__code__in=STEPS)
        return rows.select_related("post__person", "team", "level", "line_manager").order_by("pk")

    def _candidate(self, row: Terms) -> Candidate:
        person: Person = row.post.person
        manager = line_manager_of(person.pk, self.hands.organisation.pk, on=self.hands.days.on)
        if row.level is None or manager is None:
            raise LookupError(f"The demo has no line manager or no level for {person}.")
        return Candidate(person, STEPS[row.level.code], manager)


def take(candidates: list[Candidate], *, step: str = "") -> Candidate:
    """The first of them whose step it is, who is then no longer among the others."""
    found = next(each for each in candidates if step in ("", each.step))
    candidates.remove(found)
    return found


def said_in(rows: Sequence[dict[str, Any]], key: str) -> dict[str, Any]:
    """What is told of one case."""
    return next(row for row in rows if row["key"] == key)
