"""The base of every kind of requirement: a mapping of a file that can be judged."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from academy.engines.requirements.cases import Case
from academy.engines.requirements.results import Result


def _day(said: Any) -> Any:
    """A day as YAML reads it, or as JSON keeps it."""
    try:
        return date.fromisoformat(said) if isinstance(said, str) else said
    except ValueError as error:
        raise ValueError("it has to be a day, as 2026-04-01.") from error


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
KEY = r"^[a-z_]+\.[a-z_]+(:[a-z0-9_/-]+)?$"
RELATION = r"^[a-z]+(_[a-z]+)*$"
LINK = r"^(/[a-z0-9]|https://)[^\s\"<>]*$"

# A code that belongs to no organisation.
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
# A code of the home organisation, or of another as `organisation/code`.
Code = Annotated[str, StringConstraints(pattern=CODE, max_length=120)]
Months = Annotated[int, Field(ge=1, le=240)]
Weeks = Annotated[int, Field(ge=1, le=52)]
Day = Annotated[date, BeforeValidator(_day)]
Least = Annotated[int, Field(ge=1, le=1000)]
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=160)]
Words = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
Sentence = Annotated[str, StringConstraints(min_length=2, max_length=400, strip_whitespace=True)]
# Who says so: a role in the code of the app that knows, such as line_manager.
Relation = Annotated[str, StringConstraints(pattern=RELATION, max_length=40)]
Relations = Annotated[list[Relation], Field(min_length=1, max_length=10)]
# A page of the portal, or of somebody else.
Link = Annotated[str, StringConstraints(pattern=LINK, max_length=200)]


class Part(BaseModel):
    """Strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Kind(Part):
    """A kind of requirement: which facts it asks for, and how they are judged."""

    def keys(self, home: str) -> frozenset[str]:
        """The keys of the facts it is judged from, read as a rule of the home organisation."""
        raise NotImplementedError

    def hints(self, home: str) -> frozenset[str]:
        """The keys of facts that say it is being asked for, and meet nothing. It is judged without them too; whoever
        wants that said finds them with the others."""
        return frozenset()

    def judge(self, case: Case) -> Result:
        """How it stands for one person on the day."""
        raise NotImplementedError

    @property
    def counts_service(self) -> bool:
        """Is it a length of service, in a post or a grade? A policy may forbid that."""
        return False
