"""A form that asks which of several things a page shows."""

from dataclasses import dataclass

import pytest

from academy.ui.forms import OneChoiceField, OneOfForm


@dataclass(frozen=True)
class Season:
    code: str
    words: str


class SeasonForm(OneOfForm[Season]):
    of = "season"

    season = OneChoiceField(label="Season", as_list=True)


SPRING, AUTUMN = Season("spring", "Spring"), Season("autumn", "Autumn")


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [({"season": "autumn"}, AUTUMN), ({"season": "winter"}, SPRING), ({}, SPRING)],
)
def test_wanted_is_what_is_asked_for_and_else_the_first(asked, wanted):
    form = SeasonForm(asked, found=[SPRING, AUTUMN])

    assert form.wanted is wanted
    assert form.fields["season"].choices == [("spring", "Spring"), ("autumn", "Autumn")]


def test_nothing_is_wanted_where_there_is_nothing_to_choose():
    assert SeasonForm({"season": "spring"}, found=[]).wanted is None
