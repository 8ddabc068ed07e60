"""What is to come of places and requests: what finishing gives, in which words, how long it is awaited. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from academy.engines.facts.facts import Fact
from academy.people.rules.spans import in_words
from academy.training.choices import RequestState
from academy.training.rules.completions import valid_until
from academy.training.rules.gains import Asked, CourseRow

# After its last day the result of learning is awaited for so long; then nobody reckons with it any more.
AWAITED_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A course somebody is expected to finish on a day, and how the portal knows; `is_done` if she did so before."""

    person_id: int
    course: CourseRow
    is_done: bool
    ends_on: date
    source: str
    link: str


@dataclass
class Foretelling:
    """Makes facts of what comes. The credits of a course come once, and not where it was finished before."""

    asked: Asked
    credited: set[tuple[int, int]] = field(default_factory=set)

    def facts(self, coming: Coming) -> Iterator[Fact]:
        """What finishing it will give, of what is asked for."""
        hers = (coming.person_id, coming.course.pk)
        for gain in self.asked.gains(coming.course):
            if gain.is_once and (coming.is_done or hers in self.credited):
                continue
            if gain.is_once:
                self.credited.add(hers)
            yield Fact(
                key=gain.key,
                person=coming.person_id,
                on=coming.ends_on,
                until=None if gain.is_once else valid_until(coming.ends_on, coming.course.valid_months),
                quantity=gain.quantity,
                level=gain.level,
                source=coming.source,
                link=coming.link,
                expected=True,
            )


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A request as it stands: the days it was submitted and decided, and since when it waits for the next decision."""

    state: str
    asked_on: date
    decided_on: date | None
    waits_since: date

    def words(self, *, ends_on: date | None, on: date) -> str:
        """In a sentence; `ends_on` is the last day of the learning, None where it is not known or not sure."""
        if self.state == RequestState.APPROVED:
            return self._approved(ends_on, on)
        if self.state == RequestState.ASKED:
            return f"Asked for on {in_words(self.asked_on)}; a question about it is to be answered."
        return f"Asked for on {in_words(self.asked_on)}; waits for a decision {_since(self.waits_since, on)}."

    def _approved(self, ends_on: date | None, on: date) -> str:
        approved = f"Approved on {in_words(self.decided_on or self.asked_on)}"
        if ends_on is None:
            return f"{approved}; no day is sure yet."
        if ends_on < on:
            return f"{approved}; ended on {in_words(ends_on)}, and the result is not noted yet."
        return f"{approved}; ends on {in_words(ends_on)}."


def awaited_since(on: date) -> date:
    """The earliest last day whose result is still awaited."""
    return on - timedelta(days=AWAITED_DAYS)


def place_words(starts_on: date, ends_on: date, *, on: date) -> str:
    """What a held place with an event promises: "Place confirmed for 21 January 2027."."""
    if ends_on < on:
        return f"Held on {in_words(ends_on)}; who was there is not noted yet."
    if starts_on == ends_on:
        return f"Place confirmed for {in_words(ends_on)}."
    return f"Place confirmed from {in_words(starts_on)} to {in_words(ends_on)}."


def _since(day: date, on: date) -> str:
    waited = (on - day).days
    return "since today" if waited < 1 else "since yesterday" if waited == 1 else f"for {waited} days"
