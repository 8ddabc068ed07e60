from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.factories.access import GIVEN_AT, BarFactory, GrantFactory
from tests.factories.identity import TODAY, PersonFactory

pytestmark = pytest.mark.django_db
KINDS = [("grant", GrantFactory), ("bar", BarFactory)]


@pytest.mark.parametrize(("kind", "make"), KINDS)
@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"until_on": TODAY - timedelta(days=1)}, "dates_in_order"),
        ({"withdrawn_at": GIVEN_AT - timedelta(seconds=1)}, "withdrawn_after_given"),
        ({"purpose": ""}, "has_purpose"),
    ],
)
def test_line_against_a_constraint_is_refused(kind, make, values, constraint):
    with pytest.raises(IntegrityError, match=f"{kind}_{constraint}"):
        make(**values)


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_line_for_the_same_purpose_is_held_once(kind, make):
    thing, person = PersonFactory(), PersonFactory()
    make(thing=thing, person=person, withdrawn_at=GIVEN_AT)
    make(thing=thing, person=person)
    make(thing=thing, person=person, purpose="review")

    with pytest.raises(IntegrityError, match=f"{kind}_held_once|UNIQUE constraint failed: access_{kind}.person_id"):
        make(thing=thing, person=person)


def test_lines_say_who_may_or_may_not_see_what():
    grant, bar = GrantFactory(purpose="share"), BarFactory(purpose="conflict")

    assert str(grant) == f"{grant.person_id} may see {grant.thing_type_id}/{grant.thing_id} (share)"
    assert str(bar) == f"{bar.person_id} may not see {bar.thing_type_id}/{bar.thing_id} (conflict)"
