"""What the database refuses of an edition of a panel policy, and what makes room for another."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint, UniqueConstraint

from panels.models import PanelPolicy
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import PanelPolicyFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
ENDED = date(2026, 5, 1)
AGAINST = {
    "panelpolicy_has_code": {"code": ""},
    "panelpolicy_origin_known": {"origin": "dream"},
    "panelpolicy_dates_in_order": {"valid_to": date(2019, 1, 1)},
    "panelpolicy_published_by_somebody": {"published_at": NOW},
    "panelpolicy_purpose_known": {"purpose": "other", "content": {}},
    "panelpolicy_is_named": {"title": ""},
}
# name: (what the first has, what the second shares with it)
TWICE = {
    "panelpolicy_code_once": ({"withdrawn_on": ENDED}, ("organisation", "purpose", "code")),
    "panelpolicy_start_once": ({}, ("organisation", "purpose", "valid_from")),
}


@pytest.mark.parametrize("name", AGAINST)
def test_row_against_a_check_is_refused(name):
    with pytest.raises(IntegrityError, match=name):
        PanelPolicyFactory(**AGAINST[name])


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("name", TWICE)
def test_second_edition_in_the_same_place_is_refused(name, own):
    said, shared = TWICE[name]
    first = PanelPolicyFactory(organisation=OrganisationFactory() if own else None, **said)

    with pytest.raises(IntegrityError, match=name):
        PanelPolicyFactory(**{each: getattr(first, each) for each in shared})


def test_another_purpose_another_council_and_what_has_ended_leave_room():
    council = OrganisationFactory()
    first = PanelPolicyFactory(organisation=council, withdrawn_on=ENDED)
    same = {"valid_from": first.valid_from}
    made = [
        PanelPolicyFactory(organisation=council, **same),
        PanelPolicyFactory(organisation=council, purpose="moderation", code=first.code, **same),
        PanelPolicyFactory(organisation=OrganisationFactory(), code=first.code, **same),
        PanelPolicyFactory(code=first.code, **same),
    ]
    assert list(PanelPolicy.objects.order_by("pk")) == [first, *made]


@pytest.mark.parametrize(("kind", "shown"), [(CheckConstraint, AGAINST), (UniqueConstraint, TWICE)])
def test_every_constraint_has_a_row_it_refuses(kind, shown):
    declared = {each.name for each in PanelPolicy._meta.constraints if isinstance(each, kind)}
    assert declared == set(shown)


def test_edition_is_called_by_its_title_and_code():
    assert str(PanelPolicyFactory(title="Progression panel", code="2026")) == "Progression panel, 2026"
