from datetime import date

import pytest
from django.db import IntegrityError

from academy.training.models import Completion, RequirementMatrix
from tests.factories.completions import CompletionFactory, FeedbackFactory, attended_by, matrix_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, staff_of
from tests.factories.training import PlatformFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"source": "hearsay"}, "completion_source_known"),
        ({"valid_until": date(2026, 11, 9)}, "completion_dates_in_order"),
        ({"source": "attendance"}, "completion_attended_a_booking"),
        ({"source": "platform"}, "completion_platform_says_which"),
        ({"withdrawn_at": NOW}, "completion_withdrawn_with_reason"),
    ],
)
def test_impossible_completion_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        CompletionFactory(**said)


def test_platform_without_its_own_id_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="completion_platform_says_which"):
        CompletionFactory(source="platform", platform=PlatformFactory())


def test_id_of_a_platform_is_there_once_and_another_platforms_is_another():
    said = {"source": "platform", "outside_id": "a-1"}
    first = CompletionFactory(**said, platform=PlatformFactory())
    CompletionFactory(**said, platform=PlatformFactory())

    with pytest.raises(IntegrityError, match=r"completion_outside_id_once|platform_id"):
        CompletionFactory(**said, platform=first.platform)


def test_booking_makes_one_completion():
    booking = attended_by(staff_of(OrganisationFactory()))
    CompletionFactory(booking=booking)

    with pytest.raises(IntegrityError, match="booking_id"):
        CompletionFactory(booking=booking)


@pytest.mark.parametrize("useful", [0, 5])
def test_feedback_out_of_range_is_refused_by_the_database(useful):
    with pytest.raises(IntegrityError, match="feedback_useful_1_to_4"):
        FeedbackFactory(booking=attended_by(PersonFactory()), useful=useful)


def test_standing_completions_are_those_nobody_took_back():
    standing = CompletionFactory()
    CompletionFactory(withdrawn_at=NOW, withdrawn_because="Wrong.")

    assert list(Completion.objects.standing()) == [standing]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"code": ""}, "requirementmatrix_has_code"),
        ({"origin": "found"}, "requirementmatrix_origin_known"),
        ({"valid_to": date(2025, 12, 31)}, "requirementmatrix_dates_in_order"),
        ({"origin": "published"}, "requirementmatrix_published_by_somebody"),
    ],
)
def test_impossible_matrix_is_refused_by_the_database(said, name):
    values = {"code": "2026", "valid_from": date(2026, 1, 1), "checksum": "0" * 64, **said}

    with pytest.raises(IntegrityError, match=name):
        RequirementMatrix.objects.create(organisation=OrganisationFactory(), **values)


def test_matrix_of_a_code_is_there_once_in_an_organisation():
    council = OrganisationFactory()
    matrix_of(council, {"code": "law"})
    matrix_of(OrganisationFactory(), {"code": "law"})

    with pytest.raises(IntegrityError, match=r"requirementmatrix_code_once|organisation_id"):
        matrix_of(council, {"code": "law"})


def test_completion_and_feedback_print_ids_and_no_names():
    booking = attended_by(staff_of(OrganisationFactory()))
    completion, feedback = CompletionFactory(booking=booking), FeedbackFactory(booking=booking)

    assert (str(completion), str(feedback)) == (f"completion {completion.pk}", f"feedback on booking {booking.pk}")
