from dataclasses import replace

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from academy.people.models import GradeChange, Terms
from asye.choices.ending import GradeFrom
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import EmployerDecision, Enrolment
from asye.rules.decision import Decision
from asye.rules.parts_of_policy import OnPass
from asye.rules.policy import PLAIN
from asye.selectors.decision import grade_proposed, probation_proposed, reads_why
from asye.selectors.grade_step import grade_step_of
from asye.services.deciding import decide
from pathways.services.journeys import finish_reached
from tests.factories.asye import AsyePolicyFactory, MilestoneFactory, PartFactory, policy_content, year_of
from tests.factories.asye_ending import (
    FAILED,
    PASSED,
    TODAY,
    day,
    decided,
    decider_of,
    moderated,
    moderator_of,
    recommended,
)
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, practitioner_of
from tests.factories.people import NOW, GradeFactory, GradeLevelFactory, as_actor, holder_of


def follows(world, **said) -> None:
    """The policy names a step of grade."""
    rules = replace(PLAIN, on_pass=OnPass(**said))
    world.year.policy = AsyePolicyFactory(content=policy_content(rules=rules))
    world.year.save(update_fields=["policy"])


def graded(world):
    grade = GradeFactory(organisation=world.organisation, code="BG10")
    return grade, GradeLevelFactory(grade=grade, code="level-1", title="Level 1")


def test_the_employer_decides_and_the_outcome_stands(world):
    made = decided(world.year)
    world.year.refresh_from_db()
    assert (world.year.state, world.year.outcome, world.year.ended_at) == (EnrolmentState.DECIDED, "pass", NOW)
    assert (made.confirmed_on, made.probation_until_on, made.notice_on, made.decided_on) == (TODAY, None, None, TODAY)


def test_she_who_assessed_her_manager_the_co_ordinator_and_human_resources_are_told(world):
    keeper = holder_of(RoleCode.HR, world.organisation)
    decided(world.year)
    told = {
        kind: set(Notice.objects.filter(kind=f"asye.ending.{kind}").values_list("person_id", flat=True))
        for kind in ("decided", "decided_for_staff_record")
    }
    assert told == {
        "decided": {world.nqsw.pk, world.assessor.pk, world.manager.pk, world.coordinator.pk},
        "decided_for_staff_record": {keeper.pk},
    }


@pytest.mark.parametrize("code", [RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER, RoleCode.CHIEF_OFFICER])
def test_who_answers_for_practice_decides(world, code):
    decider = holder_of(code, world.organisation)
    assert decided(world.year, by=decider).decided_by == decider


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "coordinator", "colleague"])
def test_nobody_with_a_part_or_without_the_role_decides(world, name):
    moderated(world.year)
    with pytest.raises(Refused, match="somebody else"):
        decide(enrolment=world.year, decision=PASSED, by=world.acting(name), at=NOW)


def test_who_moderated_does_not_decide(world):
    moderator = moderator_of(world.organisation)
    holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, world.organisation, person=moderator)
    moderated(world.year, by=moderator)
    with pytest.raises(Refused, match="somebody else"):
        decide(enrolment=world.year, decision=PASSED, by=as_actor(moderator), at=NOW)


def test_who_had_a_part_does_not_decide(world):
    decider = decider_of(world.organisation)
    PartFactory(enrolment=world.year, role="supervisor", person=decider, until_on=day(-100))
    moderated(world.year)
    with pytest.raises(Refused, match="somebody else"):
        decide(enrolment=world.year, decision=PASSED, by=as_actor(decider), at=NOW)


def test_nothing_is_decided_before_moderation_nor_twice(world):
    decider = as_actor(decider_of(world.organisation))
    recommended(world.year)
    with pytest.raises(Refused, match="waits for moderation"):
        decide(enrolment=world.year, decision=PASSED, by=decider, at=NOW)
    Enrolment.objects.filter(pk=world.year.pk).update(state=EnrolmentState.MODERATED)
    decide(enrolment=world.year, decision=replace(PASSED, words="I read it."), by=decider, at=NOW)
    with pytest.raises(Refused, match="is decided"):
        decide(enrolment=world.year, decision=replace(PASSED, words="Again."), by=decider, at=NOW)
    assert EmployerDecision.objects.count() == 1


def test_a_fail_keeps_notice_and_appeal_and_confirms_nothing(world):
    said = Decision(words="The evidence is thin.", confirmed_on=TODAY, **FAILED)
    made = decided(world.year, decision=said)
    assert (made.outcome, made.notice_on, made.appeal, made.confirmed_on) == (
        "fail",
        TODAY,
        "To the panel, within ten days.",
        None,
    )


def test_a_fail_without_a_notice_is_refused_at_its_question(world):
    with pytest.raises(Refused) as refused:
        decided(world.year, decision=Decision(outcome="fail", words="Thin.", appeal="Ask."))
    world.year.refresh_from_db()
    assert (refused.value.field, world.year.state) == ("notice_on", EnrolmentState.MODERATED)


