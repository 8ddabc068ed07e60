"""What a file about a text an academy publishes may say: `reference/texts/<organisation>-<key>.yaml`.

    organisation: bexley
    key: practice-framework
    kind: framework
    title: Practice framework
    owner: Principal Social Worker
    versions: [{code: "2021", valid_from: 2021-04-01, valid_to: null, text: ...}]     # oldest first

Natural keys: organisation and key; the code of a version in them. Two editions of a text stand side by side (S1-45).
"""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from academy.training.choices import MOST_TEXT, TextKind
from academy.training.schema.parts import Code, Day, Name, Part, Slug, Title, refuse_repeats, refuse_unordered

VersionCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class TextVersionPart(Part):
    code: VersionCode
    valid_from: Day
    valid_to: Day | None = None
    text: Annotated[str, StringConstraints(min_length=2, max_length=MOST_TEXT, strip_whitespace=True)]

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        refuse_unordered(self.valid_from, self.valid_to, names="valid_from and valid_to")
        return self


class TextFile(Part):
    """A whole file, its versions oldest first."""

    organisation: Slug
    key: Code
    kind: TextKind
    title: Title
    owner: Name
    versions: Annotated[list[TextVersionPart], Field(min_length=1)]

    @property
    def path(self) -> str:
        """The natural key."""
        return f"{self.organisation}/{self.key}"

    @model_validator(mode="after")
    def _oldest_first(self) -> Self:
        refuse_repeats("version", (version.code for version in self.versions))
        starts = [version.valid_from for version in self.versions]
        if starts != sorted(set(starts)):
            raise ValueError("list the versions oldest first, each with its own valid_from")
        return self
