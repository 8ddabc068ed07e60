from dataclasses import replace
from datetime import timedelta

import pytest

from academy.development.choices.supervisions import PeerSessionState
from academy.development.models import Entry, PeerAttendance, PeerSession
from academy.development.selectors.peer_sessions import (
    coming_for,
    latest_session_on,
    own_entry_about,
    past_for,
    places_for,
    to_note_for,
    who_may_have_come,
)
from academy.development.services.peer_sessions import SessionSaid, begin_own, cancel, hold, join, leave, plan
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.people.models import Terms
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, member_of, staff_of

TODAY = NOW.date()
LATER = TODAY + timedelta(days=9)
SAID = SessionSaid(topic="Legal literacy", held_on=LATER, place="Room 2", minutes=60, team_id=None)


def planned(council, **said) -> PeerSession:
    return plan(said=replace(SAID, **said), by=council.by, at=NOW)


def held(council, *came, **said) -> PeerSession:
    session = planned(council, held_on=TODAY, **said)
    for person in came:
        if person != council.author:
            join(session=session, by=as_actor(person), at=NOW)
    return hold(session=session, came=[person.pk for person in came], takeaway="", by=council.by, at=NOW)


def came(session) -> dict[int, bool | None]:
    return dict(session.attendances.values_list("person_id", "came"))


def team_of(person):
    return Terms.objects.get(post__person=person).team


def test_who_plans_leads_the_session_and_is_in_its_group(council):
    session = planned(council)

    assert (session.leader, session.organisation, session.state) == (council.author, council.organisation, "planned")
    assert came(session) == {council.author.pk: None}
    event = Event.objects.latest("pk")
    assert (event.act, event.about_id) == ("development.peer_session.plan", council.author.pk)


def test_planning_refuses_a_past_day_and_a_team_of_others(council):
    with pytest.raises(Refused, match="past") as early:
        planned(council, held_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="Choose a team of yours") as foreign:
        planned(council, team_id=team_of(staff_of(OrganisationFactory())).pk)

    assert (early.value.field, foreign.value.field) == ("held_on", "team")
    assert not PeerSession.objects.exists()


def test_somebody_without_a_place_plans_nothing(council):
    with pytest.raises(Refused, match="You need a place"):
        plan(said=SAID, by=Actor.system("sweep", on=TODAY), at=NOW)


def test_places_are_ones_teams_in_the_organisation_and_everybody(council):
    mine = team_of(council.author)

    assert [place.words for place in places_for(council.by)] == [f"My team, {mine.name}", "Everybody here"]


def test_joining_twice_is_joining_once_and_leaving_ends_it(council):
    session, colleague = planned(council), as_actor(council.colleague)
    join(session=session, by=colleague, at=NOW)
    join(session=session, by=colleague, at=NOW)
    assert came(session) == {council.author.pk: None, council.colleague.pk: None}

    leave(session=session, by=colleague, at=NOW)
    assert came(session) == {council.author.pk: None}


def test_leader_does_not_leave_but_cancels(council):
    session = planned(council)
    with pytest.raises(Refused, match="You lead this session"):
        leave(session=session, by=council.by, at=NOW)

    cancelled = cancel(session=session, because="The room is closed.", by=council.by, at=NOW)

    assert (cancelled.state, cancelled.cancelled_because) == (PeerSessionState.CANCELLED, "The room is closed.")
    with pytest.raises(Refused, match="over or cancelled"):
        join(session=session, by=as_actor(council.colleague), at=NOW)


def test_stranger_of_another_organisation_cannot_join(council):
    session = planned(council)

    with pytest.raises(Refused, match="for colleagues of its organisation"):
        join(session=session, by=as_actor(staff_of(OrganisationFactory())), at=NOW)


