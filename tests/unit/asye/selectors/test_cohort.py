"""The cohort board: whom it shows to whom, what it says of each, how it is filtered, and what it costs."""

from datetime import timedelta

import pytest

from academy.development.models import EntryVersion
from academy.engines.signatures.services.signatures import sign
from academy.people.choices import RoleCode
from asye.choices.board import Standing
from asye.choices.enrolments import Role
from asye.choices.year import AgreementState
from asye.models import Enrolment
from asye.selectors import policies
from asye.selectors.cohort import Wanted, board_of, overseen, people_in, rows_of
from asye.selectors.policies import rules_of
from asye.selectors.who import needing_in
from tests.factories.asye import (
    AgreementFactory,
    AsyePolicyFactory,
    ChangeFactory,
    ConcernFactory,
    ConsentFactory,
    MilestoneFactory,
    ReviewFactory,
    SignalFactory,
)
from tests.factories.asye_cohort import supported_year
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db


def day(days: int):
    return TODAY + timedelta(days=days)


def shown(rows):
    return [
        (row.enrolment.pk, row.standing, row.reasons, [str(role) for role, _ in row.waits_for], row.days)
        for row in rows
    ]


@pytest.fixture
def lead(here):
    return holder_of(RoleCode.ACADEMY_LEAD, here)


def test_those_who_need_her_come_first_each_with_reasons_and_whom_it_waits_for(lead, here):
    calm, late, told, away, beyond = (supported_year(here) for _ in range(5))
    type(away).objects.filter(pk=away.pk).update(state="paused")
    type(beyond).objects.filter(pk=beyond.pk).update(state="recommended", changed_at=NOW)
    MilestoneFactory(enrolment=calm, due_on=day(30))
    ReviewFactory(milestone=MilestoneFactory(enrolment=late, due_on=day(-63), title="Six-month review"))
    SignalFactory(enrolment=told, told_at=NOW - timedelta(days=6))

    rows = rows_of(overseen(as_actor(lead)), as_actor(lead))

    when = late.milestones.get().due_on
    assert shown(rows) == [
        (
            late.pk,
            Standing.ACT,
            (f"Six-month review was due on {when.day} {when:%B %Y}.",),
            ["assessor"],
            63,
        ),
        (told.pk, Standing.WATCH, ("Two sessions of supervision were missed.",), ["coordinator"], 6),
        (away.pk, Standing.PAUSED, (), [], 0),
        (calm.pk, Standing.ON_TRACK, (), [], 0),
        (beyond.pk, Standing.ON_TRACK, (), [], 0),
    ]
    assert [(row.ball.body if row.ball else None, str(row.state), row.is_late) for row in rows] == [
        ("", "Act now", True),
        ("", "Watch", False),
        (None, "Paused", False),
        (None, "On track", False),
        ("Moderation", "On track", False),
    ]
    assert people_in(rows) == sorted((row.assessor for row in rows), key=lambda each: (each.full_name, each.pk))


def test_each_sees_the_cohort_she_oversees_and_never_her_own_year(lead, here):
    seen, _elsewhere = supported_year(here), supported_year(OrganisationFactory())
    own = supported_year(here)
    holder_of(RoleCode.ACADEMY_STAFF, here, person=own.person)
    assessor = seen.parts.get(role=Role.ASSESSOR).person

    found = [[each.pk for each in overseen(as_actor(who))] for who in (lead, own.person, assessor)]

    assert found == [[seen.pk, own.pk], [seen.pk], []]


def test_agreement_review_and_change_wait_for_whoever_has_not_signed_written_or_spoken(lead, here):
    needs, signing, writing, change = (supported_year(here) for _ in range(4))
    AgreementFactory(enrolment=needs, made_at=NOW - timedelta(days=4))
    entry = kept_by(signing.person)
    version = EntryVersion.objects.create(entry=entry, number=1, title="Needs", text={}, sha256="0" * 64, cut_at=NOW)
    handed_in = {"needs": version, "needs_at": NOW, "met_on": TODAY, "changed_at": NOW - timedelta(days=3)}
    agreement = AgreementFactory(enrolment=signing, state=AgreementState.SIGNING, **handed_in)
    manager = signing.parts.get(role=Role.MANAGER).person
    sign(thing=agreement, role=Role.MANAGER, sha256="a" * 64, words="", by=as_actor(manager), at=NOW)
    review = ReviewFactory(
        milestone=MilestoneFactory(enrolment=writing, due_on=day(-2)), state="writing", held_on=day(-2)
    )
    review.parts.create(role=Role.NQSW, changed_at=NOW)
    review.parts.create(role=Role.MANAGER, changed_at=NOW, done_at=NOW, text="Well done.", person=manager)
    asked = ChangeFactory(enrolment=change, proposed_at=NOW - timedelta(days=1))
    ConsentFactory(change=asked)

    rows = {row.enrolment.pk: row for row in rows_of(overseen(as_actor(lead)), as_actor(lead))}

    said = [
        ([str(role) for role in rows[each.pk].ball.roles], rows[each.pk].ball.what, rows[each.pk].days)
        for each in (needs, signing, writing, change)
    ]
    assert said == [
        (["nqsw"], "to hand in the learning needs", 4),
        (["nqsw", "assessor", "coordinator"], "to sign the agreement", 3),
        (["nqsw"], "to write a part of the three-month review", 2),
        (["assessor", "manager", "coordinator"], "to answer the proposed change: pause", 1),
    ]
    assert rows[change.pk].reasons == ("Pause: 3 of 4 have not said yet whether they agree.",)


