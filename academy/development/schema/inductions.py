"""What a file of an induction programme may say: one edition of one programme.

organisation: bexley               # left out: for all organisations without one of their own
code: adult-social-care            # the same in each edition
title: Induction in adult social care
valid_from: 2020-04-01
valid_to: null                     # the last day it holds, inclusive
months: 6                          # from joining to the due day
absence_over_days: 14              # time away moves the due day where it lasts longer than this
job_roles: []                      # codes of jobs; none means every job
components: [{code: supervision, title: Supervision}]
items:
  - {code: team, kind: know, component: supervision, week: 2, title: Your team}
"""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from academy.development.choices.inductions import ItemKind
from academy.development.schema.entries import Name, Part, Slug
from academy.engines.reference.files import OwnFile

Title = Annotated[str, StringConstraints(min_length=5, max_length=200, strip_whitespace=True)]


class ComponentPart(Part):
    """One of the parts an induction consists of (S0-18, S1-24)."""

    code: Slug
    title: Name


class ItemPart(Part):
    """One thing to know, to understand or to do, best by the end of a week."""

    code: Slug
    kind: Annotated[ItemKind, Field(strict=False)]
    component: Slug
    title: Title
    about: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)] = ""
    week: Annotated[int, Field(ge=1, le=104)] | None = None


class ProgrammeFile(OwnFile, Part):
    """A whole edition. Every code is said once, and every item belongs to one of the components."""

    title: Name
    months: Annotated[int, Field(ge=1, le=24)] = 6
    absence_over_days: Annotated[int, Field(ge=0, le=366)] = 0
    job_roles: list[Slug] = []
    components: Annotated[list[ComponentPart], Field(min_length=1, max_length=12)]
    items: Annotated[list[ItemPart], Field(min_length=1, max_length=100)]

    @property
    def key(self) -> str:
        """The natural key, as in "bexley/adult-social-care/2020-04-01" or "all/general/2020-01-01"."""
        return f"{self.organisation or 'all'}/{self.code}/{self.valid_from}"

    @model_validator(mode="after")
    def _codes_fit(self) -> Self:
        _refuse_repeats("component", (part.code for part in self.components))
        _refuse_repeats("item", (part.code for part in self.items))
        unknown = sorted({item.component for item in self.items} - {part.code for part in self.components})
        if unknown:
            raise ValueError(f"items name components that are not there: {', '.join(unknown)}.")
        return self


def _refuse_repeats(what: str, codes: Iterable[str]) -> None:
    repeated = [code for code, times in Counter(codes).items() if times > 1]
    if repeated:
        raise ValueError(f"{what} said more than once: {', '.join(repeated)}.")