def test_a_pass_gives_the_step_of_grade_the_policy_names_once(world):
    follows(world, grade="bg10", level="level-1")
    grade, level = graded(world)
    decided(world.year, decision=replace(PASSED, probation_until_on=day(10), grade_from_on=TODAY))
    terms = Terms.objects.filter(post__person=world.nqsw).latest("from_on")
    change = GradeChange.objects.get()
    assert (terms.grade, terms.level, terms.from_on, terms.reason) == (grade, level, TODAY, "ASYE passed")
    assert (change.decision_key, change.decision) == (
        f"asye:{world.year.pk}",
        "ASYE passed, decided on 17 November 2026",
    )
    assert grade_step_of(world.year, on=TODAY).why_not == "She holds the grade that follows a pass already."


def test_a_step_that_cannot_hold_from_that_day_undoes_the_decision_and_says_so_there(world):
    follows(world, grade="BG10", level="level-1")
    graded(world)
    Terms.objects.filter(post__person=world.nqsw).update(from_on=TODAY)
    with pytest.raises(Refused) as refused:
        decided(world.year, decision=replace(PASSED, grade_from_on=TODAY))
    assert (refused.value.field, EmployerDecision.objects.count()) == ("grade_from_on", 0)


def test_a_step_the_employer_does_not_know_is_not_given(world):
    with pytest.raises(Refused, match="names no grade") as refused:
        decided(world.year, decision=replace(PASSED, grade_from_on=TODAY))
    assert refused.value.field == "grade_from_on"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, "The policy names no grade that follows a pass. Human resources change her grade by hand."),
        ({"words": "A pass alone moves no grade."}, "A pass alone moves no grade."),
        ({"grade": "X9"}, "The policy names “X9”, which is no grade here. Human resources change her grade by hand."),
        (
            {"grade": "BG10", "level": "level-7"},
            "The policy names “BG10 level-7”, which is no grade here. Human resources change her grade by hand.",
        ),
    ],
)
def test_the_page_says_why_a_grade_is_for_human_resources(world, said, why):
    follows(world, **said)
    graded(world)
    assert grade_step_of(world.year, on=TODAY).why_not == why


def test_a_grade_that_was_withdrawn_or_a_post_that_ended_is_for_human_resources(world):
    follows(world, grade="BG10")
    grade, _ = graded(world)
    assert grade_step_of(world.year, on=TODAY).words == "BG10"
    after = grade_step_of(world.year, on=day(-3000))
    assert after.why_not == "She has no post here today. Human resources change her grade by hand."
    grade.withdrawn_on = TODAY
    grade.save()
    assert grade_step_of(world.year, on=TODAY).why_not.startswith("The policy names “BG10”")


def test_probation_is_a_year_from_the_contract_moved_as_the_year_was(world):
    assert probation_proposed(world.year).isoformat() == "2027-01-04"
    MilestoneFactory(enrolment=world.year, code="end", kind="end", computed_on="2027-02-28")
    assert probation_proposed(world.year).isoformat() == "2027-03-01"


def test_the_grade_is_proposed_from_the_decision_or_from_the_end_of_the_year(world):
    follows(world, grade="BG10")
    assert grade_proposed(world.year, on=TODAY) == TODAY
    follows(world, grade="BG10", grade_from=GradeFrom.END)
    assert grade_proposed(world.year, on=TODAY) == TODAY
    MilestoneFactory(enrolment=world.year, code="end", kind="end", computed_on="2026-10-30")
    assert grade_proposed(world.year, on=TODAY).isoformat() == "2026-10-31"


def test_why_it_was_decided_is_not_for_who_assesses(world):
    keeper = as_actor(holder_of(RoleCode.HR, world.organisation))
    decided(world.year)
    names = ("nqsw", "manager", "coordinator", "assessor", "practice_assessor", "colleague")
    read = {name: reads_why(world.acting(name), world.year) for name in names}
    assert read == {
        "nqsw": True,
        "manager": True,
        "coordinator": True,
        "assessor": False,
        "practice_assessor": False,
        "colleague": False,
    }
    assert reads_why(keeper, world.year)


def test_the_step_of_her_ladder_is_reached_by_itself_once_the_grade_says_so(world):
    her = practitioner_of(world.organisation)
    ladder = LadderVersionFactory(organisation=world.organisation)
    journey = JourneyFactory(person=her, organisation=world.organisation, ladder=ladder)
    GradeFactory(organisation=world.organisation, code="BG11")
    follows(world, grade="BG11")
    year = year_of(her, world.organisation, roles={Role.ASSESSOR: world.assessor}, policy=world.year.policy)
    decided(year, decision=replace(PASSED, grade_from_on=TODAY))
    assert finish_reached(on=TODAY, at=NOW) == 1
    journey.refresh_from_db()
    assert journey.state == "reached"
