from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment
from asye.rules.leaving import LaterStart
from asye.services.leaving import defer, take_up, withdraw
from tests.factories.asye import AsyePolicyFactory
from tests.factories.asye_ending import day, recommended, ripe
from tests.factories.people import NOW

LATER = LaterStart(starts_on=date(2026, 12, 1), because="She travels first.")


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=f"asye.ending.{kind}").values_list("person_id", flat=True))


def test_a_year_that_starts_later_has_new_dates_under_the_edition_of_its_first_day(world):
    newer = AsyePolicyFactory(valid_from=date(2026, 11, 30))
    moved = defer(enrolment=world.year, later=LATER, by=world.acting("coordinator"), at=NOW)
    assert (moved.state, moved.starts_on, moved.policy_id) == (EnrolmentState.DEFERRED, date(2026, 12, 1), newer.pk)
    period = moved.periods.get()
    assert (period.from_on, period.policy, moved.milestones.get(code="end").due_on) == (
        date(2026, 12, 1),
        newer,
        date(2027, 11, 29),
    )
    assert told("starts_later") == {world.nqsw.pk, world.assessor.pk, world.manager.pk}


def test_what_keeps_her_knowledge_current_is_kept(world):
    later = LaterStart(starts_on=date(2027, 9, 1), because="Travel.", knowledge_current="She worked in a hospice.")
    moved = defer(enrolment=world.year, later=later, by=world.acting("coordinator"), at=NOW)
    assert (moved.knowledge_current, moved.ended_because) == ("She worked in a hospice.", "")


@pytest.mark.parametrize(
    ("later", "field"),
    [
        (LaterStart(starts_on=date(2026, 1, 5), because="Why not."), "starts_on"),
        (LaterStart(starts_on=date(2026, 12, 1), because=""), "because"),
        (LaterStart(starts_on=date(2027, 9, 1), because="Travel."), "knowledge_current"),
    ],
)
def test_a_deferral_that_lacks_something_is_refused_at_its_question(world, later, field):
    with pytest.raises(Refused) as refused:
        defer(enrolment=world.year, later=later, by=world.acting("coordinator"), at=NOW)
    world.year.refresh_from_db()
    assert (refused.value.field, world.year.state) == (field, EnrolmentState.AGREEMENT_DUE)


def test_a_year_that_has_begun_does_not_start_later(world):
    with pytest.raises(Refused, match="is under way"):
        defer(enrolment=ripe(world.year), later=LATER, by=world.acting("coordinator"), at=NOW)


@pytest.mark.parametrize(("days", "is_near"), [(28, True), (29, False)])
def test_a_deferred_year_is_taken_up_when_its_day_is_near(world, days, is_near):
    defer(
        enrolment=world.year,
        later=LaterStart(starts_on=day(days), because="Travel."),
        by=world.acting("coordinator"),
        at=NOW,
    )
    if not is_near:
        with pytest.raises(Refused, match="four weeks"):
            take_up(enrolment=world.year, by=world.acting("coordinator"), at=NOW)
        return
    taken = take_up(enrolment=world.year, by=world.acting("coordinator"), at=NOW)
    assert (taken.state, told("starts")) == (
        EnrolmentState.AGREEMENT_DUE,
        {world.nqsw.pk, world.assessor.pk, world.manager.pk},
    )


def test_a_year_ends_before_its_time_without_an_outcome_and_the_record_stays(world):
    ended = withdraw(enrolment=world.year, because="She moves away.", by=world.acting("coordinator"), at=NOW)
    assert (ended.state, ended.outcome, ended.ended_because, ended.ended_at) == (
        EnrolmentState.WITHDRAWN,
        "",
        "She moves away.",
        NOW,
    )
    assert Enrolment.objects.visible_to(world.acting("nqsw")).get() == ended
    assert told("withdrawn") == {world.nqsw.pk, world.assessor.pk, world.manager.pk}


def test_no_reason_is_refused_at_its_question(world):
    with pytest.raises(Refused) as refused:
        withdraw(enrolment=world.year, because=" ", by=world.acting("coordinator"), at=NOW)
    assert refused.value.field == "because"


def test_what_is_recommended_does_not_end_before_its_time(world):
    recommended(world.year)
    with pytest.raises(Refused, match="waits for moderation"):
        withdraw(enrolment=world.year, because="She moves away.", by=world.acting("coordinator"), at=NOW)


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "colleague"])
def test_only_who_runs_the_programme_ends_or_defers_it(world, name):
    with pytest.raises(Refused, match="somebody else"):
        withdraw(enrolment=world.year, because="She moves away.", by=world.acting(name), at=NOW)
    with pytest.raises(Refused, match="somebody else"):
        defer(enrolment=world.year, later=LATER, by=world.acting(name), at=NOW)
