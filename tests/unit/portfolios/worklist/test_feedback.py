"""What waits of feedback, for whom, and that the acts of a piece are those that are open."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from academy.engines.files.choices import SOUNDS
from academy.engines.files.services.files import store
from portfolios.selectors.acts import acts_of
from portfolios.selectors.feedback import own_feedback
from portfolios.services.feedback_asks import Wish, ask_colleague, hand_link, make_cards
from portfolios.worklist.feedback import _quiet, _to_give, _to_read, _to_write_out
from tests.factories import portfolios as made
from tests.factories.identity import TODAY, actor_of
from tests.factories.people import NOW, as_actor

PROVIDERS = {"give": _to_give, "read": _to_read, "write_out": _to_write_out, "quiet": _quiet}


def of(council, state="complete", *, giver="carer", way="card", given=True, **said):
    whose = {"person": council.author, "organisation": council.organisation, "title": "The move"}
    evidence = made.evidence_in(state, kind="feedback", **{**whose, **said})
    values = {"agreed_to_use": True, "given_at": NOW} if given else {}
    return made.FeedbackFactory(evidence=evidence, giver=giver, way=way, **values).evidence


def waiting(actor, on=TODAY):
    return {name: [item.what for item in provider(actor, on)] for name, provider in PROVIDERS.items()}


NOTHING: dict[str, list[str]] = {"give": [], "read": [], "write_out": [], "quiet": []}


def test_what_came_waits_to_be_read_until_it_is(council):
    evidence = of(council)
    assert waiting(council.by) == {**NOTHING, "read": ["Feedback came back: The move"]}
    evidence.feedback.__class__.objects.update(read_at=NOW)

    assert waiting(council.by) == NOTHING


def test_colleague_is_asked_on_her_list(council):
    for giver in ("manager", "carer"):
        ask_colleague(wish=Wish(title="The move", giver=giver), colleague=council.manager, by=council.by, at=NOW)

    name = council.author.full_name
    assert waiting(council.managing) == {**NOTHING, "give": [f"Feedback for {name}: The move"] * 2}
    assert [item.why for item in _to_give(council.managing, TODAY)] == [
        "She asks you.",
        "She asks you to write down what somebody says.",
    ]


def test_silence_is_told_after_a_fortnight(council):
    make_cards(wish=Wish(title="The move", giver="carer"), count=1, by=council.by, at=NOW)

    assert waiting(council.by, TODAY + timedelta(days=13)) == NOTHING
    assert waiting(council.by, TODAY + timedelta(days=14)) == {**NOTHING, "quiet": ["Feedback you asked for: The move"]}


def test_recording_waits_to_be_written_out(council):
    evidence = of(council, "draft", way="recorded", given=False)
    evidence.feedback.__class__.objects.update(recording=made_recording(council))

    assert waiting(council.by) == {**NOTHING, "write_out": ["A recording to write out: The move"]}


@pytest.mark.django_db
def test_account_without_a_person_has_nothing():
    assert waiting(actor_of()) == NOTHING


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", PROVIDERS)
def test_each_takes_one_query(council, django_assert_num_queries, name, count):
    for _ in range(count):
        of(council)
        hand_link(wish=Wish(title="The move", giver="carer"), by=council.by, at=NOW - timedelta(days=20))
        ask_colleague(wish=Wish(title="The move", giver="manager"), colleague=council.manager, by=council.by, at=NOW)
    actor = council.managing if name == "give" else council.by

    with django_assert_num_queries(1):
        PROVIDERS[name](actor, TODAY)


ASK_AGAIN, WITHDRAW, WHOLE = "A new card", "Withdraw this feedback", "See how far it is"


@pytest.mark.parametrize(
    ("state", "said", "words"),
    [
        ("asked", {"given": False}, [ASK_AGAIN, WITHDRAW, WHOLE]),
        ("asked", {"given": False, "way": "link"}, ["A new link", WITHDRAW, WHOLE]),
        ("complete", {}, ["What I take from it", "Take out what tells who somebody is", WITHDRAW, WHOLE]),
        ("draft", {"given": False, "way": "recorded"}, ["Write it out", WITHDRAW, WHOLE]),
        ("withdrawn", {}, [WHOLE]),
    ],
)
def test_acts_of_her_own(council, state, said, words):
    assert [act.words for act in acts_of(of(council, state, **said), council.by)] == words


@pytest.mark.parametrize(("giver", "words"), [("manager", "Answer"), ("carer", "Write down what was said")])
def test_acts_of_whom_she_asked(council, giver, words):
    evidence = of(council, "asked", giver=giver, given=False, signer=council.manager)

    assert [act.words for act in acts_of(evidence, council.managing)] == [words, WHOLE]
    assert [act.words for act in acts_of(evidence, council.by)] == [WITHDRAW, WHOLE]
    done = of(council, giver=giver, signer=council.manager)
    assert [act.words for act in acts_of(done, council.managing)] == [WHOLE]


def test_piece_without_its_feedback_offers_nothing(council):
    assert acts_of(made.evidence_in("asked", kind="feedback", person=council.author), council.by) == []


def test_list_says_how_far_each_is(council):
    of(council, "asked", given=False, signer=council.manager)
    of(council, "asked", given=False)
    of(council, "draft", given=False, way="recorded")
    of(council, "withdrawn")

    assert [row.whereabouts for row in own_feedback(council.by)] == [
        "You withdrew it on 17 November 2026",
        "A recording that is to be written out and approved",
        "Asked on 17 November 2026, with nobody",
        f"Asked on 17 November 2026, with {council.manager.full_name}",
    ]
    assert own_feedback(as_actor(council.manager)) == []


def made_recording(council):
    upload = ContentFile(b"OggS\x00\x02" + bytes(60), name="talk.ogg")
    return store(upload=upload, by=council.by, at=NOW, takes=SOUNDS)
