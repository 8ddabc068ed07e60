"""Checks of rows that hang on others, each with a row it refuses; what rows print; what is never changed."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from academy.engines.frozen.rows import Frozen
from asye import models as tables
from tests.factories import asye as made
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)


def test_period_ends_after_it_began():
    year = made.EnrolmentFactory()
    said = {"organisation": year.organisation, "policy": year.policy, "from_on": DAY}
    with pytest.raises(IntegrityError, match="period_dates_in_order"):
        tables.Period.objects.create(enrolment=year, until_on=DAY - timedelta(days=1), **said)


def test_transfer_goes_to_another_employer():
    year = made.EnrolmentFactory(state="released")
    with pytest.raises(IntegrityError, match="asyetransfer_to_another"):
        made.TransferFactory(enrolment=year, to_organisation=year.organisation)


@pytest.mark.parametrize(
    ("said", "name"), [({"role": "friend"}, "reviewpart_role_known"), ({"done_at": NOW}, "reviewpart_done_by")]
)
def test_part_of_a_review_is_somebodys(said, name):
    review = made.ReviewFactory()
    with pytest.raises(IntegrityError, match=name):
        tables.ReviewPart.objects.create(review=review, changed_at=NOW, **{"role": "nqsw", **said})


def test_cited_is_one_piece():
    with pytest.raises(IntegrityError, match="cited_is_one_piece"):
        tables.Cited.objects.create(review=made.ReviewFactory(), cited_by=PersonFactory(), cited_at=NOW)


def test_addendum_says_something():
    said = {"written_by": PersonFactory(), "written_at": NOW, "words": ""}
    with pytest.raises(IntegrityError, match="reviewaddendum_has_words"):
        tables.ReviewAddendum.objects.create(review=made.ReviewFactory(), **said)


@pytest.mark.parametrize(
    ("said", "name"), [({"need": ""}, "plangoal_says_what_and_how"), ({"result": "grand"}, "plangoal_result_known")]
)
def test_goal_says_what_and_how(said, name):
    plan = tables.Plan.objects.create(enrolment=made.EnrolmentFactory(), stage="months-0-3", made_at=NOW)
    with pytest.raises(IntegrityError, match=name):
        tables.PlanGoal.objects.create(plan=plan, **{"need": "Court work", "how": "Shadowing", "by_on": DAY, **said})


def test_nudge_says_something():
    year = made.EnrolmentFactory()
    with pytest.raises(IntegrityError, match="asyenudge_has_words"):
        tables.Nudge.objects.create(enrolment=year, to=year.person, words="", sent_by=PersonFactory(), sent_at=NOW)


@pytest.mark.parametrize("make", [made.RecommendationFactory, made.ModerationFactory])
def test_what_was_said_at_the_end_is_never_changed(make):
    row = make()
    table = row._meta.db_table
    with pytest.raises(Frozen):
        row.save()
    with pytest.raises(Frozen):
        type(row).objects.filter(pk=row.pk).delete()
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")


def test_rows_print_without_names():
    recommendation = made.RecommendationFactory()
    rows = [
        made.EnrolmentFactory(),
        made.PartFactory(),
        made.TransferFactory(),
        made.AgreementFactory(),
        made.MilestoneFactory(),
        made.ReviewFactory(),
        made.ChangeFactory(),
        made.ConsentFactory(),
        made.WeekFactory(),
        made.SignalFactory(),
        made.ConcernFactory(),
        recommendation,
        made.ModerationFactory(recommendation=recommendation),
        made.GrantClaimFactory(),
    ]
    people = [str(person) for person in tables.Enrolment.objects.values_list("person__family_name", flat=True)]

    assert [str(row) for row in rows if any(name in str(row) for name in people)] == []
