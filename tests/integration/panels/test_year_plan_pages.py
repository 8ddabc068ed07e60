"""The year's plan: planned by who runs moderation, followed by whoever sees to an action."""

from datetime import timedelta

import pytest

from panels.choices.panels import Seat
from panels.models import Action
from tests.factories.panel_moderation import moderating
from tests.factories.panel_themes import ActionFactory, ThemeFactory
from tests.factories.panels import seat_of
from tests.factories.people import NOW, TODAY, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/moderation/plan/"


@pytest.fixture
def here():
    return moderating()


def sent_by(owner, **change):
    return {"words": "A workshop.", "theme": "", "owner": str(owner.pk), "due_on": "24 December 2026", **change}


def test_action_is_planned_for_a_year_and_stands_in_its_plan(here):
    ThemeFactory(organisation=here.organisation, code="depth", title="Depth of reflection")
    owner = seat_of(here.panel, Seat.MEMBER)
    client = browser(here.coordinator)
    assert "No actions were planned." in words(client.get(PAGE))
    sent = client.post(f"{PAGE}?year=2027", sent_by(owner, theme="depth"))
    action = Action.objects.get()
    assert (sent["Location"], action.year, action.owner) == (f"{PAGE}?year=2027", 2027, owner)
    page = words(client.get(sent["Location"]))
    shown = ("A workshop.", "Depth of reflection", owner.full_name, "24 Dec 2026", "0 of 1 action closed")
    assert [each in page for each in shown] == [True] * len(shown)
    assert "A workshop." not in words(client.get(PAGE))
    again = client.post(PAGE, sent_by(owner, due_on="1 January 2026"))
    assert (again.status_code, "or a later day" in words(again), Action.objects.count()) == (422, True, 1)


def test_whoever_sees_to_it_says_how_it_goes_and_closes_it(here):
    owner = staff_of(here.organisation)
    action = ActionFactory(organisation=here.organisation, owner=owner, due_on=TODAY - timedelta(days=1))
    client, page = browser(owner), action.get_absolute_url()
    assert "The year’s plan: A workshop for assessors." in words(client.get("/panels/"))
    shown = words(client.get(page))
    assert [each in shown for each in ("Late.", "Close it", "Change it", "Drop it")] == [True, True, False, False]
    assert client.post(f"{page}progress/", {"words": "Two dates are set."})["Location"] == page
    assert "Two dates are set." in words(client.get(f"{page}progress/"))
    assert client.post(f"{page}close/", {"words": " "}).status_code == 422
    assert client.post(f"{page}close/", {"words": "Held twice."})["Location"] == page
    shown = words(client.get(page))
    assert [each in shown for each in ("Held twice.", "Two dates are set.", "Close it")] == [True, True, False]
    assert Action.objects.get().state == "closed"


def test_who_runs_moderation_hands_it_over_and_drops_it(here):
    gone = staff_of(here.organisation)
    theme = ThemeFactory(organisation=here.organisation, code="old", ended_on=TODAY)
    action = ActionFactory(organisation=here.organisation, owner=gone, theme=theme)
    client, page = browser(here.coordinator), action.get_absolute_url()
    form = words(client.get(f"{page}change/"))
    assert [each in form for each in (gone.full_name, theme.title)] == [True, True]
    client.post(f"{page}change/", sent_by(here.lead, theme="old"))
    kept = Action.objects.get()
    assert (kept.owner, kept.theme, kept.words) == (here.lead, theme, "A workshop.")
    sent = client.post(f"{page}drop/", {"words": "The partnership does it."})
    assert (sent["Location"], Action.objects.get().ended_words) == (page, "The partnership does it.")
    assert "The partnership does it." in words(client.get(page))


def test_change_of_an_action_with_owner_and_theme_there_are_offers_each_once(here):
    theme = ThemeFactory(organisation=here.organisation)
    action = ActionFactory(organisation=here.organisation, theme=theme)
    form = browser(here.coordinator).get(f"{action.get_absolute_url()}change/").context["form"]
    for name, code in (("owner", str(action.owner_id)), ("theme", theme.code)):
        assert [value for value, _ in form.fields[name].choices].count(code) == 1


def test_others_find_neither_plan_nor_action(here):
    action = ActionFactory(organisation=here.organisation, owner=staff_of(here.organisation))
    page = action.get_absolute_url()
    for who in (staff_of(here.organisation), seat_of(here.panel, Seat.CLERK), moderating().coordinator):
        assert browser(who).get(page).status_code == 404
    owner = browser(action.owner)
    found = [owner.get(each).status_code for each in (PAGE, page, f"{page}change/", f"{page}drop/", f"{page}close/")]
    assert found == [403, 200, 403, 403, 200]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_actions(here, count, django_assert_num_queries):
    for _ in range(count):
        ActionFactory(organisation=here.organisation, theme=ThemeFactory(organisation=here.organisation))
    ActionFactory(organisation=here.organisation, state="closed", ended_at=NOW, ended_words="Held.", year=2025)
    client = browser(here.coordinator)
    client.get(PAGE)
    with django_assert_num_queries(9):
        assert len(client.get(PAGE).context["plan"].rows) == count
