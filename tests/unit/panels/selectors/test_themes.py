"""Themes are counted over what was noted in the half-year of cases that are told; a note is for whom it shows."""

from datetime import date

import pytest

from asye.rules.moderation_summary import Half
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Seat
from panels.models import ThemeNote
from panels.rules.themes import ThemeCount
from panels.selectors.samples import moderated_within
from panels.selectors.themes import counts_of, noted_halves, notes_of, open_themes, theme_rows
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panel_themes import ThemeFactory, ThemeNoteFactory
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, TODAY, as_actor
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = pytest.mark.django_db
HALF = Half(2026, True)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def depth(here):
    return ThemeFactory(organisation=here.organisation, code="depth", title="Depth of reflection")


def test_what_was_noted_in_the_half_year_of_told_cases_is_counted(here, depth):
    dates = ThemeFactory(organisation=here.organisation, code="dates", title="Missing dates")
    first, second = given_back(here), given_back(here)
    draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)
    row = first.sampled.first() or second.sampled.first()
    ThemeNoteFactory(theme=depth, case=first, sort="strength")
    ThemeNoteFactory(theme=depth, case=first)
    ThemeNoteFactory(theme=depth, case=row.case, sampled=row, noted_on=HALF.last)
    ThemeNoteFactory(theme=depth, case=second, noted_on=date(2026, 6, 30))
    untold = case_in(CaseState.DECIDED, kind=CaseKind.MODERATION, panel=here.panel)
    ThemeNoteFactory(theme=dates, case=untold)

    cases = 1 if row.case == first else 2
    assert counts_of(here.by, HALF, [dates, depth]) == (
        ThemeCount("depth", "Depth of reflection", comments=3, cases=cases, strengths=1, from_outside=1),
        ThemeCount("dates", "Missing dates", comments=0, cases=0, strengths=0, from_outside=0),
    )
    assert moderated_within(here.organisation.pk, HALF.first, HALF.last).count() == 2


def test_case_somebody_is_out_of_counts_nowhere_for_her(here, depth):
    case = ThemeNoteFactory(theme=depth, case=given_back(here)).case
    assert [row.count.comments for row in theme_rows(here.by, HALF)] == [1]
    TieFactory(case=case, person=here.coordinator)
    assert [row.count.comments for row in theme_rows(here.by, HALF)] == [0]


def test_open_themes_come_before_those_that_ended_and_none_of_another_employer(here, depth):
    old = ThemeFactory(organisation=here.organisation, title="A title before it", ended_on=TODAY)
    ThemeNoteFactory(theme=old, case=given_back(here))
    ThemeFactory()
    assert [row.theme for row in theme_rows(here.by, HALF)] == [depth, old]
    assert open_themes(here.organisation.pk) == [depth]


def test_note_is_seen_by_whom_the_table_shows_the_themes(here, depth):
    case = case_in(CaseState.ON_AGENDA, kind=CaseKind.MODERATION, panel=here.panel)
    note = ThemeNoteFactory(theme=depth, case=case)
    seen = {seat: notes_of(case, as_actor(seat_of(here.panel, seat))) for seat in (Seat.CHAIR, Seat.CLERK, Seat.MEMBER)}
    assert seen == {Seat.CHAIR: [note], Seat.CLERK: [note], Seat.MEMBER: []}
    for who in (case.person, case.recommendation.person, here.lead):
        assert ThemeNote.objects.visible_to(as_actor(who)).count() == 0


def test_half_years_begin_with_the_first_note(here, depth):
    assert [each.code for each in noted_halves(here.organisation.pk, on=TODAY)] == ["2026-2"]
    ThemeNoteFactory(theme=depth, noted_on=date(2025, 12, 1))
    assert [each.code for each in noted_halves(here.organisation.pk, on=TODAY)] == ["2026-2", "2026-1", "2025-2"]
