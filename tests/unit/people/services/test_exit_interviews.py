"""The leaver event: entered with the last day, taken back, and what is said of the reasons."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from academy.people.models import Leaving, Post, RoleHolding, Terms
from academy.people.services.exit_interviews import Said, answer, decline, interview
from academy.people.services.leaving import leave, stay
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.leaving import LeavingFactory
from tests.factories.people import NOW, PostFactory, as_actor, holder_of, member_of, staff_of

pytestmark = pytest.mark.django_db

LAST = TODAY + timedelta(days=30)
SAID = Said(reasons=("pay", "progression"), destination="council", words=" There was no next step. ")


@pytest.fixture
def amara(here):
    person = staff_of(here, since=date(2022, 4, 1))
    PostFactory(person=person, organisation=here, from_on=date(2019, 1, 1), until_on=date(2022, 3, 31))
    return person


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments, at=NOW)
    return refused.value.reason


def leaves(amara, here, hr):
    leave(person=amara, organisation=here, last_day=LAST, by=hr, at=NOW)
    return Leaving.objects.standing().get(person=amara, last_on=LAST)


def test_last_day_makes_a_leaver_event_with_the_unbroken_service(amara, here, hr):
    event = leaves(amara, here, hr)
    assert (event.joined_on, event.last_on, event.state, event.reasons) == (date(2019, 1, 1), LAST, "entered", [])
    assert event.post == Post.objects.get(person=amara, from_on=date(2022, 4, 1))


def test_who_was_never_employed_leaves_without_an_event(here, hr):
    guest = member_of(here)
    leave(person=guest, organisation=here, last_day=LAST, by=hr, at=NOW)
    assert Leaving.objects.count() == 0


def test_same_last_day_entered_again_keeps_one_event(amara, here, hr):
    event = leaves(amara, here, hr)
    RoleHolding.objects.create(person=amara, role=RoleCode.COACH, organisation=here, from_on=TODAY)
    assert leaves(amara, here, hr) == event


def test_she_stays_after_all_and_everything_goes_on(amara, here, hr, last_act):
    holder_of(RoleCode.COACH, here, person=amara)
    event = stay(leaving=leaves(amara, here, hr), by=hr, at=NOW)
    assert (event.state, event.taken_back_at) == ("taken_back", NOW)
    assert (last_act()[0], last_act()[3:]) == ("people.leaving.take_back", ("entered", "taken_back"))
    post = Post.objects.get(person=amara, from_on=date(2022, 4, 1))
    assert (post.until_on, Terms.objects.get(post=post).until_on, RoleHolding.objects.get(person=amara).until_on) == (
        None,
        None,
        None,
    )
    assert Post.objects.get(person=amara, from_on=date(2019, 1, 1)).until_on == date(2022, 3, 31)
    assert leaves(amara, here, hr).pk != event.pk


def test_staying_is_refused_after_the_last_day_to_others_and_beside_a_new_post(amara, here, hr):
    event = leaves(amara, here, hr)
    assert "somebody else to do" in refusal(stay, leaving=event, by=as_actor(amara))
    PostFactory(person=amara, organisation=here, from_on=LAST + timedelta(days=1))
    assert "another primary post" in refusal(stay, leaving=event, by=hr)
    past = LeavingFactory(organisation=here, last_on=TODAY - timedelta(days=1))
    assert refusal(stay, leaving=past, by=hr) == (
        "Her last day was 16 November 2026. Begin a new post instead: she comes back."
    )


def test_she_says_why_herself_as_often_as_she_likes(amara, here, hr, last_act):
    event = leaves(amara, here, hr)
    answer(leaving=event, said=SAID, by=as_actor(amara), at=NOW)
    kept = answer(leaving=event, said=Said(reasons=("pay",), words=" More. "), by=as_actor(amara), at=NOW)
    kept.refresh_from_db()
    assert (kept.reasons, kept.destination, kept.words, kept.state) == (["pay"], "", "More.", "entered")
    assert last_act()[:3] == ("people.leaving.answer", amara.pk, ["destination", "reasons", "words"])
    assert "Only the person who leaves" in refusal(answer, leaving=event, said=SAID, by=hr)


def test_interview_is_written_down_by_human_resources_and_closes_it(amara, here, hr):
    event = leaves(amara, here, hr)
    held = interview(leaving=event, said=SAID, held_on=TODAY, by=hr, at=NOW)
    held.refresh_from_db()
    assert (held.state, held.interviewed_by_id, held.interviewed_on) == ("interviewed", hr.person_id, TODAY)
    assert (held.reasons, held.words) == (["progression", "pay"], "There was no next step.")
    assert "Nothing more is asked." in refusal(answer, leaving=event, said=SAID, by=as_actor(amara))


def test_interview_is_refused_to_others_to_herself_and_ahead_of_its_day(amara, here, hr):
    event = leaves(amara, here, hr)
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, here))
    tomorrow = TODAY + timedelta(days=1)
    assert "somebody else to do" in refusal(interview, leaving=event, said=SAID, held_on=TODAY, by=lead)
    assert refusal(interview, leaving=event, said=SAID, held_on=tomorrow, by=hr) == "This day is still to come."
    own = LeavingFactory(person_id=hr.person_id, organisation=here)
    assert "Somebody else holds" in refusal(interview, leaving=own, said=SAID, held_on=TODAY, by=hr)


def test_no_interview_and_then_one_after_all(amara, here, hr):
    event = decline(leaving=leaves(amara, here, hr), by=as_actor(amara), at=NOW)
    assert event.state == "declined"
    assert answer(leaving=event, said=SAID, by=as_actor(amara), at=NOW).reasons == ["progression", "pay"]
    assert interview(leaving=event, said=SAID, held_on=TODAY, by=hr, at=NOW).state == "interviewed"


def test_what_cannot_be_said_is_refused(amara, here, hr):
    event = leaves(amara, here, hr)
    assert "at least one reason" in refusal(answer, leaving=event, said=Said(reasons=()), by=as_actor(amara))


def test_person_without_an_event_has_none(here):
    assert list(Leaving.objects.visible_to(as_actor(PersonFactory()))) == []
