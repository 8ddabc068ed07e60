"""Plans and meetings of one and of many: what they show, in the same number of queries."""

from datetime import date

import pytest

from academy.development.selectors.appraisals import (
    planned_between,
    read_unsent_part,
    sheet_of,
    waiting_for_signature,
)
from academy.development.selectors.goals import (
    goals_waiting,
    linkable_entries,
    own_open_goals,
    plan_of,
    visible_goal_ids,
)
from academy.development.selectors.meetings import managed_in, own_year, year_with
from academy.development.selectors.team_plans import people_managed, team_plans
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.identity.actor import Actor
from tests.factories.development import kept_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import AbsenceFactory, as_actor, staff_of
from tests.factories.plans import (
    AppraisalAddendumFactory,
    GoalEntryFactory,
    GoalReviewFactory,
    LearningNeedFactory,
    appraisal_file,
    appraisal_in,
    goal_in,
)


@pytest.fixture
def here(council):
    return {"person": council.author, "organisation": council.organisation}


@pytest.fixture
def manager(council):
    return as_actor(council.manager)


@pytest.fixture
def policy(council):
    load_appraisal_policy(appraisal_file(), on=TODAY)


@pytest.mark.parametrize("goals", [1, 3])
def test_plan_takes_one_query_for_any_number_of_goals(council, here, goals, django_assert_num_queries):
    for _ in range(goals):
        goal_in("open", **here)
    actor = council.by
    with django_assert_num_queries(1):
        plan = plan_of(council.author.pk, actor)
    assert (len(plan.open), plan.closed, plan.unagreed) == (goals, (), goals)


@pytest.mark.parametrize("people", [1, 3])
def test_team_takes_six_queries_for_any_number_of_people(council, here, policy, people, django_assert_num_queries):
    for _ in range(people - 1):
        staff_of(council.organisation, line_manager=council.manager)
    goal_in("open", **here)
    actor = as_actor(council.manager)
    listed = list(people_managed(actor))
    with django_assert_num_queries(6):
        rows = team_plans(listed, actor)
    hers = next(row for row in rows if row.person == council.author)
    assert (len(rows), hers.goals, hers.unagreed, [each.kind for each in hers.meetings]) == (
        people,
        "1 open goal.",
        1,
        ["review", "appraisal"],
    )


def test_team_without_a_policy_has_no_meetings(council, manager):
    assert [row.meetings for row in team_plans([council.author], manager)] == [()]


def test_nobody_is_managed_by_who_manages_nobody_or_elsewhere(council, manager):
    assert managed_in(council.by, council.organisation.pk) == frozenset()
    assert managed_in(manager, OrganisationFactory().pk) == frozenset()
    assert managed_in(manager, council.organisation.pk) == {council.author.pk}


@pytest.mark.parametrize("rows", [1, 3])
def test_sheet_takes_five_queries_for_any_number_of_rows(council, here, rows, django_assert_num_queries):
    meeting = appraisal_in("open", **here)
    for _ in range(rows):
        GoalReviewFactory(appraisal=meeting, goal=goal_in("open", **here))
        LearningNeedFactory(appraisal=meeting)
        AppraisalAddendumFactory(appraisal=meeting)
    actor = council.by
    with django_assert_num_queries(5):
        sheet = sheet_of(meeting, actor)
    assert (len(sheet.goals), len(sheet.needs), len(sheet.addenda)) == (rows, rows, rows)
    assert [answer.asks for answer in sheet.own] == ["What went well?"]


def test_signed_sheet_shows_the_goals_reviewed_at_it_only(council, here):
    meeting = appraisal_in("signed", **here)
    GoalReviewFactory(appraisal=meeting, goal=goal_in("reached", **here))
    goal_in("open", **here)
    assert [each.goal.state for each in sheet_of(meeting, council.by).goals] == ["reached"]


@pytest.mark.parametrize(
    ("state", "said", "word", "near", "overdue"),
    [
        (None, {}, "Overdue", True, True),
        ("open", {}, "Overdue", True, True),
        ("signed", {}, "Signed by both", False, False),
        ("cancelled", {}, "Overdue", True, True),
    ],
)
def test_meeting_says_how_it_stands(council, here, policy, state, said, word, near, overdue):
    if state:
        appraisal_in(state, kind="review", **here, **said)
    review = own_year(council.by).of(council.author.pk)[0]
    assert (review.kind, str(review.state), review.is_near, review.is_overdue) == ("review", word, near, overdue)


