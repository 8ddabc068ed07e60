"""What the practitioner does with feedback that came: reads, reflects, joins, takes a name out, withdraws."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from portfolios.models import Evidence
from portfolios.rules.feedback import Said
from portfolios.services.feedback_asks import Outside, Wish, ask_outside, make_cards
from portfolios.services.feedback_reading import Reading, mask, reflect, withdraw
from portfolios.services.feedback_told import Told, keep_told
from tests.factories import portfolios as made
from tests.factories.development import framework
from tests.factories.identity import TODAY
from tests.factories.people import NOW

LATER = NOW + timedelta(days=2)


def come(council, **said):
    whose = {"person": council.author, "organisation": council.organisation}
    evidence = made.evidence_in("complete", kind="feedback", title="The move", **whose)
    given = {"agreed_to_use": True, "given_at": NOW, "went_well": "Amira Hall rang me. AMIRA listens.", **said}
    return made.FeedbackFactory(evidence=evidence, **given).evidence


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=LATER)
    return found.value.field, found.value.reason.split(".")[0].split(":")[0]


def test_reflection_statements_and_observation_are_kept_and_it_is_read(council):
    evidence, statement = come(council), framework()[0]
    seen = made.ObservationFactory(evidence__person=council.author, evidence__organisation=council.organisation)
    reading = Reading(reflection=" I will ring.\r\n", observation=seen, statement_ids=frozenset({statement.pk}))

    reflect(evidence=evidence, reading=reading, by=council.by, at=LATER)

    evidence.refresh_from_db()
    assert (evidence.reflection, list(evidence.statements.all()), evidence.changed_at) == (
        "I will ring.",
        [statement],
        LATER,
    )
    assert (evidence.feedback.observation, evidence.feedback.read_at) == (seen, LATER)


def test_joined_feedback_stays_one_piece_of_feedback_beside_one_observation(council):
    evidence = come(council)
    seen = made.ObservationFactory(evidence__person=council.author, evidence__organisation=council.organisation)
    reflect(evidence=evidence, reading=Reading(observation=seen), by=council.by, at=LATER)

    kinds = Evidence.objects.filter(person=council.author).order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["feedback", "observation"]


def test_reading_again_keeps_the_first_day(council):
    evidence = come(council, read_at=NOW)
    reflect(evidence=evidence, reading=Reading(), by=council.by, at=LATER)

    evidence.feedback.refresh_from_db()
    assert evidence.feedback.read_at == NOW


def test_reflection_refuses_what_is_not_hers_not_there_or_too_long(council):
    evidence, foreign = come(council), made.ObservationFactory()

    for reading, field in (
        (Reading(reflection="x" * 20001), "reflection"),
        (Reading(observation=foreign), "observation"),
        (Reading(statement_ids=frozenset({999999})), "statements"),
    ):
        assert refused(reflect, evidence=evidence, reading=reading, by=council.by)[0] == field


def test_only_she_reflects_and_only_on_what_came(council):
    evidence = come(council)
    assert refused(reflect, evidence=evidence, reading=Reading(), by=council.managing)[1] == (
        "Only the person whose evidence it is can do this"
    )
    waiting = make_cards(wish=Wish(title="The move", giver="carer"), count=1, by=council.by, at=NOW)[0].evidence
    assert refused(mask, evidence=waiting, words=["Amira"], by=council.by)[1] == (
        "It has not come back, or it was taken back"
    )


def test_name_is_taken_out_wherever_it_stands_and_the_change_is_marked(council):
    evidence = come(council, anything_else="Thank you, Amira Hall!")

    mask(evidence=evidence, words=["Amira  Hall", " ", "Amira"], by=council.by, at=LATER)

    evidence.feedback.refresh_from_db()
    assert (evidence.feedback.went_well, evidence.feedback.anything_else, evidence.feedback.masked_at) == (
        "[name removed] rang me. [name removed] listens.",
        "Thank you, [name removed]!",
        LATER,
    )
    assert "Amira" not in str(Event.objects.filter(act="portfolios.feedback.mask").values().get())


def test_sentences_and_words_that_are_not_there_are_not_taken_out(council):
    evidence = come(council)

    for words in ([], ["rang me and she never came"], ["Gudrun"]):
        assert refused(mask, evidence=evidence, words=words, by=council.by)[0] == "words"
    evidence.feedback.refresh_from_db()
    assert (evidence.feedback.went_well, evidence.feedback.masked_at) == ("Amira Hall rang me. AMIRA listens.", None)


def test_withdrawn_while_it_waits_its_link_ends_and_the_address_is_forgotten(council):
    outside = Outside(name="Ruth Sand", role="", email="ruth@surgery.example")
    asked = ask_outside(wish=Wish(title="The move", giver="manager"), outside=outside, by=council.by, at=NOW)

    withdraw(evidence=asked, reason=" Asked twice. ", by=council.by, at=LATER)

    link = Link.objects.get()
    assert (link.withdrawn_at, link.holder_name, link.holder_email) == (LATER, "", "")
    asked.refresh_from_db()
    assert (asked.state, asked.withdrawn_because) == ("withdrawn", "Asked twice.")


def test_withdrawn_after_it_came_stays_as_it_was_said(council):
    evidence = come(council)
    withdraw(evidence=evidence, reason="", by=council.by, at=LATER)

    evidence.refresh_from_db()
    assert (evidence.state, evidence.feedback.went_well) == ("withdrawn", "Amira Hall rang me. AMIRA listens.")


def test_long_reason_is_refused(council):
    assert refused(withdraw, evidence=come(council), reason="x" * 501, by=council.by)[0] == "reason"


TOLD = {
    "title": "The move",
    "said": Said(went_well="She listens.", agreed=True, on=TODAY - timedelta(days=1)),
    "token": "7d9c9a4e-5d5c-4f4b-8f5e-3a1f0c1d2e3f",
}


def test_told_and_read_back_it_is_complete_at_once(council):
    told = Told(giver="person", is_read_back=True, name="Nobody", **TOLD)
    evidence = keep_told(told=told, by=council.by, at=NOW)

    assert (evidence.state, evidence.happened_on, evidence.completed_at) == ("complete", TODAY - timedelta(days=1), NOW)
    feedback = evidence.feedback
    assert (feedback.way, feedback.giver_name, feedback.went_well, feedback.collected_by) == (
        "told",
        "",
        "She listens.",
        council.author,
    )
    assert (feedback.given_at, feedback.read_at, feedback.agreed_to_use) == (NOW, NOW, True)


def test_told_by_a_manager_she_is_named(council):
    told = Told(giver="manager", is_read_back=True, name="Ruth Sand", role="Head of service", **TOLD)
    feedback = keep_told(told=told, by=council.by, at=NOW).feedback

    assert (feedback.giver_name, feedback.giver_role) == ("Ruth Sand", "Head of service")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"is_read_back": False}, "read_back"),
        ({"giver": "manager"}, "name"),
        ({"said": Said(went_well="Yes.")}, "agreed"),
        ({"title": " "}, "title"),
    ],
)
def test_told_without_reading_back_name_or_yes_is_not_kept(council, changed, field):
    told = Told(**{"giver": "carer", "is_read_back": True, **TOLD, **changed})

    assert refused(keep_told, told=told, by=council.by)[0] == field
    assert Evidence.objects.count() == 0
