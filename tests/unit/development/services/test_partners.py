import pytest

from academy.development.models import PeerOffer
from academy.development.selectors.partners import is_offered
from academy.development.services.partners import end, offer
from academy.engines.audit.commands import Refused
from tests.factories.identity import actor_of
from tests.factories.people import NOW


def test_offer_is_made_once_and_ended(council):
    for _ in range(2):
        offer(by=council.by, at=NOW)
    assert (PeerOffer.objects.count(), is_offered(council.author.pk)) == (1, True)

    end(by=council.by, at=NOW)

    assert (PeerOffer.objects.count(), is_offered(council.author.pk)) == (0, False)


def test_ending_what_was_not_offered_is_refused(council):
    with pytest.raises(Refused, match="not suggested to anybody"):
        end(by=council.by, at=NOW)


def test_offer_without_a_place_is_refused(db):
    with pytest.raises(Refused, match="somebody with a post or a membership"):
        offer(by=actor_of(), at=NOW)
