import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.training.choices import MOST_TEXT, BookingState
from academy.training.models import Feedback
from academy.training.services.feedback import Said, give
from tests.factories.completions import attended_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db
SAID = Said(useful=4, takes_along=" I ask first. ", better="")


@pytest.fixture
def her():
    return staff_of(OrganisationFactory())


@pytest.mark.parametrize("state", [BookingState.ATTENDED, BookingState.PART])
def test_who_attended_says_what_she_takes_along(her, state):
    booking = attended_by(her, state=state)

    made = give(booking=booking, said=SAID, by=as_actor(her), at=NOW)

    assert (made.booking, made.useful, made.takes_along, made.better, made.given_at) == (
        booking,
        4,
        "I ask first.",
        "",
        NOW,
    )
    assert Event.objects.get(act="training.feedback.give").changed == []


@pytest.mark.parametrize("state", [BookingState.NO_SHOW, BookingState.HELD])
def test_who_did_not_attend_is_not_asked(her, state):
    with pytest.raises(Refused, match="asked of those who attended"):
        give(booking=attended_by(her, state=state), said=SAID, by=as_actor(her), at=NOW)


def test_it_is_said_once(her):
    booking = attended_by(her)
    give(booking=booking, said=SAID, by=as_actor(her), at=NOW)

    with pytest.raises(Refused, match="said it already"):
        give(booking=booking, said=SAID, by=as_actor(her), at=NOW)


def test_nobody_says_it_for_her(her):
    booking = attended_by(her)

    with pytest.raises(Refused, match="Only who attended"):
        give(booking=booking, said=SAID, by=as_actor(staff_of(booking.organisation)), at=NOW)

    assert Feedback.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(useful=5), "useful"),
        (Said(useful=0), "useful"),
        (Said(useful=4, takes_along="x" * (MOST_TEXT + 1)), "takes_along"),
        (Said(useful=4, better="x" * (MOST_TEXT + 1)), "better"),
    ],
)
def test_impossible_answers_are_refused_at_the_field(her, said, field):
    with pytest.raises(Refused) as refused:
        give(booking=attended_by(her), said=said, by=as_actor(her), at=NOW)

    assert refused.value.field == field