def test_review_that_is_being_signed_waits_for_the_names_that_are_missing(lead, here):
    year = supported_year(here)
    milestone = MilestoneFactory(enrolment=year, due_on=day(-9))
    review = ReviewFactory(milestone=milestone, state="signing", held_on=day(-9), progress="on_course", changed_at=NOW)
    sign(thing=review, role=Role.NQSW, sha256="a" * 64, words="", by=as_actor(year.person), at=NOW)

    row = rows_of(overseen(as_actor(lead)), as_actor(lead))[0]

    assert ([str(role) for role in row.ball.roles], row.ball.what) == (
        ["assessor", "manager"],
        "to sign the three-month review",
    )


def test_part_nobody_has_waits_for_whoever_runs_the_programme_and_one_that_ends_is_told_early(lead, here):
    year = supported_year(here)
    year.parts.filter(role=Role.COORDINATOR).delete()
    year.parts.filter(role=Role.ASSESSOR).update(until_on=day(7))
    assessor = year.parts.get(role=Role.ASSESSOR).person.full_name
    staff = holder_of(RoleCode.ACADEMY_STAFF, here)
    until = day(7)

    rows = [rows_of(overseen(as_actor(who)), as_actor(who))[0] for who in (lead, staff)]

    assert [(row.standing, row.is_for_you, row.ball.what) for row in rows] == [
        (Standing.WATCH, True, "to name the co-ordinator"),
        (Standing.WATCH, False, "to name the co-ordinator"),
    ]
    assert rows[0].reasons == (
        "Nobody is the co-ordinator.",
        f"{assessor}, the assessor, stops on {until.day} {until:%B %Y}, and nobody follows.",
    )


def test_board_counts_what_fits_the_other_filters_and_shows_what_is_asked(lead, here):
    adults, late = supported_year(here), supported_year(here, starts_on=day(-100))
    SignalFactory(enrolment=late, told_at=NOW)
    ChangeFactory(
        enrolment=late,
        kind="hours",
        reason="",
        until_on=None,
        from_on=day(-9),
        fte="0.60",
        state="agreed",
        settled_at=NOW,
    )
    coordinator = late.parts.get(role=Role.COORDINATOR).person
    holder_of(RoleCode.ACADEMY_STAFF, here, person=coordinator)
    rows = rows_of(overseen(as_actor(coordinator)), as_actor(coordinator))
    assessor = adults.parts.get(role=Role.ASSESSOR).person

    def ids(**wanted):
        return [row.enrolment.pk for row in board_of(rows, Wanted(**wanted)).rows]

    assert ids() == [late.pk, adults.pk]
    assert ids(show="watch") == ids(show="you") == ids(waits_for="coordinator") == [late.pk]
    assert ids(started=f"{late.starts_on:%Y-%m}") == [late.pk]
    assert ids(assessor=str(assessor.pk)) == ids(show="on_track") == [adults.pk]
    assert (ids(service="children"), ids(service="adults")) == ([], [late.pk, adults.pk])
    counts = board_of(rows, Wanted(show="watch")).counts
    assert {key: counts.get(key, 0) for key in ("", "act", "watch", "on_track", "paused", "you")} == {
        "": 2,
        "act": 0,
        "watch": 1,
        "on_track": 1,
        "paused": 0,
        "you": 1,
    }
    assert [str(row.fte) for row in rows] == ["0.60", "1.00"]


@pytest.mark.parametrize("years", [1, 3])
def test_board_costs_the_same_for_any_number_of_years(lead, here, years, django_assert_num_queries):
    for _ in range(years):
        year = supported_year(here)
        SignalFactory(enrolment=year)
        ConcernFactory(enrolment=year)
        ConsentFactory(change=ChangeFactory(enrolment=year))
        AgreementFactory(enrolment=year)
        ReviewFactory(milestone=MilestoneFactory(enrolment=year, due_on=day(-1)))
        for kind in ("observation", "submission", "panel"):
            MilestoneFactory(enrolment=year, kind=kind, code=kind, due_on=day(7))
    actor = as_actor(lead)
    overseen(actor)  # what is known for good is read once

    with django_assert_num_queries(20):
        rows = rows_of(overseen(actor), actor)

    assert len(rows) == years


def test_parts_that_need_somebody_read_an_edition_once_for_all_its_years(here, monkeypatch):
    """Reading one is most of the work where there are hundreds of years."""
    policy = AsyePolicyFactory()
    for _ in range(3):
        supported_year(here, policy=policy)
    read = []
    monkeypatch.setattr(policies, "rules_of", lambda each: read.append(each.pk) or rules_of(each))

    needing_in(Enrolment.objects.all(), on=TODAY)

    assert read == [policy.pk]


def test_board_without_years_costs_one_query(lead, django_assert_num_queries):
    actor = as_actor(lead)
    overseen(actor)
    with django_assert_num_queries(1):
        assert rows_of(overseen(actor), actor) == []
