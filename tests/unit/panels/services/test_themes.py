"""Themes are taken up, ended and noted under, by whom the table of sight shows them; counted once the case is told."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import NoteSort
from panels.choices.panels import Seat
from panels.models import Sampled, Theme, ThemeNote
from panels.services.locking import NOT_YOURS
from panels.services.samples import draw_sample
from panels.services.themes import (
    Noted,
    end_theme,
    note,
    note_from_outside,
    open_theme,
    take_back,
    take_up,
)
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panel_themes import ThemeFactory
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, TODAY, as_actor, holder_of
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def theme(here):
    return ThemeFactory(organisation=here.organisation, code="depth", title="Depth of reflection")


def moderated(here, state=CaseState.ON_AGENDA):
    return case_in(state, kind=CaseKind.MODERATION, panel=here.panel)


def said(**change):
    return Noted(**{"theme": "depth", "sort": NoteSort.STRENGTH, "words": "They go deep. ", **change})


def refused(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def test_theme_is_taken_up_once_under_a_code_of_its_title(here):
    made = open_theme(organisation=here.organisation, title=" Depth of reflection ", by=here.by, at=NOW)
    assert (made.code, made.title, made.ended_on) == ("depth-of-reflection", "Depth of reflection", None)
    assert Event.objects.get(act="panels.theme.open").organisation_id == here.organisation.pk
    for title in ("DEPTH of reflection", "Depth, of reflection"):
        found = refused(lambda title=title: open_theme(organisation=here.organisation, title=title, by=here.by, at=NOW))
        assert found.startswith("There is a theme of this name.")
    assert open_theme(organisation=here.organisation, title="?", by=here.by, at=NOW).code == "theme"


@pytest.mark.parametrize(
    ("title", "says"), [(" ", "Name the theme."), ("x" * 121, "Use at most 120 characters. You have 121.")]
)
def test_theme_has_a_title_that_is_not_too_long(here, title, says):
    assert refused(lambda: open_theme(organisation=here.organisation, title=title, by=here.by, at=NOW)) == says


def test_ended_theme_takes_nothing_more_until_it_is_taken_up_again(here, theme):
    case = moderated(here)
    chair = as_actor(seat_of(here.panel))
    assert end_theme(theme=theme, by=here.by, at=NOW).ended_on == TODAY
    assert refused(lambda: note(case=case, said=said(), by=chair, at=NOW)) == "Choose a theme from the list."
    assert refused(lambda: end_theme(theme=theme, by=here.by, at=NOW)) == "This theme has ended."
    assert take_up(theme=theme, by=here.by, at=NOW).ended_on is None
    assert refused(lambda: take_up(theme=theme, by=here.by, at=NOW)) == "This theme is open."
    assert note(case=case, said=said(), by=chair, at=NOW).theme == theme


def test_only_who_runs_moderation_there_keeps_themes(here, theme):
    for who in (seat_of(here.panel, Seat.CLERK), holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())):
        by = as_actor(who)
        acts = (
            lambda by=by: open_theme(organisation=here.organisation, title="T", by=by, at=NOW),
            lambda by=by: end_theme(theme=theme, by=by, at=NOW),
            lambda by=by: take_up(theme=theme, by=by, at=NOW),
        )
        assert [refused(act) for act in acts] == [NOT_YOURS] * 3
    assert Theme.objects.get().ended_on is None


def test_note_is_kept_with_its_sort_and_told_to_the_audit_as_about_the_nqsw(here, theme):
    case = moderated(here)
    chair = seat_of(here.panel)
    made = note(case=case, said=said(), by=as_actor(chair), at=NOW)
    kept = ThemeNote.objects.get()
    assert (kept.pk, kept.theme, kept.case, kept.sort, kept.words) == (
        made.pk,
        theme,
        case,
        "strength",
        "They go deep.",
    )
    assert (kept.noted_on, kept.noted_by, kept.sampled) == (TODAY, chair, None)
    event = Event.objects.get(act="panels.theme.note")
    assert (event.about_id, event.subject_id) == (case.person_id, str(made.pk))


def test_note_needs_words_and_a_theme_of_the_organisation(here, theme):
    case, by = moderated(here), as_actor(seat_of(here.panel))
    other = ThemeFactory()
    assert refused(lambda: note(case=case, said=said(words=" "), by=by, at=NOW)) == "Write what was found."
    assert refused(lambda: note(case=case, said=said(theme=other.code), by=by, at=NOW)).startswith("Choose a theme")


def test_nobody_notes_whom_the_table_does_not_show_the_themes(here, theme):
    case, early = moderated(here), moderated(here, CaseState.IN_REVIEW)
    chair, clerk = seat_of(here.panel), seat_of(here.panel, Seat.CLERK)
    for who in (case.person, seat_of(here.panel, Seat.MEMBER), here.lead):
        assert refused(lambda who=who: note(case=case, said=said(), by=as_actor(who), at=NOW)) == NOT_YOURS
    assert refused(lambda: note(case=early, said=said(), by=as_actor(chair), at=NOW)) == NOT_YOURS
    TieFactory(case=case, person=chair)
    assert refused(lambda: note(case=case, said=said(), by=as_actor(chair), at=NOW)) == NOT_YOURS
    assert note(case=case, said=said(), by=as_actor(clerk), at=NOW).case == case


def test_step_up_has_no_themes(here, theme):
    case = case_in(CaseState.ON_AGENDA)
    ThemeFactory(organisation=case.organisation, code="depth")
    chair = as_actor(seat_of(case.panel))
    assert refused(lambda: note(case=case, said=said(), by=chair, at=NOW)) == NOT_YOURS


def test_who_noted_it_takes_it_back_and_nobody_else(here, theme):
    case, chair = moderated(here), as_actor(seat_of(here.panel))
    made = note(case=case, said=said(), by=chair, at=NOW)
    clerk = as_actor(seat_of(here.panel, Seat.CLERK))
    assert refused(lambda: take_back(note=made, by=clerk, at=NOW)) == NOT_YOURS
    assert take_back(note=made, by=chair, at=NOW) == case
    assert (ThemeNote.objects.count(), Event.objects.filter(act="panels.theme.take_back").count()) == (0, 1)
    assert refused(lambda: take_back(note=made, by=chair, at=NOW)) == NOT_YOURS


def test_what_came_back_of_a_sample_is_noted_under_a_theme(here, theme):
    given_back(here)
    row = draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW).drawn.get()
    assert refused(lambda: note_from_outside(sampled=row, said=said(), by=here.by, at=NOW)).startswith("Note what came")
    Sampled.objects.filter(pk=row.pk).update(feedback="Clear.", received_on=TODAY, received_by=here.coordinator)
    made = note_from_outside(sampled=row, said=said(), by=here.by, at=NOW)
    assert (made.sampled, made.case_id) == (row, row.case_id)
    # Who runs moderation there but does not see the case, and who sees it but does not run moderation.
    for who in (holder_of(RoleCode.ACADEMY_STAFF, here.organisation), seat_of(here.panel, Seat.CLERK)):
        by = as_actor(who)
        assert refused(lambda by=by: note_from_outside(sampled=row, said=said(), by=by, at=NOW)) == NOT_YOURS
