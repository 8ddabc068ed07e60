"""The base of every kind of requirement: a mapping of a file that can be judged."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import in_words, last_day
from academy.engines.requirements.results import Result, Standing

# A code of the home organisation, or of another as `organisation/code`.
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=120)]
Months = Annotated[int, Field(ge=1, le=240)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_]+(:[a-z0-9/-]+)?$", max_length=160)]
Words = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]


class Part(BaseModel):
    """Strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Kind(Part):
    """A kind of requirement: which facts it asks for, and how they are judged."""

    def keys(self, home: str) -> frozenset[str]:
        """The keys of the facts it is judged from, read as a rule of the home organisation."""
        raise NotImplementedError

    def judge(self, case: Case) -> Result:
        """How it stands for one person on the day."""
        raise NotImplementedError


def longest(facts: Sequence[Fact], *, months: int | None = None) -> tuple[Fact, date | None] | None:
    """The fact that counts longest and its last day, the newer of two; None where there is none."""
    dated = [(fact, last_day(fact.on, fact.until, months=months)) for fact in facts]
    return max(dated, key=lambda each: (each[1] or date.max, each[0].on), default=None)


def dated(case: Case, key: str, *, done: str, missing: str, action: str, months: int | None = None) -> Result:
    """The judgement of something that is there or not, and runs out: a course, an award, a registration.

    `done` is what happened on its day ("Done"), `missing` the sentence where there is nothing, `action` the next step.
    """
    wording, found = case.wording(key), longest(case.known(key), months=months)
    if found is None:
        return Result(what=wording.title, says=missing, standing=Standing.NOT_YET, action=action, link=wording.link)
    fact, until = found
    begun = f"{done} on {in_words(fact.on)}"
    if until is None:
        return Result(what=wording.title, says=f"{begun}.", standing=Standing.MET, since=fact.on, facts=(fact,))
    if until < case.on:
        says = f"Ran out on {in_words(until)}. {begun}."
        return Result(what=wording.title, says=says, standing=Standing.NOT_YET, action=action, link=wording.link)
    is_soon = case.is_soon(until)
    return Result(
        what=wording.title,
        says=f"{begun}; {'runs out on' if is_soon else 'counts until'} {in_words(until)}.",
        standing=Standing.SOON if is_soon else Standing.MET,
        since=fact.on,
        until=until,
        action=action if is_soon else "",
        link=wording.link if is_soon else "",
        facts=(fact,),
    )
