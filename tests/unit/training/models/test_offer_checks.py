"""Every check the database keeps about the offer, published texts and reviews, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from academy.training.models import (
    CourseAudience,
    CourseCost,
    CoursePrinciple,
    FocusTheme,
    Need,
    Prerequisite,
    Programme,
    ProgrammeCourse,
    Subscription,
)
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.training import (
    CourseFactory,
    PlatformFactory,
    PublishedTextFactory,
    QualityReviewFactory,
    ReviewActionFactory,
)

pytestmark = pytest.mark.django_db
YESTERDAY = date(2026, 11, 16)


def theme(**said):
    values = {"organisation": OrganisationFactory(), "code": "t", "title": "Theme", "from_on": TODAY}
    return FocusTheme.objects.create(**(values | said))


def need(**said):
    return Need.objects.create(
        **({"organisation": OrganisationFactory(), "code": "n", "text": "Law", "source": "law"} | said)
    )


def subscription(**said):
    values = {"organisation": OrganisationFactory(), "code": "s", "name": "Research", "short_name": "R"}
    return Subscription.objects.create(**(values | said))


def programme(**said):
    return Programme.objects.create(**({"organisation": OrganisationFactory(), "code": "p", "title": "P"} | said))


def audience(**said):
    course = CourseFactory()
    return CourseAudience.objects.create(**({"course": course, "organisation": course.organisation} | said))


def cost(**said):
    return CourseCost.objects.create(**({"course": CourseFactory(), "kind": "fee", "pounds": "1.00"} | said))


def principle(**said):
    return CoursePrinciple.objects.create(**({"course": CourseFactory(), "principle": "pcf", "how": "So."} | said))


def before_itself():
    course = CourseFactory()
    return Prerequisite.objects.create(course=course, before=course)


@pytest.mark.parametrize(
    ("make", "said", "name"),
    [
        (CourseFactory, {"title": ""}, "course_has_title"),
        (CourseFactory, {"kind": "party"}, "course_kind_known"),
        (CourseFactory, {"promise": "later"}, "course_promise_known"),
        (CourseFactory, {"basis": "whim"}, "course_basis_known"),
        (CourseFactory, {"outcome": "fame"}, "course_outcome_known"),
        (CourseFactory, {"origin": "heard"}, "course_origin_known"),
        (CourseFactory, {"accreditation": "hoped"}, "course_accreditation_known"),
        (CourseFactory, {"days": "0.00"}, "course_days_above_0"),
        (CourseFactory, {"valid_months": 0}, "course_validity_above_0"),
        (audience, {"who": "cats"}, "course_audience_who_known"),
        (audience, {"service_kind": "cats"}, "course_audience_service_known"),
        (audience, {"profession": "juggler"}, "course_audience_profession_known"),
        (cost, {"kind": "bribe"}, "course_cost_kind_known"),
        (cost, {"pounds": "0.00"}, "course_cost_above_0"),
        (principle, {"principle": "luck"}, "course_principle_known"),
        (principle, {"how": ""}, "course_principle_says_how"),
        (before_itself, {}, "prerequisite_is_another_course"),
        (theme, {"title": ""}, "focus_theme_has_title"),
        (theme, {"origin": "heard"}, "focus_theme_origin_known"),
        (theme, {"until_on": YESTERDAY}, "focustheme_dates_in_order"),
        (need, {"text": ""}, "need_says_what"),
        (need, {"source": "gossip"}, "need_source_known"),
        (need, {"origin": "heard"}, "need_origin_known"),
        (PlatformFactory, {"name": ""}, "platform_has_name"),
        (PlatformFactory, {"open_to": "cats"}, "platform_open_to_known"),
        (PlatformFactory, {"origin": "heard"}, "platform_origin_known"),
        (subscription, {"name": ""}, "subscription_has_names"),
        (subscription, {"short_name": ""}, "subscription_has_names"),
        (subscription, {"origin": "heard"}, "subscription_origin_known"),
        (programme, {"title": ""}, "programme_has_title"),
        (programme, {"origin": "heard"}, "programme_origin_known"),
        (PublishedTextFactory, {"kind": "poem"}, "publishedtext_kind_known"),
        (PublishedTextFactory, {"text": ""}, "publishedtext_says_what"),
        (PublishedTextFactory, {"code": ""}, "publishedtext_has_code"),
        (PublishedTextFactory, {"valid_to": date(2020, 1, 1)}, "publishedtext_dates_in_order"),
        (PublishedTextFactory, {"origin": "published"}, "publishedtext_published_by_somebody"),
        (QualityReviewFactory, {"state": "gone"}, "qualityreview_state_known"),
        (QualityReviewFactory, {"title": ""}, "qualityreview_has_title"),
        (QualityReviewFactory, {"state": "held"}, "qualityreview_held_with_findings"),
        (ReviewActionFactory, {"what": ""}, "reviewaction_says_what"),
        (ReviewActionFactory, {"due_on": YESTERDAY}, "reviewaction_due_after_added"),
        (ReviewActionFactory, {"done_on": TODAY}, "reviewaction_done_with_outcome"),
    ],
)
def test_impossible_row_is_refused_by_the_database(make, said, name):
    with pytest.raises(IntegrityError, match=name):
        make(**said)


def twice(make, *names):
    """Make a row a second time, with what `names` say taken from the first."""
    first = make()
    return make(**{name: getattr(first, name) for name in names})


def text_beginning_twice():
    first = PublishedTextFactory()
    return PublishedTextFactory(organisation=first.organisation, key=first.key, code="other")


def text_of_one_code_twice():
    first = PublishedTextFactory()
    return PublishedTextFactory(organisation=first.organisation, key=first.key, valid_from=TODAY)


def places_in_a_programme(*, same_course):
    first = ProgrammeCourse.objects.create(programme=programme(), course=CourseFactory(), order=1)
    course, order = (first.course, 2) if same_course else (CourseFactory(), 1)
    return ProgrammeCourse.objects.create(programme=first.programme, course=course, order=order)


@pytest.mark.parametrize(
    ("make", "column"),
    [
        (lambda: twice(CourseFactory, "organisation", "code"), "code"),
        (lambda: twice(PlatformFactory, "organisation", "code"), "code"),
        (lambda: twice(theme, "organisation"), "code"),
        (lambda: twice(need, "organisation"), "code"),
        (lambda: twice(subscription, "organisation"), "code"),
        (lambda: twice(programme, "organisation"), "code"),
        (lambda: twice(audience, "course", "organisation"), "course_audience_once"),
        (lambda: twice(cost, "course"), "kind"),
        (lambda: twice(principle, "course"), "principle"),
        (text_of_one_code_twice, "code"),
        (text_beginning_twice, "valid_from|publishedtext_start_once"),
        (lambda: places_in_a_programme(same_course=True), "course"),
        (lambda: places_in_a_programme(same_course=False), "order"),
    ],
)
def test_second_row_of_a_kind_is_refused_by_the_database(make, column):
    with pytest.raises(IntegrityError, match=column):
        make()


@pytest.mark.parametrize(("state", "shape"), [("planned", "doing"), ("held", "met"), ("dropped", "notyet")])
def test_state_of_a_review_has_a_shape(state, shape):
    review = QualityReviewFactory.build(state=state, organisation=None, lead=None)
    assert (review.standing.state.shape, review.is_planned, review.is_held) == (
        shape,
        state == "planned",
        state == "held",
    )
