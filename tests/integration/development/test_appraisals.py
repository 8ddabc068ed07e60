"""Appraisals on their pages: begun, written by both, goals and needs, signed by both, added to."""

import pytest
from django.urls import reverse

from academy.development.models import Appraisal, GoalReview, LearningNeed
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.audits import SkillFactory, SkillSetFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.plans import LearningNeedFactory, appraisal_file, appraisal_in, goal_in

PAGES = (
    "appraisal",
    "write-appraisal",
    "plan-appraisal",
    "review-goals",
    "name-need",
    "sign-appraisal",
    "cancel-appraisal",
)
TODAY = {"held_on": "17 November 2026"}


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def page(client, name, *args):
    return client.get(at(name, *args)).content.decode()


@pytest.fixture
def policy(council):
    load_appraisal_policy(appraisal_file(), on=NOW.date())


@pytest.fixture
def meeting(council, policy, browser):
    browser.post(at("begin-appraisal", council.author.pk, "appraisal"), {})
    return Appraisal.objects.get()


@pytest.fixture
def manager(council):
    return council.client(council.manager)


def test_plan_offers_to_begin_both_meetings_of_the_year(council, policy, browser):
    meetings = browser.get(at("plan")).context["meetings"]
    assert [(each.called, str(each.state)) for each in meetings] == [
        ("My Performance: half-year review", "Overdue"),
        ("My Performance", "Not begun"),
    ]
    assert "Due by 31 March 2027" in page(browser, "begin-appraisal", council.author.pk, "appraisal")


def test_meeting_that_is_not_asked_says_so_and_an_unknown_one_is_not_there(council, browser):
    assert "not asked for this year" in page(browser, "begin-appraisal", council.author.pk, "review")
    assert browser.get(at("begin-appraisal", council.author.pk, "chat")).status_code == 404
    response = browser.post(at("begin-appraisal", council.author.pk, "review"), {})
    assert (response.status_code, Appraisal.objects.count()) == (422, 0)


def test_both_prepare_sign_and_add(council, browser, manager, meeting):
    browser.post(at("write-appraisal", meeting.pk), {"well": "The rota."})
    manager.post(at("write-appraisal", meeting.pk), {"seen": "Her calm."})
    browser.post(at("sign-appraisal", meeting.pk), TODAY)
    assert "Waiting for a signature" in page(manager, "appraisal", meeting.pk)
    manager.post(at("sign-appraisal", meeting.pk), {})
    manager.post(at("add-to-appraisal", meeting.pk), {"words": "One more thing."})

    shown = page(browser, "appraisal", meeting.pk)
    assert [words in shown for words in ("The rota.", "Her calm.", "Signed by both", "One more thing.")] == [True] * 4
    assert browser.post(at("write-appraisal", meeting.pk), {"well": "Other"}).status_code == 422


def test_one_sees_own_questions_and_never_writes_the_others(council, browser, manager, meeting):
    assert "What went well?" in page(browser, "write-appraisal", meeting.pk)
    assert "What went well?" not in page(manager, "write-appraisal", meeting.pk)
    manager.post(at("write-appraisal", meeting.pk), {"well": "x", "seen": "y"})
    meeting.refresh_from_db()
    assert (meeting.own, meeting.manager_part) == ({}, {"seen": "y"})


def test_change_after_a_signature_is_warned_of(council, browser, manager, meeting):
    browser.post(at("write-appraisal", meeting.pk), {"well": "The rota."})
    assert "that signature is taken away" not in page(manager, "write-appraisal", meeting.pk)
    browser.post(at("sign-appraisal", meeting.pk), TODAY)
    assert "that signature is taken away" in page(manager, "write-appraisal", meeting.pk)
    manager.post(at("write-appraisal", meeting.pk), {"seen": "y"})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.own_signed_at) == ("open", None)


def test_words_not_saved_yet_come_back_to_who_wrote_them(council, browser, meeting):
    save = reverse("drafts:save", args=["development.appraisal", str(meeting.pk)])
    assert browser.post(save, {"well": "Half a", "revision": "0", "tab": "a"}).status_code == 200
    assert "Half a" in page(browser, "write-appraisal", meeting.pk)
    browser.post(at("write-appraisal", meeting.pk), {"well": "Half a thought."})
    assert "Half a thought." in page(browser, "write-appraisal", meeting.pk)


