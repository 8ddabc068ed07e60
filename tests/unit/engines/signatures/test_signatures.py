from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.signatures.models import Signature
from academy.engines.signatures.selectors.signatures import live_signatures, roles_signed, signature_history
from academy.engines.signatures.services.signatures import sign, withdraw_all
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def thing():
    return PersonFactory()


def signed(thing, *, role="author", by=None, at=NOW):
    return sign(thing=thing, role=role, sha256="a" * 64, words="Mine.", by=by or actor_of(PersonFactory()), at=at)


def test_a_signature_stands_under_the_thing_in_its_role(thing):
    by = actor_of(PersonFactory())
    signature = signed(thing, by=by)
    said = (signature.person_id, signature.role, signature.sha256, signature.words, signature.signed_at)
    assert said == (by.person_id, "author", "a" * 64, "Mine.", NOW)
    assert (signature.signed_for, signature.is_live) == (None, True)
    assert list(live_signatures(thing)) == [signature]
    event = Event.objects.get(act="signatures.signature.sign")
    assert (event.subject_id, event.note) == (str(signature.pk), "author")


def test_a_deputy_signs_with_both_names(thing):
    absent = PersonFactory()
    by = replace(actor_of(PersonFactory()), on_behalf_of_id=absent.pk)
    assert signed(thing, by=by).signed_for == absent


def test_a_role_is_signed_once_while_it_stands(thing):
    signed(thing)
    with pytest.raises(Refused, match=r"This is signed already\."):
        signed(thing)
    signed(thing, role="line_manager")
    assert live_signatures(thing).count() == 2


def test_whoever_is_no_person_does_not_sign(thing):
    with pytest.raises(Refused, match="Only somebody with a record"):
        signed(thing, by=Actor.system("portal", on=TODAY))
    assert not Signature.objects.exists()


def test_signatures_are_withdrawn_with_the_reason_and_stay_in_the_history(thing):
    first, other = signed(thing), signed(PersonFactory())
    assert withdraw_all(thing=thing, because=" It was changed. ", by=actor_of(PersonFactory()), at=LATER) == 1
    first.refresh_from_db()
    assert (first.withdrawn_at, first.withdrawn_because, first.is_live) == (LATER, "It was changed.", False)
    again = signed(thing, at=LATER)
    assert list(signature_history(thing)) == [first, again]
    assert list(live_signatures(thing)) == [again]
    assert Signature.objects.get(pk=other.pk).is_live


def test_a_signature_put_while_its_withdrawal_waited_is_withdrawn_at_its_own_moment(thing):
    signature = signed(thing, at=LATER)
    withdraw_all(thing=thing, because="It was changed.", by=actor_of(PersonFactory()), at=NOW)
    signature.refresh_from_db()
    assert signature.withdrawn_at == LATER


@pytest.mark.parametrize(("because", "reason"), [(" ", r"Say why\."), ("x" * 501, "at most 500 characters")])
def test_signatures_are_not_withdrawn_without_a_reason_or_with_a_story(thing, because, reason):
    signed(thing)
    with pytest.raises(Refused, match=reason) as refused:
        withdraw_all(thing=thing, because=because, by=actor_of(PersonFactory()), at=LATER)
    assert refused.value.field == "reason"
    assert live_signatures(thing).count() == 1


def test_roles_signed_are_found_of_many_things_in_one_query(thing, django_assert_num_queries):
    other, bare = PersonFactory(), PersonFactory()
    for role in ("author", "line_manager"):
        signed(thing, role=role)
    signed(other)
    withdraw_all(thing=other, because="A date was wrong.", by=actor_of(PersonFactory()), at=LATER)
    with django_assert_num_queries(1):
        found = roles_signed([thing, other, bare])
    assert [found[each.pk] for each in (thing, other, bare)] == [{"author", "line_manager"}, set(), set()]
    assert roles_signed([]) == {}
