import pytest
from django.db import IntegrityError, transaction

from academy.development.models import PeerOffer, PeerReflection
from tests.factories.development import kept_by
from tests.factories.people import NOW
from tests.factories.reflections import reflection_of


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.mark.parametrize(
    ("state", "said", "name"),
    [
        ("gone", {}, "peerreflection_state_known"),
        ("noted", {"counts_as": "friend"}, "peerreflection_standing_known"),
        ("noted", {"outside_name": ""}, "peerreflection_peer_is_inside_or_outside"),
        ("noted", {"scrubbed_at": NOW}, "peerreflection_scrubbed_names_nobody"),
        ("noted", {"scrubbed_at": NOW, "outside_name": "", "outside_role": "Nurse"}, "peerreflection_scrubbed_names"),
        ("noted", {"title": ""}, "peerreflection_says_what"),
        ("noted", {"learnt": ""}, "peerreflection_says_what"),
        ("asked", {"asked_at": None}, "peerreflection_asked_at_a_time"),
        ("confirmed", {"answered_at": None}, "peerreflection_answered_at_a_time"),
        ("declined", {"answered_at": None}, "peerreflection_answered_at_a_time"),
        ("withdrawn", {"withdrawn_at": None}, "peerreflection_withdrawn_at_a_time"),
    ],
)
def test_impossible_reflection_is_refused_by_the_database(entry, state, said, name):
    with pytest.raises(IntegrityError, match=name):
        reflection_of(entry, state, **said)


@pytest.mark.parametrize("said", [{"outside_name": "Rosa"}, {"outside_email": "rosa@hospice.example"}])
def test_peer_is_a_colleague_or_somebody_outside_and_not_both(council, entry, said):
    with pytest.raises(IntegrityError, match="peerreflection_peer_is_inside_or_outside"):
        reflection_of(entry, "noted", peer=council.colleague, **said)


def test_talk_of_one_day_with_one_peer_is_stored_once_unless_withdrawn(council, entry):
    for said in ({"peer": council.colleague}, {}):
        reflection_of(entry, "withdrawn", **said)
        reflection_of(entry, "asked", **said)
        with pytest.raises(IntegrityError), transaction.atomic():
            reflection_of(entry, "noted", **said)
    assert PeerReflection.objects.count() == 4


def test_somebody_offers_herself_once(council):
    offered = PeerOffer.objects.create(person=council.author, offered_at=NOW)

    assert str(offered) == f"offer of {council.author.pk}"
    with pytest.raises(IntegrityError):
        PeerOffer.objects.create(person=council.author, offered_at=NOW)


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("noted", "Noted", "met"),
        ("asked", "Waiting for the peer", "doing"),
        ("confirmed", "Confirmed by the peer", "met"),
        ("declined", "Not confirmed", "notyet"),
        ("withdrawn", "Withdrawn", "notyet"),
    ],
)
def test_state_is_a_word_and_a_shape(entry, state, word, shape):
    reflection = reflection_of(entry, state)

    said = (reflection.is_noted, reflection.is_asked, reflection.is_confirmed, reflection.is_declined)
    assert (reflection.standing.state.word, reflection.standing.state.shape) == (word, shape)
    assert said == tuple(state == each for each in ("noted", "asked", "confirmed", "declined"))


def test_reflection_names_its_peer(council, entry):
    inside = reflection_of(entry, "asked", peer=council.colleague)
    outside = reflection_of(entry, "noted")

    assert (inside.peer_name, inside.is_outside) == (council.colleague.full_name, False)
    assert (outside.peer_name, outside.is_outside, str(outside)) == (
        "Rosa Whitlock",
        True,
        f"peer reflection {outside.pk}",
    )
