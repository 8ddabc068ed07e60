from datetime import timedelta

import pytest

from academy.engines.links.rules import hashed
from academy.engines.links.selectors.links import actor_by, latest_link, usable_link
from academy.identity.actor import Actor, HeldLink
from academy.identity.choices import ActorKind
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.links import GREET, link_to
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def test_open_link_is_found_by_the_hash_of_its_token_in_one_query(django_assert_num_queries):
    link = link_to()

    with django_assert_num_queries(1):
        found = usable_link(hashed("secret"), at=NOW)

    assert found == link


@pytest.mark.parametrize(
    "said", [{"spent_at": NOW}, {"withdrawn_at": NOW}, {"expires_at": NOW + timedelta(seconds=1)}, {"token_hash": "x"}]
)
def test_link_that_cannot_be_used_is_not_found_in_the_same_one_query(said, django_assert_num_queries):
    link_to(**said)

    with django_assert_num_queries(1):
        found = usable_link(hashed("secret"), at=NOW + timedelta(seconds=1))

    assert found is None


def test_latest_link_of_a_subject_is_told_from_those_of_others():
    subject = OrganisationFactory()
    link_to("old", subject=subject)
    latest = link_to("new", subject=subject, made_at=NOW + timedelta(days=1))
    link_to("other", made_at=NOW + timedelta(days=2))
    link_to("purpose", subject=subject, purpose="tests-other", made_at=NOW + timedelta(days=2))

    assert latest_link(GREET, subject) == latest


@pytest.mark.parametrize(("name", "label"), [("Rosa Whitlock", "Rosa Whitlock"), ("", "link {}")])
def test_holder_acts_under_her_name_with_no_right_but_the_link(name, label):
    link = link_to(holder_name=name)

    assert actor_by(link, on=TODAY) == Actor(
        kind=ActorKind.LINK,
        on=TODAY,
        label=label.format(link.pk),
        link=HeldLink(link.pk, "tests-greet", "identity.organisation", link.subject_id),
    )
