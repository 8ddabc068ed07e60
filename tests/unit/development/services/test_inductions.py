from datetime import date

import pytest

from academy.development.models import Induction, InductionTick
from academy.development.services import induction_items, inductions
from academy.development.tasks import begin_inductions
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY
from tests.factories.inductions import InductionItemFactory, InductionProgrammeFactory, induction_of, settled
from tests.factories.people import NOW, as_actor, holder_of, staff_of

JOINED = date(2026, 9, 1)


@pytest.fixture
def programme(council):
    return InductionProgrammeFactory(months=6)


@pytest.fixture
def induction(council, programme):
    return induction_of(council.author, programme=programme)


@pytest.fixture
def manager(council):
    return as_actor(council.manager)


def refused(act, **said):
    with pytest.raises(Refused) as refusal:
        act(**said, at=NOW)
    return refusal.value.reason


def test_inductions_of_starters_begin_once(council, programme):
    council.organisation.kind = "council"
    council.organisation.save()
    starter = staff_of(council.organisation, since=JOINED)

    assert [inductions.begin_due(on=TODAY, at=NOW) for _ in range(2)] == [1, 0]
    begun = Induction.objects.get()
    event = Event.objects.get(act="development.induction.begin")
    assert (begun.person, begun.programme, begun.joined_on, begun.due_on) == (
        starter,
        programme,
        JOINED,
        date(2027, 3, 1),
    )
    assert (event.actor.name, event.about_id, event.to_state) == ("inductions", starter.pk, "open")


def test_task_begins_them(db):
    assert begin_inductions() == 0


def test_induction_is_begun_once_for_a_post_and_by_those_it_concerns(council, programme, manager):
    post, other = council.author.posts.get(), council.colleague.posts.get()
    inductions.begin(post=post, by=manager, at=NOW)

    assert refused(inductions.begin, post=post, by=manager) == "This post has its induction already."
    assert refused(inductions.begin, post=other, by=manager) == "The line manager or the academy begins an induction."


def test_post_without_a_programme_has_no_induction(council, manager):
    reason = refused(inductions.begin, post=council.author.posts.get(), by=manager)

    assert reason == "No induction programme holds for this job. Ask your academy to add one."


def test_only_she_ticks_and_only_her_manager_confirms(council, induction, manager):
    item = InductionItemFactory(programme=induction.programme)
    not_yours = "This is for somebody else to do. If it should be you, ask your academy lead."
    said = {"induction": induction, "items": [item.pk]}

    assert refused(induction_items.tick, **said, by=manager) == not_yours
    assert refused(induction_items.confirm, **said, by=council.by) == not_yours
    assert InductionTick.objects.count() == 0


def test_confirmation_keeps_its_day_and_its_name(council, induction, manager):
    first, second = settled(induction, by=council.colleague, number=2)

    induction_items.confirm(induction=induction, items=[first.item_id, second.item_id], by=manager, at=NOW)

    first.refresh_from_db()
    assert (first.manager_on, first.manager_by) == (date(2026, 11, 16), council.colleague)


def test_confirmation_taken_back_after_a_signature_takes_the_signature_away(council, induction, manager):
    first, second = settled(induction, by=council.manager, number=2)
    signed = inductions.sign(induction=induction, by=council.by, at=NOW)

    induction_items.confirm(induction=signed, items=[second.item_id], by=manager, at=NOW)

    induction.refresh_from_db()
    first.refresh_from_db()
    assert (induction.state, induction.own_signed_at, first.manager_on) == ("open", None, None)
    assert list(Event.objects.order_by("pk").values_list("act", flat=True)) == [
        "development.induction.sign",
        "development.induction.change",
        "development.induction.confirm",
    ]


def test_signed_induction_that_is_confirmed_as_it_stands_says_how_to_go_on(council, induction, manager):
    row = settled(induction, by=council.manager, number=1)[0]
    signed = inductions.sign(induction=induction, by=council.by, at=NOW)

    reason = refused(induction_items.confirm, induction=signed, items=[row.item_id], by=manager)

    assert reason == "One of you has signed. Open it again to change something; then both sign again."


def test_settled_item_takes_no_earlier_learning(council, induction):
    row = settled(induction, by=council.manager, number=1)[0]
    said = {"induction": induction, "words": "A course.", "by": council.by}
    settled_already = "This is settled already. There is nothing to offer for it."

    assert refused(induction_items.offer_earlier, item=row.item, **said) == settled_already
    assert refused(induction_items.offer_earlier, item=InductionItemFactory(), **said) == settled_already


@pytest.mark.parametrize(
    ("words", "reason"),
    [(" ", "Write what you learnt, where and when."), ("x" * 501, "Use at most 500 characters.")],
)
def test_earlier_learning_is_offered_in_words(council, induction, words, reason):
    item = InductionItemFactory(programme=induction.programme)

    assert refused(induction_items.offer_earlier, induction=induction, item=item, words=words, by=council.by) == reason


def test_earlier_learning_is_offered_again_after_a_no_and_judged_once(council, induction, manager):
    item = InductionItemFactory(programme=induction.programme)
    offer = {"induction": induction, "item": item, "by": council.by, "at": NOW}
    judge = {"induction": induction, "item": item, "by": manager}
    induction_items.offer_earlier(**offer, words="A course.")
    induction_items.judge_earlier(**judge, is_accepted=False, at=NOW)

    induction_items.offer_earlier(**offer, words="A course, with this certificate.")

    row = induction.ticks.get()
    assert (row.earlier, row.earlier_words, row.earlier_by, row.earlier_at) == (
        "offered",
        "A course, with this certificate.",
        None,
        None,
    )
    induction_items.judge_earlier(**judge, is_accepted=True, at=NOW)
    assert refused(induction_items.judge_earlier, **judge, is_accepted=True) == (
        "Nothing waits for an answer here. Open the page again to see how it stands."
    )


def test_lead_does_not_judge_her_own_earlier_learning(council, programme):
    lead = holder_of(RoleCode.ACADEMY_LEAD, council.organisation)
    own = induction_of(lead, programme=programme)

    reason = refused(
        induction_items.judge_earlier, induction=own, item=InductionItemFactory(), is_accepted=True, by=as_actor(lead)
    )

    assert reason == "This is for somebody else to do. If it should be you, ask your academy lead."


def test_induction_with_something_unsettled_is_not_signed(council, induction, manager):
    InductionItemFactory(programme=induction.programme)
    reason = "1 thing is not settled yet: each is ticked by both of you, or accepted as learnt before."

    for by in (council.by, manager):
        assert refused(inductions.sign, induction=induction, by=by) == reason


def test_accepted_earlier_learning_settles_so_that_both_sign(council, induction, manager):
    item = InductionItemFactory(programme=induction.programme)
    induction_items.offer_earlier(induction=induction, item=item, words="A course.", by=council.by, at=NOW)
    induction_items.judge_earlier(induction=induction, item=item, is_accepted=True, by=manager, at=NOW)

    signing = inductions.sign(induction=induction, by=manager, at=NOW)
    signed = inductions.sign(induction=signing, by=council.by, at=NOW)

    assert (signing.state, signed.state, signed.kept_due_on, signed.closed_at) == (
        "signing",
        "signed",
        date(2027, 3, 1),
        NOW,
    )


def test_nobody_signs_twice(council, induction):
    settled(induction, by=council.manager)
    signing = inductions.sign(induction=induction, by=council.by, at=NOW)

    assert refused(inductions.sign, induction=signing, by=council.by) == (
        "You have signed. It is complete once the other has signed, too."
    )