def test_meeting_ahead_is_not_near_and_shows_its_own_state(council, here, policy):
    later = own_year(council.by).of(council.author.pk)[1]
    assert (later.due_on, str(later.state), later.is_near, later.has_own_signature) == (
        date(2027, 3, 31),
        "Not begun",
        False,
        False,
    )
    appraisal_in("signing", **here)
    signing = own_year(council.by).of(council.author.pk)[1]
    assert (str(signing.state), signing.has_own_signature) == ("Waiting for a signature", True)


def test_long_absence_moves_the_day_on_the_page(council, policy):
    AbsenceFactory(person=council.author, from_on=date(2026, 6, 1), until_on=date(2026, 6, 30))
    assert [each.due_on for each in own_year(council.by).of(council.author.pk)] == [
        date(2026, 10, 30),
        date(2027, 4, 30),
    ]


def test_year_before_may_be_asked_for_and_nobody_elsewhere_has_one(council, policy):
    before = year_with([council.author.pk], council.organisation.pk, on=TODAY, years_back=1)
    assert (before.year_on, before.of(council.author.pk)[1].due_on) == (date(2025, 4, 1), date(2026, 3, 31))
    assert year_with([council.author.pk], OrganisationFactory().pk, on=TODAY).of(council.author.pk) == ()
    assert own_year(Actor.system("beat", on=TODAY)) is None


def test_goals_wait_for_whose_they_are_and_for_her_manager(council, here, manager, django_assert_num_queries):
    due = goal_in("open", due_on=TODAY, **here)
    goal_in("open", **here)
    goal_in("reached", due_on=TODAY, **here)
    actor = council.by
    with django_assert_num_queries(1):
        own = goals_waiting(actor)
    assert (own.own_due, own.to_agree) == ((due,), ())
    found = goals_waiting(manager)
    assert (found.own_due, [(each.person, each.count) for each in found.to_agree]) == ((), [(council.author, 2)])
    assert goals_waiting(Actor.system("beat", on=TODAY)).own_due == ()


def test_signature_waits_for_who_has_not_signed(council, here, manager):
    hers = appraisal_in("signing", signed_by="manager", manager=council.manager, **here)
    managers = appraisal_in("signing", kind="review", manager=council.manager, **here)
    assert waiting_for_signature(council.by) == [hers]
    assert waiting_for_signature(manager) == [managers]


def test_talks_planned_are_found_by_both(council, here, manager):
    talk = appraisal_in("open", manager=council.manager, planned_on=date(2026, 12, 1), **here)
    for actor in (council.by, manager):
        assert planned_between(actor, TODAY, date(2026, 12, 1)) == [talk]
        assert planned_between(actor, TODAY, date(2026, 11, 30)) == []


def test_own_goals_to_choose_from_are_open_and_of_the_place(council, here, manager):
    goal = goal_in("open", **here)
    goal_in("dropped", **here)
    goal_in("open", person=council.author)
    assert own_open_goals(council.by) == [goal]
    assert visible_goal_ids([goal.pk, goal_in("open").pk], manager) == {goal.pk}


def test_entries_to_link_are_the_newest_and_those_linked_before(council, here, monkeypatch):
    monkeypatch.setattr("academy.development.selectors.goals.MOST_OFFERED", 1)
    goal = goal_in("open", **here)
    old, new = kept_by(council.author), kept_by(council.author)
    assert linkable_entries(goal) == [new]
    GoalEntryFactory(goal=goal, entry=old)
    assert linkable_entries(goal) == [new, old]


def test_unsent_words_are_read_by_their_questions(council, policy):
    said = {"well": ["Half a"], "seen": [""], "csrfmiddlewaretoken": ["x"]}
    assert read_unsent_part(said) == {"What went well?": "Half a"}


def test_who_held_the_talk_and_manages_her_no_more_sees_the_goals_reviewed_at_it_only(council, here):
    before = staff_of(council.organisation)
    meeting = appraisal_in("open", manager=before, **here)
    reviewed = GoalReviewFactory(appraisal=meeting, goal=goal_in("open", **here)).goal
    goal_in("open", **here)
    assert [(each.goal, each.url) for each in sheet_of(meeting, as_actor(before)).goals] == [(reviewed, "")]
    assert len(sheet_of(meeting, as_actor(council.manager)).goals) == 2
