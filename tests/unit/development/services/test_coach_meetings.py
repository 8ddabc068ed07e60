from datetime import date

import pytest

from academy.development.services.coach_meetings import change, note
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.coaching import CoachMeetingFactory, CoachProfileFactory, match_in
from tests.factories.people import NOW, as_actor

HELD_ON = date(2026, 11, 10)


@pytest.fixture
def match(council):
    coach = CoachProfileFactory(person=council.colleague, organisation=council.organisation)
    return match_in("running", person=council.author, profile=coach, sessions_agreed=2)


def test_meeting_is_planned_by_one_and_held_by_the_word_of_the_other(council, match):
    planned = note(match=match, met_on=date(2026, 11, 24), outcome="planned", by=council.by, at=NOW)
    held = change(meeting=planned, met_on=HELD_ON, outcome="held", by=as_actor(council.colleague), at=NOW)

    assert list(match.meetings.values_list("met_on", "outcome")) == [(HELD_ON, "held")]
    assert (held.pk, Event.objects.latest("pk").from_state, Event.objects.latest("pk").to_state) == (
        planned.pk,
        "planned",
        "held",
    )


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"outcome": "cried"}, "outcome"),
        ({"outcome": "planned"}, "outcome"),
        ({"met_on": date(2026, 11, 9)}, "met_on"),
        ({"met_on": date(2026, 10, 31)}, "met_on"),
    ],
)
def test_meeting_that_does_not_fit_is_refused_at_its_field(council, match, said, field):
    CoachMeetingFactory(match=match, met_on=date(2026, 11, 9), outcome="held")
    with pytest.raises(Refused) as refused:
        note(match=match, by=council.by, at=NOW, **{"met_on": HELD_ON, "outcome": "held", **said})

    assert (refused.value.field, match.meetings.count()) == (field, 1)


def test_more_meetings_than_agreed_are_refused_and_moved_ones_do_not_count(council, match):
    for day, outcome in ((3, "held"), (4, "missed"), (5, "moved")):
        CoachMeetingFactory(match=match, met_on=date(2026, 11, day), outcome=outcome)
    with pytest.raises(Refused, match="You agreed on 2 sessions"):
        note(match=match, met_on=HELD_ON, outcome="held", by=council.by, at=NOW)

    assert note(match=match, met_on=HELD_ON, outcome="moved", by=council.by, at=NOW).outcome == "moved"


def test_nobody_else_notes_a_meeting(council, match):
    with pytest.raises(Refused, match="Only the two of them"):
        note(match=match, met_on=HELD_ON, outcome="held", by=as_actor(council.manager), at=NOW)


def test_meeting_of_coaching_that_ended_is_not_changed(council, match):
    over = match_in("ended", person=council.author, profile=CoachProfileFactory(organisation=council.organisation))
    with pytest.raises(Refused, match="while coaching is under way"):
        change(meeting=CoachMeetingFactory(match=over), met_on=HELD_ON, outcome="held", by=council.by, at=NOW)
