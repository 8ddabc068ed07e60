import pytest

from academy.engines.access import actors
from academy.engines.access.actors import Standing, actor_for, register_source
from academy.identity.actor import HeldRole
from academy.identity.choices import ActorKind
from tests.factories.identity import TODAY, UserFactory

pytestmark = pytest.mark.django_db
LEAD = HeldRole("academy_lead", 1)


@pytest.fixture(autouse=True)
def _own_source(monkeypatch):
    monkeypatch.setattr(actors, "_source", [])


@pytest.mark.parametrize(("wanted", "acting"), [(None, 1), (2, 2), (3, 1)])
def test_actor_acts_where_she_wishes_if_she_reaches_it_and_else_at_home(wanted, acting):
    user, asked = UserFactory(), []

    def source(person_id, on):
        asked.append((person_id, on))
        return Standing(roles=(LEAD,), manages=frozenset({7}), reaches=(1, 2))

    register_source(source)
    actor = actor_for(user=user, on=TODAY, organisation_id=wanted)

    assert asked == [(user.person.pk, TODAY)]
    assert (actor.kind, actor.on, actor.label) == (ActorKind.USER, TODAY, user.person.full_name)
    assert (actor.user_id, actor.person_id) == (user.pk, user.person.pk)
    assert (actor.organisation_id, actor.reaches, actor.roles, actor.manages) == (acting, {1, 2}, (LEAD,), {7})


def test_person_without_any_standing_reaches_nothing():
    actor = actor_for(user=UserFactory(), on=TODAY, organisation_id=1)

    assert (actor.organisation_id, actor.reaches, actor.roles) == (None, frozenset(), ())


def test_account_without_a_person_is_nobody_in_particular():
    user = UserFactory(person=None)
    register_source(lambda person_id, on: Standing(reaches=(1,)))

    actor = actor_for(user=user, on=TODAY)

    assert (actor.label, actor.user_id, actor.person_id, actor.organisation_id) == (
        f"user {user.pk}",
        user.pk,
        None,
        None,
    )


def test_one_source_stands_at_a_time():
    register_source(lambda person_id, on: Standing(reaches=(1,)))
    register_source(lambda person_id, on: Standing(reaches=(2,)))

    assert actor_for(user=UserFactory(), on=TODAY).organisation_id == 2
