"""Days of years in the diary: all of her own, and the reviews of others somebody comes to."""

from datetime import date, timedelta

import pytest

from academy.engines.worklist.days import days_ahead
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.ui.lists import Day
from asye.choices.enrolments import Role
from asye.diary import _own, _reviews
from asye.models import Enrolment, Milestone, Part
from tests.factories.access import BarFactory
from tests.factories.asye import MilestoneFactory, ReviewFactory, year_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import DeputyFactory, as_actor, holder_of, staff_of
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in

UNTIL = TODAY + timedelta(days=90)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def dated(year: Enrolment) -> None:
    """Every sort of date, one gone by, one done, one after the ninety days, and a review that is not held."""
    dates = [
        *(
            ("agreement", "Agreement signed", 3),
            ("observation", "Third observation", 10),
            ("review", "Nine months", 20),
        ),
        *(("final", "Final review", 30), ("submission", "Portfolio handed in", 40), ("end", "The year ends", 50)),
        *(("panel", "Moderation panel", 60), ("ceiling", "Ceiling", 70)),
    ]
    for kind, title, number in dates:
        MilestoneFactory(enrolment=year, code=kind, kind=kind, title=title, computed_on=day(number))
    others = {"gone": {"computed_on": day(-1)}, "done": {"computed_on": day(5), "done_on": day(-5)}}
    for code, said in {**others, "far": {"computed_on": day(91)}, "waived": {"computed_on": day(6)}}.items():
        MilestoneFactory(enrolment=year, code=code, title=code, **said)
    ReviewFactory(milestone=Milestone.objects.get(code="waived"), state="waived", waived_because="Not needed.")
    Milestone.objects.filter(code="review").update(is_optional=True)


def test_her_own_diary_has_every_date_of_her_year_that_is_to_come(world):
    dated(world.year)
    final = ReviewFactory(milestone=Milestone.objects.get(kind="final"))
    record = world.year.get_absolute_url()

    assert _own(world.acting("nqsw"), UNTIL) == [
        Day(on=day(10), what="Third observation, latest day", detail="Your ASYE", url=record),
        Day(on=day(20), what="Nine months", detail="Your ASYE; held where it is needed", url=record),
        Day(on=day(30), what="Final review", detail="Your ASYE", url=final.get_absolute_url()),
        Day(on=day(40), what="Your ASYE portfolio is to be handed in", detail="Your ASYE", url=record),
        Day(on=day(50), what="Your ASYE ends", detail="Your ASYE", url=record),
        Day(on=day(60), what="The moderation panel sees your ASYE", detail="Your ASYE", url=record),
    ]
    assert _reviews(world.acting("nqsw"), UNTIL) == []


def test_day_of_a_portfolio_is_told_once(world):
    MilestoneFactory(enrolment=world.year, code="submission", kind="submission", computed_on=day(40))
    template = PortfolioTemplateFactory(organisation=world.organisation)
    its = {"person": world.nqsw, "organisation": world.organisation, "template": template, "title": "ASYE"}
    portfolio_in("gathering", source="asye", reference=str(world.year.pk), due_on=day(40), **its)

    found = [each.what for each in days_ahead(world.acting("nqsw"), days=90) if each.on == day(40)]
    assert found == ["“ASYE” is to be handed in"]


@pytest.mark.parametrize(("state", "days"), [("deferred", 0), ("released", 0), ("paused", 1), ("agreement_due", 1)])
def test_year_that_has_not_begun_or_is_between_employers_has_no_days(world, state, days):
    Enrolment.objects.update(state=state)
    MilestoneFactory(enrolment=world.year, computed_on=day(10))
    found = [len(find(world.acting(who), UNTIL)) for find, who in ((_own, "nqsw"), (_reviews, "assessor"))]
    assert found == [days, days]


def test_reviews_are_in_the_diaries_of_those_who_come_to_them_and_of_nobody_else(world):
    dated(world.year)
    deputy = staff_of(world.organisation)
    DeputyFactory(person=world.manager, deputy=deputy, organisation=world.organisation)
    record, name = world.year.get_absolute_url(), world.nqsw.full_name
    hers = [
        Day(on=day(20), what=f"Nine months: {name}", detail="ASYE; held where it is needed", url=record),
        Day(on=day(30), what=f"Final review: {name}", detail="ASYE", url=record),
    ]

    for who in (world.assessor, world.manager, deputy):
        assert (_reviews(as_actor(who), UNTIL), _own(as_actor(who), UNTIL)) == (hers, [])
    overseer = holder_of(RoleCode.ACADEMY_LEAD, world.organisation)
    for who in (world.coordinator, world.practice_assessor, world.colleague, overseer):
        assert _reviews(as_actor(who), UNTIL) == []


def test_part_handed_over_a_bar_or_no_person_end_it(world):
    MilestoneFactory(enrolment=world.year, computed_on=day(10))
    BarFactory(person=world.manager, thing=world.year)
    Part.objects.filter(person=world.assessor).update(until_on=day(-1))
    assert [_reviews(world.acting(who), UNTIL) for who in ("assessor", "manager")] == [[], []]
    nobody = Actor.system("tests", on=TODAY)
    assert (_own(nobody, UNTIL), _reviews(nobody, UNTIL)) == ([], [])


@pytest.mark.parametrize("count", [1, 3])
def test_diary_asks_as_often_however_many_there_are(db, count, django_assert_num_queries):
    here = OrganisationFactory()
    assessor = staff_of(here)
    for _ in range(count):
        year = year_of(staff_of(here), here, roles={Role.ASSESSOR: assessor})
        for number in range(count):
            MilestoneFactory(enrolment=year, code=f"review-{number}", computed_on=day(10 + number))
    actor, hers = as_actor(assessor), as_actor(year.person)

    with django_assert_num_queries(2):
        found = _reviews(actor, UNTIL)
    with django_assert_num_queries(2):
        own = _own(hers, UNTIL)

    assert (len(found), len(own)) == (count * count, count)
