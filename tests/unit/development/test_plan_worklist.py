"""What waits in goals and appraisals, for her and for her manager; days ahead, columns and cards."""

from datetime import date

import pytest

from academy.development.columns import plans as columns
from academy.development.diary import _plans
from academy.development.hub import plans as hub
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.development.worklist import plans as worklist
from academy.identity.actor import Actor
from tests.factories.identity import TODAY
from tests.factories.people import as_actor, staff_of
from tests.factories.plans import appraisal_file, appraisal_in, goal_in

SOON = date(2026, 12, 10)


@pytest.fixture
def here(council):
    return {"person": council.author, "organisation": council.organisation}


@pytest.fixture
def manager(council):
    return as_actor(council.manager)


@pytest.fixture
def policy(council):
    load_appraisal_policy(appraisal_file(), on=TODAY)


def said(items):
    return [(item.what, item.action, item.due_on) for item in items]


REVIEW = "My Performance: half-year review"


def test_meeting_past_its_day_waits_for_her_and_for_her_manager(council, policy):
    assert said(worklist._meetings(council.by, TODAY)) == [(f"Begin your {REVIEW}", "See my plan", date(2026, 9, 30))]
    staff_of(council.organisation, line_manager=council.manager)
    team = worklist._meetings(as_actor(council.manager), TODAY)
    assert said(team)[1:] == [(f"See your team through {REVIEW}", "See the plans", date(2026, 9, 30))]
    assert team[1].why == "2 of 2 are not signed by both."


def test_begun_meeting_is_prepared_until_she_has_signed(council, here, policy, manager):
    begun = appraisal_in("open", kind="review", **here)
    assert said(worklist._meetings(council.by, TODAY)) == [(f"Prepare your {REVIEW}", "Open it", date(2026, 9, 30))]
    assert worklist._meetings(manager, TODAY)[1].why == "1 of 1 is not signed by both."
    type(begun).objects.filter(pk=begun.pk).delete()
    appraisal_in("signing", kind="review", **here)
    assert worklist._meetings(council.by, TODAY) == []


def test_nothing_waits_without_a_policy_or_a_place(council):
    assert worklist._meetings(council.by, TODAY) == []
    assert worklist._meetings(Actor.system("beat", on=TODAY), TODAY) == []


def test_signature_that_is_missing_waits(council, here, manager):
    appraisal_in("signing", signed_by="manager", manager=council.manager, **here)
    appraisal_in("signing", kind="review", manager=council.manager, **here)
    name = council.author.full_name
    assert [item.what for item in worklist._signatures(council.by, TODAY)] == ["Sign your My Performance"]
    assert [item.what for item in worklist._signatures(manager, TODAY)] == [f"Sign {name}’s My Performance"]
    assert worklist._signatures(manager, TODAY)[0].waiting_since == TODAY


def test_goals_wait_for_their_day_and_for_agreement(council, here, manager):
    first = goal_in("open", title="Court reports", due_on=TODAY, **here)
    assert said(worklist._goals(council.by, TODAY)) == [
        ("Your goal “Court reports” has come to its day", "See it", TODAY)
    ]
    name = council.author.full_name
    [one] = worklist._goals(manager, TODAY)
    assert (one.what, one.url) == (f"Agree to a goal of {name}", first.get_absolute_url())
    goal_in("open", **here)
    [two] = worklist._goals(manager, TODAY)
    assert (two.what, two.url) == (f"Agree to 2 goals of {name}", f"/development/people/{council.author.pk}/")


def test_days_ahead_are_talks_and_own_goals(council, here, manager):
    goal_in("open", title="Court reports", due_on=SOON, **here)
    appraisal_in("open", manager=council.manager, planned_on=SOON, **here)
    assert [(day.on, day.what, day.detail) for day in _plans(council.by, SOON)] == [
        (SOON, "My Performance", "Appraisal"),
        (SOON, "A goal comes to its day", "Court reports"),
    ]
    assert [day.what for day in _plans(manager, SOON)] == [f"My Performance: {council.author.full_name}"]


@pytest.mark.parametrize(
    ("due", "word", "says"),
    [
        ([], "No open goal", ""),
        ([SOON], "Under way", "1 open goal."),
        ([date(2026, 11, 1), SOON], "Past its day", "2 open goals, 1 past the day."),
    ],
)
def test_column_of_goals_says_how_they_stand(council, here, manager, due, word, says):
    for day in due:
        goal_in("open", due_on=day, **here)
    cell = columns._goals(manager, [council.author.pk])[council.author.pk]
    assert (str(cell.state), cell.says, cell.due_on) == (word, says, due[0] if due else None)


def test_column_of_meetings_shows_the_next_or_the_last(council, here, policy, manager):
    def cell():
        found = columns._meetings(manager, [council.author.pk])[council.author.pk]
        return str(found.state), found.says, found.due_on

    assert cell() == ("Overdue", REVIEW, date(2026, 9, 30))
    appraisal_in("signed", kind="review", **here)
    assert cell() == ("Not begun", "My Performance", date(2027, 3, 31))
    appraisal_in("signed", **here)
    assert cell() == ("Signed by both", "My Performance", None)


def test_column_of_meetings_is_empty_without_a_policy(council, manager):
    assert columns._meetings(manager, [council.author.pk]) == {}


def test_card_of_ones_plan_leads_to_the_next_step(council, here, policy):
    def card():
        found = hub._plan(council.by)[0]
        return found.says, found.button, found.due_on

    assert card() == (f"No open goal. {REVIEW}:", f"Begin {REVIEW}", date(2026, 9, 30))
    meeting = appraisal_in("open", kind="review", **here)
    assert hub._plan(council.by)[0].button_url == meeting.get_absolute_url()
    for kind in ("appraisal", "review"):
        type(meeting).objects.filter(kind=kind).delete()
        appraisal_in("signed", kind=kind, **here)
    goal_in("open", due_on=SOON, **here)
    assert card() == ("1 open goal.", "Set a goal", None)


def test_card_of_peoples_plans_is_for_managers(council, manager):
    assert [card.title for card in hub._people(manager)] == ["My people’s plans"]
    assert hub._people(council.by) == []