def test_noting_says_of_everybody_whether_she_came_and_adds_who_came_unannounced(council):
    session = planned(council, held_on=TODAY, team_id=team_of(council.author).pk)
    mate = staff_of(council.organisation, team=team_of(council.author))
    join(session=session, by=as_actor(council.colleague), at=NOW)

    done = hold(session=session, came=[council.author.pk, mate.pk], takeaway="Ask early.", by=council.by, at=NOW)

    assert (done.state, done.takeaway) == (PeerSessionState.HELD, "Ask early.")
    assert came(done) == {council.author.pk: True, council.colleague.pk: False, mate.pk: True}


def test_noting_refuses_a_day_to_come_who_was_not_offered_and_who_does_not_lead(council):
    tomorrow, today = planned(council), planned(council, held_on=TODAY, topic="Trauma")
    outsider = member_of(council.organisation)
    cases = [
        (tomorrow, [council.author.pk], council.by, "still to come"),
        (today, [outsider.pk], council.by, "Choose from the colleagues shown"),
        (today, [council.author.pk], as_actor(council.colleague), "somebody else"),
    ]
    for session, people, by, reason in cases:
        with pytest.raises(Refused, match=reason):
            hold(session=session, came=people, takeaway="", by=by, at=NOW)

    assert not PeerAttendance.objects.exclude(came=None).exists()


def test_sheet_offers_the_team_who_joined_and_the_leader_by_name(council):
    session = planned(council, team_id=team_of(council.author).pk)
    join(session=session, by=as_actor(council.colleague), at=NOW)

    offered = who_may_have_come(session, on=LATER)

    assert {person.pk for person in offered} == {council.author.pk, council.colleague.pk}
    assert [person.family_name for person in offered] == sorted(person.family_name for person in offered)


def test_coming_are_those_for_everybody_her_team_and_where_she_joined(council):
    own = planned(council, topic="For the team", team_id=team_of(council.author).pk)
    everybody = planned(council, topic="For all", held_on=LATER + timedelta(days=1))
    colleague = as_actor(council.colleague)
    assert [session.topic for session in coming_for(council.by)] == ["For the team", "For all"]
    assert [session.topic for session in coming_for(colleague)] == ["For all"]

    join(session=own, by=colleague, at=NOW)
    cancel(session=everybody, because="Ill-timed.", by=council.by, at=NOW)
    assert [(session.topic, session.joined) for session in coming_for(colleague)] == [("For the team", True)]


def test_past_sessions_are_those_she_was_at_and_the_latest_counts_for_the_rhythm(council):
    held(council, council.author, council.colleague)
    held(council, council.author, topic="Trauma")

    assert {session.topic for session in past_for(council.by)} == {"Legal literacy", "Trauma"}
    assert [session.topic for session in past_for(as_actor(council.colleague))] == ["Legal literacy"]
    assert latest_session_on(council.colleague.pk, by=TODAY) == TODAY
    assert latest_session_on(council.colleague.pk, by=TODAY - timedelta(days=1)) is None
    assert latest_session_on(council.manager.pk, by=TODAY) is None


def test_session_waits_for_its_leader_from_the_day_after(council):
    session = planned(council, held_on=TODAY)
    tomorrow = as_actor(council.author, on=TODAY + timedelta(days=1))

    assert [list(to_note_for(council.by)), list(to_note_for(tomorrow))] == [[], [session]]


def test_who_was_there_begins_one_entry_with_topic_and_day(council):
    session, colleague = held(council, council.author, council.colleague), as_actor(council.colleague)

    first = begin_own(session=session, by=colleague, at=NOW)
    Entry.objects.filter(pk=first.pk).update(title="My own words")
    again = begin_own(session=session, by=colleague, at=NOW)

    assert (first.kind, first.way, first.title, first.started_on) == ("peer", "others", session.topic, TODAY)
    assert (again.pk, again.title, own_entry_about(session, colleague)) == (first.pk, "My own words", first)


def test_who_was_not_there_begins_no_entry(council):
    session = held(council, council.author)

    with pytest.raises(Refused, match="Only who was there"):
        begin_own(session=session, by=as_actor(council.colleague), at=NOW)
