from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from academy.engines.worklist.selectors.items import waiting_in, waiting_on_others
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from asye.models import Enrolment
from asye.selectors.ending_waiting import to_certify, to_decide, to_recommend, to_start
from asye.selectors.next_steps import about
from tests.factories.asye import MilestoneFactory, PartFactory, ReviewFactory, TransferFactory, year_of
from tests.factories.asye_ending import TODAY, day, decider_of, moderated, recommended, ripe
from tests.factories.people import NOW, as_actor, holder_of, staff_of


def reviewed(world, state: str = "locked"):
    """A year whose final review stands so, with the panel's day in a fortnight."""
    year = ripe(world.year)
    MilestoneFactory(enrolment=year, code="panel", kind="panel", computed_on=day(14))
    final = MilestoneFactory(enrolment=year, code="final", kind="final", title="Final review", computed_on=day(-3))
    locked = {"locked_at": NOW} if state == "locked" else {}
    ReviewFactory(milestone=final, state=state, held_on=day(-3), progress="on_course", **locked)
    return year


def test_a_signed_final_review_makes_a_recommendation_due_by_the_panels_day(world):
    year = reviewed(world)
    assert [(each.enrolment, each.due_on, each.is_asked) for each in to_recommend(world.acting("assessor"))] == [
        (year, day(14), False)
    ]
    others = ("practice_assessor", "manager", "nqsw", "coordinator")
    assert [to_recommend(world.acting(name)) for name in others] == [[], [], [], []]


def test_before_all_have_signed_it_nothing_is_due(world):
    reviewed(world, state="signing")
    assert to_recommend(world.acting("assessor")) == []


def test_a_query_makes_an_answer_due(world):
    moderated(world.year, result="queried", to_assessor="Why?")
    assert [(each.due_on, each.is_asked) for each in to_recommend(world.acting("assessor"))] == [(None, True)]


def test_nobody_has_nothing_to_recommend(db):
    assert to_recommend(Actor.system("test", on=TODAY)) == []


@pytest.mark.parametrize(
    ("code", "is_hers"),
    [
        (RoleCode.PRINCIPAL_SOCIAL_WORKER, True),
        (RoleCode.SERVICE_MANAGER, True),
        (RoleCode.CHIEF_OFFICER, True),
        (RoleCode.ASYE_COORDINATOR, False),
        (RoleCode.MODERATOR, False),
    ],
)
def test_a_moderated_year_is_for_who_decides(world, code, is_hers):
    actor = as_actor(holder_of(code, world.organisation))
    moderated(world.year)
    assert to_decide(actor).exists() == is_hers


def test_it_is_not_for_who_had_a_part_nor_recommended_nor_moderated_nor_for_herself(world):
    people = {
        name: holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, world.organisation, person=getattr(world, name))
        for name in ("assessor", "nqsw")
    }
    people["supervised"] = decider_of(world.organisation)
    PartFactory(enrolment=world.year, role="supervisor", person=people["supervised"], until_on=day(-90))
    people["moderated"] = decider_of(world.organisation)
    holder_of(RoleCode.MODERATOR, world.organisation, person=people["moderated"])
    moderated(world.year, by=people["moderated"])
    waits = {name: to_decide(as_actor(person)).exists() for name, person in people.items()}
    assert waits == {"assessor": False, "nqsw": False, "supervised": False, "moderated": False}


def test_the_decision_is_read_by_human_resources_once_it_is_made(world):
    keeper = as_actor(holder_of(RoleCode.HR, world.organisation))
    moderated(world.year)
    before = Enrolment.objects.decision_read_by(keeper).exists()
    Enrolment.objects.update(state="decided", outcome="pass", ended_at=NOW)
    assert (before, Enrolment.objects.decision_read_by(keeper).exists()) == (False, True)
    assert not Enrolment.objects.decision_read_by(world.acting("colleague")).exists()


def test_a_pass_waits_for_its_certificate_with_who_runs_the_programme(world):
    Enrolment.objects.update(state="decided", outcome="pass", ended_at=NOW)
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, world.organisation))
    waits = [to_certify(each).exists() for each in (world.acting("coordinator"), lead, world.acting("assessor"))]
    assert waits == [True, True, False]


@pytest.mark.parametrize(("days", "is_near"), [(28, True), (29, False)])
def test_a_deferred_year_waits_to_be_taken_up_when_its_day_is_near(world, days, is_near):
    Enrolment.objects.update(state="deferred", starts_on=TODAY + timedelta(days=days))
    assert to_start(world.acting("coordinator")).exists() == is_near


def lines(actor: Actor) -> list[str]:
    year = Enrolment.objects.get()
    return [item.what for item in waiting_in(actor, app="asye", of=about(year.pk))[0]]


def test_each_sees_her_own_line_and_the_nqsw_whom_her_year_waits_for(world):
    name, decider = world.nqsw.full_name, decider_of(world.organisation)
    reviewed(world)
    assert lines(world.acting("assessor")) == [f"Recommend the outcome of {name}’s ASYE"]
    recommended(world.year)
    assert [each.what for each in waiting_on_others(world.acting("nqsw"))] == [
        "Moderation, on the outcome of your ASYE"
    ]
    Enrolment.objects.update(state="moderated")
    assert [each.what for each in waiting_on_others(world.acting("nqsw"))] == [
        "Your employer, on the outcome of your ASYE"
    ]
    assert lines(as_actor(decider)) == [f"Decide on {name}’s ASYE"]
    Enrolment.objects.update(state="decided", outcome="pass", ended_at=NOW)
    assert lines(world.acting("coordinator")) == [f"Issue {name}’s ASYE certificate"]


def test_a_release_is_a_line_of_the_next_employers_co_ordinator(world):
    Enrolment.objects.update(state="released")
    transfer = TransferFactory(enrolment=world.year)
    there = holder_of(RoleCode.ASYE_COORDINATOR, transfer.to_organisation)
    found = lines(as_actor(there))
    assert found == [f"Take up {world.nqsw.full_name}’s ASYE from {world.organisation.name}"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_lines_of_many_years_cost_the_same(world, number):
    for _ in range(number):
        year_of(staff_of(world.organisation), world.organisation, roles={"assessor": world.assessor}, state="active")
    actor = world.acting("assessor")
    with CaptureQueriesContext(connection) as queries:
        to_recommend(actor)
    assert len(queries) == 1
