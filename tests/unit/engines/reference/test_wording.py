"""What a mistake says is allowed there."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from academy.engines.reference.reading import BadFile, check


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    start: Annotated[int, Field(alias="from", ge=1)] = 1
    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = "a"


@dataclass(frozen=True)
class Held:
    """A part that rules hold as it is read: no model, and refusing keys it does not know all the same."""

    __pydantic_config__ = {"extra": "forbid"}
    least: int = 1
    parts: tuple[Part, ...] = ()


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    one: Part | None = None
    several: Annotated[list[Part], Field(max_length=3)] = []
    named: dict[str, Part] = {}
    held: Annotated[tuple[Held, ...], Field(strict=False)] = ()
    either: Part | int = 0
    day: dt.date | None = None
    sure: bool = True


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one: {form: 1}", "one.form: this key is not known here; perhaps from is meant. Allowed here: from, slug."),
        ("several: [{x: 1}]", "several.1.x: this key is not known here. Allowed here: from, slug."),
        ("named: {a: {x: 1}}", "named.a.x: this key is not known here. Allowed here: from, slug."),
        ("several: [1]", "several.1: it has to be keys with values: from, slug."),
        (
            "held: [{last: 1}]",
            "held.1.last: this key is not known here; perhaps least is meant. Allowed here: least, parts.",
        ),
        ("held: [{parts: [{x: 1}]}]", "held.1.parts.1.x: this key is not known here. Allowed here: from, slug."),
        ("held: 1", "held: it has to be a list; begin each line with a hyphen."),
        ("held: [1]", "held.1: it has to be keys with values: least, parts."),
        ("named: 1", "named: it has to be keys with values."),
        ("several: 1", "several: it has to be a list; begin each line with a hyphen."),
        ("day: soon", "day: it has to be a day, as 2026-04-01."),
        ("sure: maybe", "sure: it has to be true or false."),
        ("one: {from: 0}", "one.from: it has to be greater than or equal to 1."),
        ("one: {slug: A b}", "one.slug: it has to be small letters and numbers, joined by hyphens."),
        ("either: {from: 1, x: 2}", "either.Part.x: this key is not known here."),
    ],
)
def test_mistake_says_what_is_allowed_there(text, told):
    with pytest.raises(BadFile) as bad:
        check(Whole, text, name="Your text")
    assert bad.value.mistakes[0] == f"Your text, line 1, {told}"
