"""The academy's pages about reviews: findings, actions, and what became of them."""

import pytest
import time_machine
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.models import QualityReview, ReviewAction
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.training import QualityReviewFactory, ReviewActionFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
LIST, ONE = 2, 2


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def academy(council):
    return window_of(holder_of(RoleCode.ACADEMY_STAFF, council))


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def test_review_is_planned_held_and_followed_up_by_who_was_asked(council, academy):
    colleague = staff_of(council)
    said = {"title": "Supervision", "lead": colleague.full_name, "planned_on": "1 December 2026"}
    page = shown(academy.post(at("plan-review"), said, follow=True))
    review = QualityReview.objects.get()
    assert ("Supervision" in page, "Note the findings" in page, "Add an action" in page) == (True, True, False)

    found = {"held_on": "16 November 2026", "findings": "Records are thin."}
    assert "Records are thin." in shown(academy.post(at("hold-review", review.pk), found, follow=True))
    asked = {"what": "Audit ten records", "owner": colleague.work_email, "due_on": "18 December 2026"}
    assert "Audit ten records" in shown(academy.post(at("add-action", review.pk), asked, follow=True))

    action, hers = ReviewAction.objects.get(), window_of(colleague)
    assert "Audit ten records" in shown(hers.get("/"))
    form = shown(hers.get(at("finish-action", action.pk)))
    assert ("Audit ten records" in form, "Records are thin." in form) == (True, False)
    response = hers.post(at("finish-action", action.pk), {"outcome": "Eight were sound."})
    assert response["Location"] == "/"
    assert "Eight were sound." in shown(academy.get(review.get_absolute_url()))


def test_review_is_dropped_with_its_reason(council, academy):
    review = QualityReviewFactory(organisation=council)
    page = shown(academy.post(at("drop-review", review.pk), {"note": "No time"}, follow=True))
    assert ("Dropped" in page, "Note the findings" in page) == (True, False)


def test_academy_finishes_an_action_and_is_back_at_the_review(council, academy):
    action = ReviewActionFactory(review__organisation=council)
    response = academy.post(at("finish-action", action.pk), {"outcome": "She left."})
    assert response["Location"] == action.review.get_absolute_url()


@pytest.mark.parametrize(
    ("page", "field", "value", "sentence"),
    [
        ("plan-review", "lead", "Nobody Atall", "Nobody here is called Nobody Atall. Write the work e-mail address."),
        ("plan-review", "planned_on", "soon", "Write the date with day, month and year"),
        ("hold-review", "held_on", "1 January 2027", "This day is still to come."),
        ("hold-review", "findings", "", "Write an answer to “What was found?”."),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(council, academy, page, field, value, sentence):
    given = {
        "plan-review": {"title": "Kept words", "lead": "x", "planned_on": "1 December 2026"},
        "hold-review": {"held_on": "16 November 2026", "findings": "Kept words"},
    }[page]
    where = [QualityReviewFactory(organisation=council).pk] if page == "hold-review" else []

    response = academy.post(at(page, *where), given | {field: value})

    text = shown(response)
    assert (response.status_code, sentence in text, f'id="id_{field}_error' in text) == (422, True, True)
    assert ("Kept words" in text) == (field != "findings")


def test_two_colleagues_of_one_name_are_told_apart_by_address(council, academy):
    for _ in range(2):
        twin = staff_of(council)
        type(twin).objects.filter(pk=twin.pk).update(given_name="Ann", family_name="Lee")
    given = {"title": "Supervision", "lead": "Ann Lee", "planned_on": "1 December 2026"}
    assert "Several people are called Ann Lee." in shown(academy.post(at("plan-review"), given))


def test_empty_list_says_what_to_do_and_reviews_of_others_are_not_listed(academy):
    QualityReviewFactory(title="Elsewhere")
    page = shown(academy.get(at("reviews")))
    assert ("No review is planned." in page, "Elsewhere" in page) == (True, False)


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_database_as_often_however_many_there_are(council, academy, number):
    for _ in range(number):
        review = QualityReviewFactory(organisation=council, held=True)
    for _ in range(number):
        ReviewActionFactory(review=review)
    academy.get(at("reviews"))

    assert own_queries(academy, at("reviews")) == LIST
    assert own_queries(academy, review.get_absolute_url()) == ONE


def test_nobody_but_the_academy_reads_reviews(council, academy):
    hers = window_of(staff_of(council))
    assert hers.get(at("reviews")).status_code == 403
    assert hers.get(QualityReviewFactory(organisation=council).get_absolute_url()).status_code == 404
    assert hers.get(at("finish-action", ReviewActionFactory(review__organisation=council).pk)).status_code == 404
    assert academy.get(QualityReviewFactory().get_absolute_url()).status_code == 404
