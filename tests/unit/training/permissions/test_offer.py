"""Who keeps the offer, its texts and reviews: each permission against each standing."""

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, member_of, staff_of
from tests.factories.training import CourseFactory, PublishedTextFactory, QualityReviewFactory, ReviewActionFactory

pytestmark = pytest.mark.django_db
WHO = ("owner", "colleague", "lead", "staff", "hr", "auditor", "stranger_lead", "member")
MAY = {
    "training.offer.see": set(WHO),
    "training.offer.keep": {"lead", "staff"},
    "training.event.keep": {"lead", "staff"},
    "training.review.keep": {"lead", "staff"},
    "training.action.finish": {"owner", "lead", "staff"},
    "training.text.publish": {"lead"},
    "training.policy.publish": {"lead"},
}


@pytest.fixture
def world():
    council = OrganisationFactory()
    people = {
        "owner": staff_of(council),
        "colleague": staff_of(council),
        "lead": holder_of(RoleCode.ACADEMY_LEAD, council),
        "staff": holder_of(RoleCode.ACADEMY_STAFF, council),
        "hr": holder_of(RoleCode.HR, council),
        "auditor": holder_of(RoleCode.AUDITOR, council),
        "stranger_lead": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
        "member": member_of(council),
    }
    course, text = CourseFactory(organisation=council), PublishedTextFactory(organisation=council)
    review = QualityReviewFactory(organisation=council, held=True)
    things = {
        "training.offer.see": None,
        "training.offer.keep": course,
        "training.event.keep": course,
        "training.review.keep": review,
        "training.action.finish": ReviewActionFactory(review=review, owner=people["owner"]),
        "training.text.publish": text,
        "training.policy.publish": text,
    }
    return {name: as_actor(person) for name, person in people.items()}, things


@pytest.mark.parametrize("code", MAY)
def test_permission_is_given_to_those_it_is_for_and_nobody_else(world, code):
    actors, things = world

    assert {who for who in WHO if allows(code, actors[who], things[code])} == MAY[code]
