"""What is there once, and what makes room for another; what rows print."""

from datetime import date

import pytest
from django.db import IntegrityError

from pathways.choices import AgreementState, ChoiceState, JourneyState
from pathways.models import Choice, Journey
from tests.factories import pathways as made
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

# name: (how to make a row, what the second shares with the first, a column SQLite names)
TWICE = {
    "ladderversion_code_once": (made.LadderVersionFactory, ("organisation", "ladder", "code"), "code|ladder"),
    "ladderversion_start_once": (made.LadderVersionFactory, ("organisation", "ladder"), "valid_from"),
    "sitting_once_a_day": (made.SittingFactory, ("organisation", "purpose", "on"), "sits_on"),
    "journey_one_under_way": (made.JourneyFactory, ("person", "organisation"), "organisation_id"),
    "choice_one_waits": (made.ChoiceFactory, ("journey",), "journey_id"),
    "choice_one_agreed": (lambda **said: made.choice_in("agreed", **said), ("journey",), "journey_id"),
    "agreement_one_waits": (made.AgreementFactory, ("person", "organisation", "code"), "code"),
    "milestone_once": (made.MilestoneFactory, ("journey", "code"), "code"),
}


@pytest.mark.parametrize("name", TWICE)
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column = TWICE[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**{each: getattr(first, each) for each in shared})


def test_what_has_ended_leaves_room_for_another():
    council = OrganisationFactory()
    withdrawn = made.LadderVersionFactory(organisation=council, withdrawn_on=date(2026, 5, 1))
    ladder = made.LadderVersionFactory(organisation=council)
    made.SittingFactory(organisation=council, cancelled_at=NOW, cancelled_because="No room.")
    made.SittingFactory(organisation=council)
    left = made.journey_in("left", organisation=council, ladder=withdrawn)
    now = made.JourneyFactory(organisation=council, person=left.person, ladder=ladder)
    for state in ("taken_back", "declined", "changed", "agreed", "asked"):
        made.choice_in(state, journey=now)
    agreed = made.agreement_in("agreed", organisation=council)
    made.AgreementFactory(organisation=council, person=agreed.person)

    assert list(Journey.objects.open()) == [now]
    assert [each.state for each in Choice.objects.filter(journey=now)] == [
        "asked",
        "agreed",
        "changed",
        "declined",
        "taken_back",
    ]


def test_rows_print_ids_and_no_words():
    choice, agreement, milestone = made.ChoiceFactory(), made.AgreementFactory(), made.MilestoneFactory()
    sitting, version = made.SittingFactory(), made.LadderVersionFactory(code="2026")

    assert [str(row) for row in (choice.journey, choice, agreement, milestone, sitting, version)] == [
        f"journey {choice.journey_id}",
        f"choice {choice.pk}",
        f"agreement {agreement.pk}",
        f"date {milestone.pk} of journey {milestone.journey_id}",
        "Progression panel 2027-06-17",
        "Career progression in adults' services, 2026",
    ]


def test_choice_is_about_whose_journey_it_is():
    choice = made.ChoiceFactory()

    assert (choice.person_id, choice.organisation_id, choice.is_asked) == (
        choice.journey.person_id,
        choice.journey.organisation_id,
        True,
    )


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        (JourneyState.OPEN, "Under way", "doing"),
        (JourneyState.REACHED, "Reached", "met"),
        (JourneyState.LEFT, "Left", "notyet"),
        (ChoiceState.ASKED, "Waits for the manager", "doing"),
        (ChoiceState.AGREED, "Agreed", "met"),
        (ChoiceState.CHANGED, "Changed for another", "notyet"),
        (AgreementState.ASKED, "Waits to be agreed", "doing"),
        (AgreementState.AGREED, "Agreed", "met"),
        (AgreementState.DECLINED, "Not agreed", "notyet"),
    ],
)
def test_state_is_a_word_and_a_shape(state, word, shape):
    assert (state.state.word, state.state.shape) == (word, shape)
