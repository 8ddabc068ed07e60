"""Themes: taken up and counted by who runs moderation, noted on a case, never shown to candidate or assessor."""

import pytest

from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Seat
from panels.models import Sampled, Theme, ThemeNote
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panel_themes import ThemeFactory, ThemeNoteFactory
from tests.factories.panels import case_in, seat_of
from tests.factories.people import NOW, TODAY, staff_of
from tests.integration.pages import browser, words
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/moderation/themes/"
SAID = {"theme": "depth", "sort": "strength", "words": "Deep and honest."}


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def theme(here):
    return ThemeFactory(organisation=here.organisation, code="depth", title="Depth of reflection")


def at_table(here):
    return case_in(CaseState.ON_AGENDA, kind=CaseKind.MODERATION, panel=here.panel)


def test_theme_is_taken_up_ended_and_taken_up_again(here):
    client = browser(here.coordinator)
    assert "No theme was taken up here yet." in words(client.get(PAGE))
    sent = client.post(PAGE, {"title": "Depth of reflection"})
    assert (sent.status_code, sent["Location"]) == (302, PAGE)
    theme = Theme.objects.get()
    assert client.post(f"{PAGE}{theme.pk}/end/")["Location"] == PAGE
    assert "Ended on" in words(client.get(PAGE))
    client.post(f"{PAGE}{theme.pk}/take-up/")
    page = words(client.get(PAGE))
    assert [each in page for each in ("Depth of reflection", "Ended on", "July to December 2026")] == [
        True,
        False,
        True,
    ]
    again = client.post(PAGE, {"title": "depth of reflection"})
    assert (again.status_code, "There is a theme of this name." in words(again)) == (422, True)


def test_chair_notes_a_theme_on_a_case_and_takes_it_back(here, theme):
    case = at_table(here)
    client = browser(seat_of(here.panel))
    address = f"/panels/moderation/cases/{case.pk}/theme/"
    assert address in words(client.get(case.get_absolute_url()))
    assert "Depth of reflection" in words(client.get(address))
    sent = client.post(address, SAID)
    assert (sent.status_code, sent["Location"]) == (302, case.get_absolute_url())
    note = ThemeNote.objects.get()
    page = words(client.get(case.get_absolute_url()))
    assert [each in page for each in ("Deep and honest.", "A strength", "Take it back")] == [True] * 3
    clerk = words(browser(seat_of(here.panel, Seat.CLERK)).get(case.get_absolute_url()))
    assert [each in clerk for each in ("Deep and honest.", "Take it back")] == [True, False]
    taken = client.post(f"/panels/moderation/notes/{note.pk}/take-back/")
    assert (taken["Location"], ThemeNote.objects.count()) == (case.get_absolute_url(), 0)


def test_note_that_names_somebody_is_asked_about_and_an_empty_one_is_refused(here, theme):
    case = at_table(here)
    client = browser(seat_of(here.panel))
    address = f"/panels/moderation/cases/{case.pk}/theme/"
    found = client.post(address, {**SAID, "words": "Seen with NHS number 943 476 5919."})
    empty = client.post(address, {**SAID, "words": " "})
    assert (found.status_code, empty.status_code, ThemeNote.objects.count()) == (422, 422, 0)


def test_neither_candidate_nor_assessor_nor_member_finds_it(here, theme):
    case = at_table(here)
    note = ThemeNoteFactory(theme=theme, case=case, words="Deep and honest.", noted_by=seat_of(here.panel))
    member = seat_of(here.panel, Seat.MEMBER)
    addresses = (f"/panels/moderation/cases/{case.pk}/theme/", f"/panels/moderation/notes/{note.pk}/take-back/")
    for who, known in ((case.person, 404), (case.recommendation.person, 404), (member, 403)):
        client = browser(who)
        assert (client.get(addresses[0]).status_code, client.post(addresses[1]).status_code) == (known, 404)
        assert "Deep and honest." not in words(client.get(case.get_absolute_url()))
    clerk = browser(seat_of(here.panel, Seat.CLERK))
    assert (clerk.post(addresses[1]).status_code, ThemeNote.objects.count()) == (403, 1)


def test_what_came_back_of_a_sample_is_noted_without_saying_whose_it_is(here, theme):
    case = given_back(here)
    row = draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW).drawn.get()
    client = browser(here.coordinator)
    address = f"/panels/moderation/sampled/{row.pk}/theme/"
    assert address not in words(client.get(row.sample.get_absolute_url()))
    assert client.post(address, SAID).status_code == 422
    Sampled.objects.filter(pk=row.pk).update(feedback="Clear.", received_on=TODAY, received_by=here.coordinator)
    assert address in words(client.get(row.sample.get_absolute_url()))
    page = words(client.get(address))
    assert [each in page for each in (f"Case {case.pk}", "Clear.", case.person.full_name)] == [True, True, False]
    sent = client.post(address, SAID)
    assert (sent["Location"], ThemeNote.objects.get().sampled) == (row.sample.get_absolute_url(), row)
    assert "from outside" in words(client.get(case.get_absolute_url()))


def test_themes_are_counted_for_who_runs_moderation_alone(here, theme):
    case = given_back(here)
    ThemeNoteFactory(theme=theme, case=case, words="Deep and honest.", sort="strength")
    response = browser(here.coordinator).get(f"{PAGE}?half=2026-2")
    assert [(row.count.strengths, row.count.cases) for row in response.context["rows"]] == [(1, 1)]
    assert "Deep and honest." not in words(response)
    before = browser(here.coordinator).get(f"{PAGE}?half=2026-1")
    assert before.context["half"].code == "2026-2"
    for who in (case.person, staff_of(here.organisation), seat_of(here.panel, Seat.CLERK)):
        client = browser(who)
        assert client.get(PAGE).status_code == 403
        assert client.post(f"{PAGE}{theme.pk}/end/").status_code == 404
    assert Theme.objects.get().ended_on is None


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_themes_and_notes(here, count, django_assert_num_queries):
    for _ in range(count):
        theme = ThemeFactory(organisation=here.organisation)
        ThemeNoteFactory(theme=theme, case=given_back(here))
    client = browser(here.coordinator)
    client.get(PAGE)
    with django_assert_num_queries(8):
        assert len(client.get(PAGE).context["rows"]) == count
    case = at_table(here)
    for _ in range(count):
        ThemeNoteFactory(theme=theme, case=case)
    chair = browser(seat_of(here.panel))
    chair.get(case.get_absolute_url())
    with django_assert_num_queries(23):
        assert words(chair.get(case.get_absolute_url())).count("The reflections stay") == count
