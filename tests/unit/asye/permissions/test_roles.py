"""Who may do what in a year, asked of those with a part in it and of every role; `visible_to` says the same."""

from dataclasses import replace

import pytest

from academy.engines.access.permissions import allows, declared
from academy.people.choices import RoleCode
from asye.models import Enrolment, Part
from tests.factories.access import BarFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import DeputyFactory, as_actor, holder_of, staff_of

HELD: dict[str, list[str]] = {
    "nqsw": [
        "agreement.prepare",
        "agreement.sign",
        "certificate.have",
        "change.apply",
        "change.consent",
        "change.propose",
        "decision.see",
        "enrolment.own",
        "enrolment.see",
        "part.hand_over",
        "plan.write",
        "review.add",
        "review.cite",
        "review.sign",
        "review.write",
        "week.answer",
    ],
    "assessor": [
        "agreement.sign",
        "agreement.write",
        "change.apply",
        "change.consent",
        "change.propose",
        "concern.raise",
        "decision.see",
        "enrolment.see",
        "final.recommend",
        "milestone.move",
        "plan.write",
        "review.add",
        "review.assess",
        "review.cite",
        "review.run",
        "review.sign",
        "review.write",
    ],
    "manager": [
        "agreement.sign",
        "change.apply",
        "change.consent",
        "change.propose",
        "concern.raise",
        "decision.see",
        "enrolment.see",
        "plan.write",
        "review.add",
        "review.run",
        "review.sign",
        "review.write",
    ],
    "practice_assessor": [
        "agreement.sign",
        "agreement.write",
        "change.apply",
        "change.consent",
        "change.propose",
        "concern.raise",
        "decision.see",
        "enrolment.see",
        "milestone.move",
        "plan.write",
        "review.add",
        "review.assess",
        "review.cite",
        "review.run",
        "review.sign",
        "review.write",
    ],
    "coordinator": [
        "agreement.sign",
        "agreement.write",
        "certificate.have",
        "certificate.issue",
        "change.apply",
        "change.consent",
        "change.propose",
        "change.withdraw",
        "cohort.run",
        "cohort.see",
        "concern.raise",
        "decision.see",
        "enrolment.enrol",
        "enrolment.run",
        "enrolment.see",
        "enrolments.enrol",
        "grant.claim",
        "milestone.move",
        "plan.write",
        "report.see",
        "review.add",
        "review.run",
        "review.sign",
        "review.write",
        "signal.answer",
    ],
    "academy_lead": [
        "certificate.have",
        "certificate.issue",
        "change.apply",
        "change.propose",
        "change.withdraw",
        "cohort.run",
        "cohort.see",
        "decision.see",
        "enrolment.enrol",
        "enrolment.run",
        "enrolment.see",
        "enrolments.enrol",
        "grant.claim",
        "milestone.move",
        "policy.publish",
        "report.see",
        "signal.answer",
    ],
    "academy_staff": ["cohort.see", "decision.see", "enrolment.see"],
    "asye_coordinator": [
        "certificate.have",
        "certificate.issue",
        "change.apply",
        "change.propose",
        "change.withdraw",
        "cohort.run",
        "cohort.see",
        "decision.see",
        "enrolment.enrol",
        "enrolment.run",
        "enrolment.see",
        "enrolments.enrol",
        "grant.claim",
        "milestone.move",
        "report.see",
        "signal.answer",
    ],
    "moderator": ["moderation.record", "moderation.see"],
    "principal_social_worker": ["cohort.see", "decision.see", "enrolment.see", "outcome.decide"],
    "service_manager": ["outcome.decide"],
    "chief_officer": ["outcome.decide"],
    "panel_chair": ["moderation.record", "moderation.see"],
}

# The list of the years one has a part in is open to all staff; who has none finds it empty.
EVERYBODYS = "asye.years.see"
PARTS = ("nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague")


def held_by(actor, year):
    """What the actor may do with the year; she finds it exactly if she may see it."""
    codes = [each.code for each in declared() if each.code.startswith("asye.") and each.code != EVERYBODYS]
    found = [code.removeprefix("asye.") for code in codes if allows(code, actor, year)]
    visible = Enrolment.objects.visible_to(actor).filter(pk=year.pk).exists()
    assert visible is ("enrolment.see" in found)
    return found


@pytest.mark.parametrize("who", PARTS)
def test_part_in_a_year_opens_what_it_is_for(world, who):
    assert held_by(world.acting(who), world.year) == HELD.get(who, [])


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_opens_what_it_answers_for_and_nothing_elsewhere(world, role):
    assert held_by(as_actor(holder_of(role, world.organisation)), world.year) == HELD.get(role, [])
    assert held_by(as_actor(holder_of(role, OrganisationFactory())), world.year) == []


def test_deputy_of_the_manager_has_the_managers_part(world):
    deputy = staff_of(world.organisation)
    DeputyFactory(person=world.manager, deputy=deputy, organisation=world.organisation)

    assert held_by(as_actor(deputy), world.year) == HELD["manager"]


def test_part_that_was_handed_over_opens_nothing(world):
    part = Part.objects.get(person=world.assessor)
    part.until_on = part.from_on
    part.save()

    assert held_by(world.acting("assessor"), world.year) == []


def test_bar_closes_the_year_to_all_but_herself(world):
    for person in (world.nqsw, world.assessor):
        BarFactory(person=person, thing=world.year)

    assert Enrolment.objects.visible_to(world.acting("nqsw")).count() == 1
    assert Enrolment.objects.visible_to(world.acting("assessor")).count() == 0


def test_without_the_second_factor_her_own_year_is_all_she_sees(world):
    own, others = (replace(world.acting(who), lacks_second_factor=True) for who in ("nqsw", "assessor"))

    assert Enrolment.objects.visible_to(own).count() == 1
    assert Enrolment.objects.visible_to(others).count() == 0
