"""Parts of a review: each writes her own; nobody reads what is not done; a deputy writes none."""

import pytest

from academy.engines.audit.commands import Refused
from asye.models import Part, ReviewPart
from asye.selectors.reviews import own_roles, parts_to_write
from asye.services.review_parts import NOT_YOUR_PART, write_part
from tests.factories.asye_reviews import held, scheduled
from tests.factories.people import NOW, DeputyFactory


@pytest.fixture
def review(world):
    return held(scheduled(world.year), world.acting("assessor"))


def write(review, role, by, *, text="I have learnt much.", is_done=True):
    return write_part(part=review.parts.get(role=role), text=text, is_done=is_done, by=by, at=NOW)


def test_a_part_is_written_and_said_to_be_done_and_that_taken_back(world, review):
    by = world.acting("nqsw")
    assert [each.role for each in parts_to_write(by)] == ["nqsw"]
    done = write(review, "nqsw", by)
    assert (done.text, done.person_id, done.done_at) == ("I have learnt much.", world.nqsw.pk, NOW)
    assert list(parts_to_write(by)) == []
    assert write(review, "nqsw", by, text="", is_done=False).done_at is None
    assert [each.role for each in parts_to_write(world.acting("manager"))] == ["manager"]
    assert list(parts_to_write(world.acting("colleague"))) == []


@pytest.mark.parametrize("name", ["nqsw", "assessor", "coordinator"])
def test_nobody_writes_the_part_of_another(world, review, name):
    with pytest.raises(Refused) as refused:
        write(review, "manager", world.acting(name))
    assert refused.value.reason == NOT_YOUR_PART


def test_who_stands_in_for_the_manager_does_not_write_her_part(world, review):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    by = world.acting("colleague")
    assert own_roles(by, world.year) == frozenset()
    with pytest.raises(Refused) as refused:
        write(review, "manager", by)
    assert refused.value.reason == NOT_YOUR_PART


def test_nothing_written_is_not_done_and_too_much_is_refused(world, review):
    for text, words in ((" ", "Write your part first"), ("x" * 20001, "at most 20,000 characters. You have 20,001")):
        with pytest.raises(Refused, match=words) as refused:
            write(review, "nqsw", world.acting("nqsw"), text=text)
        assert refused.value.field == "text"


def test_what_a_predecessor_said_to_be_done_stays_and_what_she_did_not_is_taken_over(world, review):
    write(review, "assessor", world.acting("assessor"), is_done=False)
    Part.objects.filter(role="assessor").update(person=world.colleague)
    taken = write(review, "assessor", world.acting("colleague"), text="Mine.")
    assert (taken.person_id, taken.text) == (world.colleague.pk, "Mine.")
    ReviewPart.objects.filter(role="assessor").update(person=world.assessor)
    with pytest.raises(Refused, match="Who had your part before you"):
        write(review, "assessor", world.acting("colleague"))
    with pytest.raises(Refused):
        write(review, "assessor", world.acting("assessor"))
