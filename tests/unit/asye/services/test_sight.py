"""Who has a part in a year reads its portfolio as long as she has it, and she sees who they are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.access.models import Grant
from academy.engines.access.services.grants import bar
from academy.people.models import Post
from academy.people.services.deputies import end
from asye.choices.enrolments import Role
from asye.models import Part
from asye.selectors.parts import roles_of
from asye.services.portfolio_day import keep_day
from asye.services.sight import let_see, let_see_today
from portfolios.models import Portfolio
from portfolios.querysets.portfolios import MANAGER, PART
from portfolios.selectors.opened import is_readable
from portfolios.selectors.readers import readers_of
from tests.factories.asye import MilestoneFactory, PartFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, DeputyFactory, as_actor, staff_of
from tests.factories.portfolios import PortfolioFactory, portfolio_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def portfolio(world):
    """The portfolio of the year, open."""
    said = {"person": world.nqsw, "organisation": world.organisation, "source": "asye"}
    return PortfolioFactory(**said, reference=str(world.year.pk))


def reads(person, portfolio, *, on=TODAY) -> bool:
    return Portfolio.objects.visible_to(as_actor(person, on=on)).filter(pk=portfolio.pk).exists()


def test_those_with_a_part_read_it_and_others_do_not(world, portfolio):
    let_see(world.year, by=world.acting("coordinator"), at=NOW)

    readers = (world.assessor, world.practice_assessor, world.manager)
    assert [reads(each, portfolio) for each in (*readers, world.coordinator, world.colleague)] == [True] * 3 + [
        False
    ] * 2
    shown = {(each.name, each.why) for each in readers_of(portfolio, on=TODAY)}
    assert shown == {(each.full_name, "Has a part in what it is for.") for each in readers}


def test_assessor_who_handed_over_loses_sight_and_the_next_one_gets_it(world, portfolio):
    by = world.acting("coordinator")
    let_see(world.year, by=by, at=NOW)
    Part.objects.filter(role=Role.ASSESSOR).update(until_on=TODAY)
    let_see(world.year, by=by, at=NOW)
    tomorrow = TODAY + timedelta(days=1)
    following = staff_of(world.organisation)
    PartFactory(enrolment=world.year, role=Role.ASSESSOR, person=following, from_on=tomorrow)

    looked = let_see_today(on=tomorrow, at=NOW + timedelta(days=1))

    assert looked == 1
    assert [reads(world.assessor, portfolio, on=day) for day in (TODAY, tomorrow)] == [True, False]
    assert [reads(following, portfolio, on=day) for day in (TODAY, tomorrow)] == [False, True]


def test_asking_again_changes_nothing(world, portfolio):
    by = world.acting("coordinator")
    let_see(world.year, by=by, at=NOW)
    before = list(Grant.objects.order_by("pk").values())

    let_see(world.year, by=by, at=NOW + timedelta(hours=1))

    assert list(Grant.objects.order_by("pk").values()) == before


def test_two_parts_of_one_person_give_sight_until_the_later_ends(world, portfolio):
    soon, later = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
    Part.objects.filter(role=Role.ASSESSOR).update(person=world.manager, until_on=soon)
    Part.objects.filter(role=Role.MANAGER).update(until_on=later)
    Part.objects.filter(role=Role.PRACTICE_ASSESSOR).delete()

    let_see(world.year, by=world.acting("coordinator"), at=NOW)

    assert list(Grant.objects.values_list("person_id", "until_on")) == [(world.manager.pk, later)]


def test_who_leaves_the_employer_and_whose_year_ended_reads_no_more(world, portfolio):
    let_see(world.year, by=world.acting("coordinator"), at=NOW)
    Post.objects.filter(person=world.assessor).update(until_on=TODAY - timedelta(days=1))
    let_see_today(on=TODAY, at=NOW)
    left = set(Grant.objects.filter(withdrawn_at=None).values_list("person_id", flat=True))

    type(world.year).objects.update(state="withdrawn", ended_at=NOW, ended_because="She moved away.")
    let_see_today(on=TODAY, at=NOW)

    assert left == {world.manager.pk, world.practice_assessor.pk}
    assert not Grant.objects.filter(withdrawn_at=None).exists()


def test_managers_deputy_reads_it_with_her_on_the_days_on_which_she_stands_in(world, portfolio):
    let_see(world.year, by=world.acting("coordinator"), at=NOW)
    last, after = TODAY + timedelta(days=5), TODAY + timedelta(days=6)
    standing = {"deputy": world.colleague, "from_on": TODAY}
    row = DeputyFactory(person=world.manager, organisation=world.organisation, **standing)
    assert reads(world.colleague, portfolio, on=after)
    end(row=row, last_day=last, by=world.acting("manager"), at=NOW)

    said = [(each.name, each.why, each.until_on) for each in readers_of(portfolio, on=TODAY)][-1]
    why = f"Stands in for {world.manager.full_name}, who has a part in what it is for."
    assert said == (world.colleague.full_name, why, last)
    assert [reads(world.colleague, portfolio, on=day) for day in (TODAY - timedelta(days=1), TODAY, last, after)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("without", ["another's deputy", "elsewhere", "no part", "barred", "ended", "another part"])
def test_nobody_reads_it_for_a_manager_who_does_not(world, portfolio, without):
    whom = world.assessor if without == "another's deputy" else world.manager
    where = OrganisationFactory() if without == "elsewhere" else world.organisation
    DeputyFactory(person=whom, deputy=world.colleague, organisation=where, from_on=TODAY)
    if without in ("no part", "another part"):
        Part.objects.filter(role=Role.MANAGER).delete()
    if without == "another part":
        Part.objects.filter(role=Role.ASSESSOR).update(person=world.manager)
    let_see(world.year, by=world.acting("coordinator"), at=NOW)
    if without == "barred":
        bar(person=world.colleague, thing=portfolio, purpose="conflict", by=world.acting("coordinator"), at=NOW)
    if without == "ended":
        type(world.year).objects.update(state="withdrawn", ended_at=NOW, ended_because="She moved away.")
        let_see_today(on=TODAY, at=NOW)

    assert not reads(world.colleague, portfolio)


def test_deputy_sees_years_and_portfolios_of_the_same_people(world, portfolio):
    let_see(world.year, by=world.acting("coordinator"), at=NOW)
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation, from_on=TODAY)
    deputy = world.acting("colleague")

    assert (roles_of(deputy, world.year), is_readable(portfolio, deputy)) == (frozenset({"manager"}), True)


def test_part_that_lasts_longer_than_the_managers_is_a_grant_of_its_own(world, portfolio):
    soon, later = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
    Part.objects.filter(role=Role.MANAGER).update(until_on=soon)
    Part.objects.filter(role=Role.ASSESSOR).update(person=world.manager, until_on=later)
    Part.objects.filter(role=Role.PRACTICE_ASSESSOR).delete()

    let_see(world.year, by=world.acting("coordinator"), at=NOW)

    held = Grant.objects.order_by("until_on").values_list("person_id", "purpose", "until_on")
    assert list(held) == [(world.manager.pk, MANAGER, soon), (world.manager.pk, PART, later)]


def test_portfolio_goes_along_to_the_employer_that_has_the_record_now(world, portfolio):
    let_see(world.year, by=world.acting("coordinator"), at=NOW)
    elsewhere = OrganisationFactory()
    world.year.organisation = elsewhere
    world.year.save()
    Part.objects.update(until_on=TODAY - timedelta(days=1))
    assessor = staff_of(elsewhere)
    PartFactory(enrolment=world.year, person=assessor, from_on=TODAY)

    let_see(world.year, by=as_actor(assessor), at=NOW)

    portfolio.refresh_from_db()
    assert portfolio.organisation == elsewhere
    assert [reads(each, portfolio) for each in (world.assessor, world.manager, assessor)] == [False, False, True]


def test_without_a_portfolio_nothing_is_given(world):
    portfolio_in("withdrawn", person=world.nqsw, source="asye", reference=str(world.year.pk))

    let_see(world.year, by=world.acting("coordinator"), at=NOW)

    assert not Grant.objects.exists()


def test_portfolio_takes_the_day_of_the_year_whoever_moved_it(world, portfolio):
    day = date(2027, 1, 15)
    keep_day(world.year, by=world.acting("assessor"), at=NOW)
    MilestoneFactory(enrolment=world.year, code="submission", kind="submission", title="Handed in", computed_on=day)

    keep_day(world.year, by=replace(world.acting("assessor"), label="Assessor"), at=NOW)

    portfolio.refresh_from_db()
    assert portfolio.due_on == day
