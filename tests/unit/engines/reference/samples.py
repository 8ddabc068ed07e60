"""A kind of reference data of the tests' own: colours, kept as frameworks' files are but in a list."""

from pydantic import BaseModel, ConfigDict

from academy.engines.reference.changes import Change
from academy.engines.reference.declarations import Kind

kept: dict[str, str] = {}
ended: list[str] = []


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    code: str
    name: str
    after: list[str] = []
    parts: list[dict[str, int]] = []


def load(colour, *, on):
    verb = "changed" if colour.code in kept else "added"
    if kept.get(colour.code) == colour.name:
        return []
    kept[colour.code] = colour.name
    return [Change(verb, colour.code)]


def withdraw(key, *, on):
    ended.append(f"{key} {on}")
    return [Change("withdrawn", key)]


class SampleKind(Kind):
    """A kind whose files lie where the test puts them."""

    folder_of_test = None

    @property
    def path(self):
        return self.folder_of_test


def colours(folder, **values):
    """The kind of colours, reading from a folder of the test."""
    kind = SampleKind(
        name="sample.colour",
        app="reference",
        folder="colours",
        schema=Colour,
        key=lambda colour: colour.code,
        needs=lambda colour: frozenset(colour.after),
        load=load,
        withdraw=withdraw,
        **values,
    )
    object.__setattr__(kind, "folder_of_test", folder)
    return kind
