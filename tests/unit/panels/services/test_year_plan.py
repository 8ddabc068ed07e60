"""Actions of the year's plan: planned, handed to somebody else, told of, closed or dropped with words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.identity.models import Person
from panels.choices.panels import Seat
from panels.models import Action
from panels.services.locking import NOT_YOURS
from panels.services.year_plan import Planned, change, close, drop, note_progress, plan
from tests.factories.identity import PersonFactory
from tests.factories.panel_moderation import moderating
from tests.factories.panel_themes import ActionFactory, ThemeFactory, keeper_of
from tests.factories.panels import seat_of
from tests.factories.people import NOW, TODAY, as_actor, staff_of

pytestmark = pytest.mark.django_db
NEXT = TODAY + timedelta(days=30)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def owner(here):
    return seat_of(here.panel, Seat.MEMBER)


def planned(owner: Person | None, **change):
    said = Planned(words="A workshop. ", owner_id=owner.pk if owner else None, due_on=NEXT)
    return replace(said, **change)


def plan_in(here, said, by=None):
    return plan(organisation=here.organisation, year=2026, said=said, by=by or here.by, at=NOW)


def refused(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def notices():
    return list(Notice.objects.filter(kind="panels.action.given").values_list("person_id", flat=True))


def test_action_is_planned_and_its_owner_is_told(here, owner):
    theme = ThemeFactory(organisation=here.organisation, code="depth")
    made = plan_in(here, planned(owner, theme="depth"))
    kept = Action.objects.get()
    assert (kept.pk, kept.words, kept.owner, kept.due_on) == (made.pk, "A workshop.", owner, NEXT)
    assert (kept.theme, kept.year, kept.state, kept.opened_at) == (theme, 2026, "open", NOW)
    assert (notices(), Event.objects.filter(act="panels.action.plan").count()) == ([owner.pk], 1)


def test_nobody_is_told_what_she_planned_for_herself(here):
    plan_in(here, planned(here.coordinator))
    assert notices() == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": ""}, "Write what is to be done."),
        ({"owner_id": None}, "Say who sees to it."),
        ({"due_on": None}, "Give 2 November 2026 or a later day."),
        ({"due_on": TODAY - timedelta(days=1)}, "Give 2 November 2026 or a later day."),
        ({"theme": "hats"}, "Choose a theme from the list, or none."),
    ],
)
def test_action_has_words_an_owner_a_coming_day_and_a_theme_there_is(here, owner, change, says):
    says = says.replace("2 November 2026", f"{TODAY.day} {TODAY:%B %Y}")
    assert refused(lambda: plan_in(here, planned(owner, **change))) == says
    assert Action.objects.count() == 0


def test_owner_has_a_role_or_a_seat_there(here):
    for stranger in (PersonFactory(), staff_of(here.organisation), seat_of(moderating().panel)):
        assert refused(lambda who=stranger: plan_in(here, planned(who))) == "Say who sees to it."


def test_who_does_not_run_moderation_neither_plans_changes_nor_drops(here, owner):
    action = ActionFactory(organisation=here.organisation, owner=owner)
    for who in (owner, seat_of(here.panel, Seat.CLERK), moderating().coordinator):
        by = as_actor(who)
        acts = (
            lambda by=by: plan_in(here, planned(owner), by=by),
            lambda by=by: change(action=action, said=planned(owner), by=by, at=NOW),
            lambda by=by: drop(action=action, words="No.", by=by, at=NOW),
        )
        assert [refused(act) for act in acts] == [NOT_YOURS] * 3


def test_change_keeps_what_was_and_tells_who_takes_it_over(here, owner):
    ended = ThemeFactory(organisation=here.organisation, code="old", ended_on=TODAY)
    gone = PersonFactory()
    day = TODAY - timedelta(days=3)
    action = ActionFactory(organisation=here.organisation, owner=gone, due_on=day, theme=ended)
    kept = change(action=action, said=planned(gone, due_on=day, theme="old"), by=here.by, at=NOW)
    assert (kept.words, kept.owner, kept.due_on, kept.theme, notices()) == ("A workshop.", gone, day, ended, [])
    changed = change(action=action, said=planned(owner), by=here.by, at=NOW)
    assert (changed.owner, changed.due_on, changed.theme, notices()) == (owner, NEXT, None, [owner.pk])
    late = planned(owner, due_on=TODAY - timedelta(days=1))
    assert refused(lambda: change(action=action, said=late, by=here.by, at=NOW)).startswith("Give ")


def test_owner_and_who_runs_moderation_say_how_it_goes_and_close_it(here, owner):
    for by in (as_actor(owner), here.by):
        action = ActionFactory(organisation=here.organisation, owner=owner)
        told = note_progress(action=action, words=" Two dates are set. ", by=by, at=NOW)
        assert (told.progress, told.progress_on, told.state) == ("Two dates are set.", TODAY, "open")
        closed = close(action=action, words=" Held twice. ", by=by, at=NOW)
        assert (closed.state, closed.ended_words, closed.ended_at) == ("closed", "Held twice.", NOW)
    acts = Event.objects.filter(act__in=["panels.action.tell", "panels.action.close"])
    assert acts.count() == 4


def test_action_of_another_is_nobodys_else_to_close(here, owner):
    action = ActionFactory(organisation=here.organisation, owner=keeper_of(here.organisation))
    by = as_actor(owner)
    acts = (
        lambda: close(action=action, words="Done.", by=by, at=NOW),
        lambda: note_progress(action=action, words="Well.", by=by, at=NOW),
    )
    assert [refused(act) for act in acts] == [NOT_YOURS] * 2


def test_action_ends_once_and_with_words(here):
    action = ActionFactory(organisation=here.organisation)
    assert refused(lambda: close(action=action, words=" ", by=here.by, at=NOW)).startswith("Write what came of it.")
    assert refused(lambda: drop(action=action, words="", by=here.by, at=NOW)).startswith("Write why it is dropped.")
    assert refused(lambda: note_progress(action=action, words=" ", by=here.by, at=NOW)) == "Write how it goes."
    dropped = drop(action=action, words=" The partnership does it. ", by=here.by, at=NOW)
    assert (dropped.state, dropped.ended_words) == ("dropped", "The partnership does it.")
    said = planned(here.coordinator)
    again = (
        lambda: close(action=action, words="Done.", by=here.by, at=NOW),
        lambda: drop(action=action, words="No.", by=here.by, at=NOW),
        lambda: note_progress(action=action, words="Well.", by=here.by, at=NOW),
        lambda: change(action=action, said=said, by=here.by, at=NOW),
    )
    assert [refused(act).startswith("This action has ended.") for act in again] == [True] * 4