def test_goals_are_reviewed_by_both(council, browser, manager, meeting):
    goal = goal_in("open", person=council.author, organisation=council.organisation, title="Court reports")
    field = {f"standing_{goal.pk}": "slow", f"words_{goal.pk}": "Late."}
    assert "Not reviewed yet" in page(browser, "appraisal", meeting.pk)
    browser.post(at("review-goals", meeting.pk), field)
    manager.post(at("review-goals", meeting.pk), {**field, f"words_{goal.pk}": "Soon."})
    review = GoalReview.objects.get()
    assert (review.own_words, review.manager_words) == ("Late.", "Soon.")
    assert manager.get(at("review-goals", meeting.pk)).context["form"][f"words_{goal.pk}"].value() == "Soon."
    missing = browser.post(at("review-goals", meeting.pk), {f"words_{goal.pk}": "But how?"})
    assert list(missing.context["form"].errors) == [f"standing_{goal.pk}"]
    assert browser.post(at("review-goals", meeting.pk), {}).status_code == 302


def test_needs_are_named_and_taken_away(browser, manager, meeting):
    manager.post(at("name-need", meeting.pk), {"title": "Writing for the court"})
    need = LearningNeed.objects.get()
    assert "Writing for the court" in page(browser, "appraisal", meeting.pk)
    browser.post(at("take-need-away", meeting.pk, need.pk))
    assert LearningNeed.objects.count() == 0


def test_need_of_a_signed_meeting_is_noted_as_met(council, browser, manager):
    meeting = appraisal_in("signed", person=council.author, manager=council.manager, organisation=council.organisation)
    need = LearningNeedFactory(appraisal=meeting)
    other = LearningNeedFactory()
    assert browser.post(at("meet-need", meeting.pk, other.pk)).status_code == 404
    manager.post(at("meet-need", meeting.pk, need.pk))
    need.refresh_from_db()
    assert need.met_on == NOW.date()


def test_talk_is_planned_and_the_meeting_cancelled(browser, manager, meeting):
    assert "When do you talk?" in page(manager, "plan-appraisal", meeting.pk)
    manager.post(at("plan-appraisal", meeting.pk), {"planned_on": "1 December 2026"})
    assert "Planned for 1 December 2026" in page(browser, "appraisal", meeting.pk)
    manager.post(at("cancel-appraisal", meeting.pk), {"note": "Begun twice."})
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_manager_who_reads_it_is_noted_and_finds_her_way_back(council, manager, meeting):
    assert at("person-plan", council.author.pk) in page(manager, "appraisal", meeting.pk)
    assert Event.objects.filter(kind="read", about_id=council.author.pk).count() == 1


def test_who_held_it_finds_it_when_another_manages_her(council, policy):
    before = staff_of(council.organisation)
    meeting = appraisal_in("open", person=council.author, manager=before, organisation=council.organisation)
    shown = page(council.client(before), "appraisal", meeting.pk)
    assert (before.full_name in shown, at("person-plan", council.author.pk) in shown) == (True, False)


@pytest.mark.parametrize("who", ["colleague", *RoleCode.values])
def test_everybody_else_gets_404_for_every_page(council, meeting, who):
    person = council.colleague if who == "colleague" else holder_of(who, council.organisation)
    client = council.client(person)
    assert {name: client.get(at(name, meeting.pk)).status_code for name in PAGES} == dict.fromkeys(PAGES, 404)


def test_skills_are_looked_at_in_the_talk_and_lead_to_goals(council, browser, manager, meeting):
    SkillFactory(skill_set=SkillSetFactory(organisation=None, professions=[]))
    assert f'href="{at("skills")}"' in page(browser, "appraisal", meeting.pk)
    assert f'href="{at("person-skills", council.author.pk)}"' in page(manager, "appraisal", meeting.pk)
    assert f'href="{at("set-goal")}?source=skills"' in page(browser, "skills")
    form = browser.get(f"{at('set-goal')}?source=skills").context["form"]
    assert form.initial["source"] == "skills"
