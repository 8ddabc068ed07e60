"""What the files about the offer have in common: the mapping they are made of, and the shapes of words and keys."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.training.choices import MOST_TITLE

Day = dt.date
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=MOST_TITLE, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=5000, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=200)]
TeamKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+/[a-z0-9-]+$", max_length=101)]
GradeCode = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]
FrameworkKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+/[A-Za-z0-9_.]+$", max_length=121)]
Pounds = Annotated[Decimal, Field(gt=0, le=Decimal("99999.99"), decimal_places=2)]
Days = Annotated[Decimal, Field(gt=0, le=400, decimal_places=2)]


class Part(BaseModel):
    """A mapping of the file: no unknown key, unchanged once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def refuse_repeats(what: str, values: Iterable[str]) -> None:
    """Refuses (ValueError naming them) natural keys that occur twice."""
    repeated = [value for value, times in Counter(values).items() if times > 1]
    if repeated:
        raise ValueError(f"{what} used more than once: {', '.join(repeated)}")


def refuse_unordered(first: Day, last: Day | None, *, names: str) -> None:
    """Refuses (ValueError) a last day before the first."""
    if last is not None and last < first:
        raise ValueError(f"{names} are not in order")
