"""Goals and plans on their pages: set, agreed, linked and closed; what each reader sees."""

from datetime import date

import pytest
from django.urls import reverse

from academy.development.models import Goal
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.development import framework, kept_by
from tests.factories.people import holder_of
from tests.factories.plans import GoalEntryFactory, GoalReviewFactory, appraisal_in, goal_in

SAID = {
    "title": "Write better court reports",
    "why": "For Mrs L.",
    "how": "",
    "source": "own",
    "due_on": "31 March 2027",
}
SECRET = "Whose risk was it?"


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def page(client, name, *args):
    return client.get(at(name, *args)).content.decode()


@pytest.fixture
def goal(council):
    return goal_in("open", person=council.author, organisation=council.organisation, title="Court reports")


def test_goal_is_set_read_and_agreed(council, browser):
    response = browser.post(at("set-goal"), SAID)
    goal = Goal.objects.get()
    assert response.url == goal.get_absolute_url()
    assert (goal.title, goal.due_on) == (SAID["title"], date(2027, 3, 31))

    manager = council.client(council.manager)
    shown = page(manager, "goal", goal.pk)
    assert "Agree to this goal" in shown
    seen = goal.changed_at.isoformat()
    assert manager.post(at("agree-goal", goal.pk), {"seen": seen}).url == goal.get_absolute_url()
    goal.refresh_from_db()
    assert (goal.agreed_by, "Agree to this goal" in page(manager, "goal", goal.pk)) == (council.manager, False)


def test_goal_with_faults_is_shown_again_with_them_at_their_fields(browser):
    response = browser.post(at("set-goal"), {**SAID, "title": "", "due_on": "31 March 2025"})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {"title", "due_on"})
    assert Goal.objects.count() == 0


def test_goal_may_come_from_elsewhere_with_its_words_and_standards(council, browser):
    line = framework()[0]
    address = f"{at('set-goal')}?source=self_audit&title=Courts&statement={line.pk}&statement=x"
    form = browser.get(address).context["form"]
    assert (form.initial["source"], form.initial["title"], form.initial["standards"]) == (
        "self_audit",
        "Courts",
        [str(line.pk)],
    )
    browser.post(address, {**SAID, "source": "self_audit", "standards": [str(line.pk)]})
    assert list(Goal.objects.get().statements.all()) == [line]
    assert browser.get(f"{at('set-goal')}?source=stars").context["form"].initial["source"] == "own"


@pytest.mark.parametrize(("number", "is_linked"), [("", False), ("x", False), ("own", True), ("0", False)])
def test_goal_found_in_ones_own_meeting_remembers_it(council, browser, number, is_linked):
    meeting = appraisal_in("open", person=council.author, organisation=council.organisation)
    browser.post(f"{at('set-goal')}?appraisal={meeting.pk if number == 'own' else number}", SAID)
    assert Goal.objects.get().appraisal == (meeting if is_linked else None)


def test_goal_is_changed_from_its_words(council, browser, goal):
    form = browser.get(at("change-goal", goal.pk)).context["form"]
    assert form.initial["title"] == "Court reports"
    browser.post(at("change-goal", goal.pk), {**SAID, "title": "Shorter reports"})
    goal.refresh_from_db()
    assert goal.title == "Shorter reports"


@pytest.mark.parametrize(
    ("said", "state"),
    [({"outcome": "reached", "words": ""}, "reached"), ({"outcome": "dropped", "words": "New job."}, "dropped")],
)
def test_goal_is_closed(browser, goal, said, state):
    browser.post(at("close-goal", goal.pk), said)
    goal.refresh_from_db()
    assert (goal.state, goal.closing_words) == (state, said["words"])
    assert ">Close it</a>" not in page(browser, "goal", goal.pk)


def test_drop_without_a_reason_is_refused_next_to_the_words(browser, goal):
    response = browser.post(at("close-goal", goal.pk), {"outcome": "dropped", "words": ""})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["words"])


def test_own_entries_are_linked_and_seen_by_their_author_only(council, browser, goal):
    entry = kept_by(council.author)
    assert SECRET in page(browser, "goal-entries", goal.pk)
    browser.post(at("goal-entries", goal.pk), {"entries": [str(entry.pk)]})

    assert SECRET in page(browser, "goal", goal.pk)
    shown = page(council.client(council.manager), "goal", goal.pk)
    assert (SECRET in shown, "My entries" in shown) == (False, False)


def test_entry_page_names_the_goals_it_belongs_to(council, browser, goal):
    entry = kept_by(council.author)
    GoalEntryFactory(goal=goal, entry=entry)
    assert f'href="{goal.get_absolute_url()}">Court reports</a>' in page(browser, "entry", entry.pk)


def test_reviews_stand_on_the_page_of_the_goal(council, browser, goal):
    meeting = appraisal_in("signed", person=council.author, organisation=council.organisation)
    GoalReviewFactory(goal=goal, appraisal=meeting, standing="slow", own_words="Late.", manager_words="Soon.")
    shown = page(browser, "goal", goal.pk)
    assert [words in shown for words in ("Slower than planned", "Late.", "Soon.")] == [True] * 3


def test_plan_lists_open_and_closed_goals(council, browser, goal):
    goal_in("dropped", person=council.author, organisation=council.organisation, title="Old one")
    goal_in("open", person=council.author, organisation=council.organisation, title="Late", due_on=date(2026, 11, 1))
    response = browser.get(at("plan"))
    plan = response.context["plan"]
    assert [(row.goal.title, row.is_overdue) for row in plan.open] == [("Late", True), ("Court reports", False)]
    assert ([row.goal.title for row in plan.closed], plan.unagreed) == (["Old one"], 2)


def test_manager_reads_the_plan_of_her_people_and_it_is_noted(council, goal):
    client = council.client(council.manager)
    assert "Court reports" in page(client, "person-plan", council.author.pk)
    assert Event.objects.filter(kind="read", about_id=council.author.pk).count() == 1
    listed = page(client, "plans")
    assert ("1 open goal." in listed, "1 waits for your agreement" in listed) == (True, True)


@pytest.mark.parametrize("who", ["colleague", *RoleCode.values])
def test_nobody_else_reads_goals_or_plans(council, goal, who):
    person = council.colleague if who == "colleague" else holder_of(who, council.organisation)
    client = council.client(person)
    assert client.get(at("goal", goal.pk)).status_code == 404
    assert client.get(at("person-plan", council.author.pk)).status_code == 403
    assert client.post(at("agree-goal", goal.pk)).status_code == 404


def test_look_at_practice_leads_to_a_goal_that_says_so(browser):
    browser.post(at("set-goal"), {**SAID, "source": "practice"})
    goal = Goal.objects.get()
    assert "It came from: A look at practice." in page(browser, "goal", goal.pk)
