"""The base of every kind of requirement: a mapping of a file that can be judged."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.engines.requirements.cases import Case
from academy.engines.requirements.results import Result

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
