"""Journeys: begun where she stands, left with a word, reached by the grade, kept under their edition (S2-05)."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from pathways.choices import ChoiceState, JourneyState
from pathways.models import Choice, Journey
from pathways.selectors.standings import standings_of
from pathways.services.journeys import begin, finish_reached, leave, move_to_edition, reach
from pathways.tasks import close_reached_journeys
from tests.factories import pathways as made
from tests.factories.identity import TODAY
from tests.factories.people import NOW, GradeFactory, TermsFactory, as_actor, member_of, staff_of


@pytest.fixture
def journey(council):
    return begin(ladder=council.ladder, step="to-bg11", by=council.by, at=NOW)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason


def promoted(council, grade="BG11"):
    """Her post says the upper grade from today on."""
    post = council.author.posts.get()
    post.terms.update(until_on=TODAY - timedelta(days=1))
    team = post.terms.get().team
    TermsFactory(post=post, team=team, from_on=TODAY, grade=GradeFactory(organisation=council.organisation, code=grade))


def test_journey_begins_under_the_edition_in_force(council, journey):
    event = Event.objects.latest("at", "pk")

    assert (journey.person, journey.organisation, journey.ladder, journey.step) == (
        council.author,
        council.organisation,
        council.ladder,
        "to-bg11",
    )
    assert (event.act, event.about_id, event.to_state) == ("pathways.journey.begin", council.author.pk, "open")


def test_second_journey_in_the_organisation_is_refused(council, journey):
    found = refused(begin, ladder=council.ladder, step="to-bg11", by=council.by)

    assert found == "You are on your way along a step already. Leave that first."
    assert list(Journey.objects.all()) == [journey]


def test_step_that_does_not_lead_on_from_her_rung_is_refused(council):
    found = refused(begin, ladder=council.ladder, step="to-bg12", by=council.by)

    assert found == "This step does not lead on from where you stand. Choose one that does."


def test_ladder_of_another_service_or_profession_is_refused(council):
    children = made.LadderVersionFactory(organisation=council.organisation, ladder="children", service_kind="children")
    elsewhere = made.LadderVersionFactory()
    said = "This ladder is not for your post. Open your own from “My pathway”."

    assert refused(begin, ladder=children, step="to-bg11", by=council.by) == said
    assert refused(begin, ladder=elsewhere, step="to-bg11", by=council.by) == said


def test_edition_that_is_no_longer_in_force_is_refused(council):
    made.LadderVersionFactory(organisation=council.organisation, valid_from=date(2026, 9, 1))

    found = refused(begin, ladder=council.ladder, step="to-bg11", by=council.by)
    assert found == "This ladder has changed since you opened the page. Open it again to see how it stands."


def test_post_without_a_grade_of_the_ladder_and_no_post_at_all_are_refused(council):
    plain, member = staff_of(council.organisation), member_of(council.organisation)
    said = {"ladder": council.ladder, "step": "to-bg11"}

    assert refused(begin, by=as_actor(plain), **said) == (
        "Your post names no grade that this ladder knows. Ask whoever keeps your record to enter it."
    )
    assert refused(begin, by=as_actor(member), **said) == "Ladders are for people with a post. Ask your academy lead."


def test_leaving_keeps_the_word_and_takes_a_waiting_choice_back(council, journey):
    choice = made.ChoiceFactory(journey=journey)
    agreed = made.choice_in("agreed", journey=journey)

    left = leave(journey=journey, because="  I change teams. ", by=council.by, at=NOW)

    assert (left.state, left.left_because, left.ended_at) == (JourneyState.LEFT, "I change teams.", NOW)
    states = {each.pk: each.state for each in Choice.objects.all()}
    assert states == {choice.pk: ChoiceState.TAKEN_BACK, agreed.pk: ChoiceState.AGREED}
    assert begin(ladder=council.ladder, step="to-bg11", by=council.by, at=NOW).is_open is True


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (" ", "Say in a few words why. Your manager and your academy read it."),
        ("x" * 501, "Use at most 500 characters."),
    ],
)
def test_leaving_without_a_word_or_with_too_many_is_refused(council, journey, because, said):
    assert refused(leave, journey=journey, because=because, by=council.by) == said
    assert Journey.objects.get().is_open is True


def test_manager_does_not_leave_for_her(council, journey):
    found = refused(leave, journey=journey, because="Enough.", by=council.managing)

    assert found == "This is for somebody else to do. If it should be you, ask your academy lead."


def test_only_the_portal_notes_that_a_step_is_made(council, journey):
    assert refused(reach, journey=journey, by=council.managing).startswith("This is for somebody else to do.")


def test_journey_is_reached_when_the_grade_says_so_and_once_only(council, journey):
    other = made.practitioner_of(council.organisation)
    staying = made.JourneyFactory(person=other, organisation=council.organisation, ladder=council.ladder)
    assert finish_reached(on=TODAY, at=NOW) == 0
    promoted(council)

    assert [finish_reached(on=TODAY, at=NOW) for _ in range(2)] == [1, 0]
    assert {each.pk: each.state for each in Journey.objects.all()} == {journey.pk: "reached", staying.pk: "open"}
    event = Event.objects.get(act="pathways.journey.reach")
    assert (event.actor.name, event.about_id) == ("pathways", council.author.pk)


def test_journey_is_reached_by_a_rung_above_too_and_by_the_daily_task(council, journey, time_machine):
    promoted(council, grade="BG12")
    time_machine.move_to(NOW)

    assert close_reached_journeys() == 1
    assert Journey.objects.get().state == JourneyState.REACHED


def test_journey_of_a_step_her_edition_lost_or_a_post_that_ended_stays(council):
    lost = made.JourneyFactory(
        person=council.author, organisation=council.organisation, ladder=council.ladder, step="gone"
    )
    post = lost.person.posts.get()

    assert finish_reached(on=TODAY, at=NOW) == 0
    post.terms.update(until_on=date(2026, 1, 31))
    assert finish_reached(on=TODAY, at=NOW) == 0
    assert Journey.objects.get().is_open is True


def test_journey_keeps_its_edition_when_a_new_one_is_published(council, journey):
    newer = made.LadderVersionFactory(organisation=council.organisation, valid_from=date(2026, 11, 1))

    standing = standings_of([council.author.pk], on=TODAY)[council.author.pk][0]
    assert standing.ladder.version == council.ladder

    moved = move_to_edition(journey=journey, ladder=newer, by=council.by, at=NOW)
    standing = standings_of([council.author.pk], on=TODAY)[council.author.pk][0]
    assert (moved.ladder, standing.ladder.version) == (newer, newer)


def test_move_to_an_edition_is_refused_where_it_has_no_such_way(council, journey):
    steps = made.ladder_said()["steps"]
    changed = "This ladder has changed since you opened the page. Open it again to see how it stands."
    other = made.LadderVersionFactory(organisation=council.organisation, ladder="other")

    def content(**said):
        return {**council.ladder.content, "steps": [{**steps[0], **said}, steps[1]]}

    def moved(ladder, by=council.by):
        return refused(move_to_edition, journey=journey, ladder=ladder, by=by)

    newer = made.LadderVersionFactory(
        organisation=council.organisation, valid_from=date(2026, 11, 1), content=content(code="renamed")
    )
    assert moved(newer, by=council.managing) == "Only the person whose journey it is moves it."
    assert [moved(council.ladder), moved(other)] == [changed, changed]
    assert moved(newer) == (
        "The newer edition has no such step. Stay under yours, or leave this journey and begin another."
    )
    made.ChoiceFactory(journey=journey)
    without = made.LadderVersionFactory(
        organisation=council.organisation, valid_from=date(2026, 11, 2), content=content(pathways=["amhp"])
    )
    assert moved(without) == (
        "The newer edition does not lead there by your pathway. Stay under yours, or choose another one."
    )
    Journey.objects.update(state="left", left_because="x", ended_at=NOW)
    assert moved(without) == "This journey has ended. Begin another one."
