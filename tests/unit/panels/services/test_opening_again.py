"""A review is opened again by who chairs, with a reason, before the panel has decided."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from panels.models import AgendaItem, Case, Review
from panels.services.locking import NOT_YOURS
from panels.services.opening_again import BEING_LOOKED_AT, NO_REVIEW, ON_THE_TABLE, open_again
from panels.services.reviewing import hand_in
from tests.factories.judging import GOOD, in_review
from tests.factories.panels import AssignmentFactory, TieFactory, seat_of
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def done():
    """A case whose reviews are in, and what was given."""
    case, given = in_review()
    for assignment in given:
        hand_in(assignment=assignment, said=GOOD, by=as_actor(assignment.person), at=NOW)
    case.refresh_from_db()
    Notice.objects.all().delete()
    return case, given


def opened(assignment, reason="The second visit is not in it.", by=None):
    chair = as_actor(by or seat_of(assignment.case.panel))
    return open_again(assignment=assignment, reason=reason, by=chair, at=NOW)


def refused(*said, **more):
    with pytest.raises(Refused) as caught:
        opened(*said, **more)
    return caught.value.reason


def test_review_opened_again_is_with_its_reviewer_and_stays_to_be_read(done):
    case, (first, _) = done
    again = opened(first)
    case.refresh_from_db()
    assert (again.state, again.opened_again_because, case.state) == (
        "accepted",
        "The second visit is not in it.",
        "in_review",
    )
    assert Review.objects.filter(assignment=first).count() == 1
    assert [each.person_id for each in Notice.objects.all()] == [first.person_id]
    assert "second visit" not in Notice.objects.get().body


def test_handed_in_once_more_the_reviews_are_in_again(done):
    case, (first, _) = done
    hand_in(assignment=opened(first), said=GOOD, by=as_actor(first.person), at=NOW)
    case.refresh_from_db()
    assert case.state == "reviews_in"


def test_case_opened_again_is_off_the_agenda(done):
    case, (first, _) = done
    item = AgendaItem.objects.create(meeting=case.panel.meetings.get(), case=case, position=1)
    Case.objects.filter(pk=case.pk).update(state="on_agenda")
    opened(first)
    item.refresh_from_db()
    case.refresh_from_db()
    assert (item.is_off, case.state) == (True, "in_review")


def test_case_on_the_table_is_not_opened_again(done):
    case, (first, _) = done
    AgendaItem.objects.create(meeting=case.panel.meetings.get(), case=case, position=1, state="on_table", began_at=NOW)
    Case.objects.filter(pk=case.pk).update(state="on_agenda")
    assert refused(first) == ON_THE_TABLE


def test_review_of_a_case_still_in_review_is_opened_without_moving_it():
    case, (first, _) = in_review()
    hand_in(assignment=first, said=GOOD, by=as_actor(first.person), at=NOW)
    opened(first)
    case.refresh_from_db()
    assert case.state == "in_review"


def test_nobody_but_the_chair_opens_it(done):
    case, (first, second) = done
    people = (first.person, second.person, seat_of(case.panel, "clerk"), case.person)
    assert [refused(first, by=who) for who in people] == [NOT_YOURS] * 4
    TieFactory(case=case, person=seat_of(case.panel))
    assert refused(first) == NOT_YOURS


def test_without_reason_or_while_looked_at_or_decided_it_is_refused(done):
    case, (first, _) = done
    assert refused(first, " ") == "Say why it is opened again. The reviewer reads it."
    Case.objects.filter(pk=case.pk).update(state="looked_again")
    assert refused(first) == BEING_LOOKED_AT
    Case.objects.filter(pk=case.pk).update(state="decided", decided_at=NOW)
    assert refused(first) == "The panel has decided, or the case is no longer with it. Its reviews stay as they are."


def test_look_is_not_opened_again(done):
    case, (first, _) = done
    look = AssignmentFactory(case=case, person=first.person, kind="look", state="done")
    assert refused(look) == NO_REVIEW
