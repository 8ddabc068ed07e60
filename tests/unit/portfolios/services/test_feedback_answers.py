"""Answering, and taking it back: free, with consent, without a name (D7-06, S2-77, S3-32, S4-13)."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import serializers

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event, Name
from academy.engines.links.codes import hashed_code
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import actor_by
from academy.engines.notify.models import Mail, Notice
from portfolios.models import Evidence
from portfolios.rules.feedback import Said
from portfolios.services.feedback_answers import WRONG_CODE, answer, take_back
from portfolios.services.feedback_asks import Outside, Wish, ask_colleague, ask_outside, hand_link, make_cards
from tests.factories import portfolios as made
from tests.factories.feedback import POLICY
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor

LATER = NOW + timedelta(days=2)
SAID = Said(went_well=" She listens.\r\n", could_be_better="Ring before you come.", agreed=True)


def by_card(council, giver="carer"):
    card = make_cards(wish=Wish(title="The move", giver=giver), count=1, by=council.by, at=NOW)[0]
    return card.evidence, Link.objects.get(token_hash=hashed_code(card.code))


def given(evidence, link, *, said=SAID, at=LATER):
    return answer(evidence=evidence, said=said, by=actor_by(link, on=TODAY), at=at, link=link)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said)
    return found.value.field, found.value.reason


def test_answer_by_card_completes_the_piece_and_spends_the_code(council):
    evidence, link = by_card(council)

    done = given(evidence, link)

    link.refresh_from_db()
    found = Evidence.objects.select_related("feedback").get()
    assert (found.state, found.happened_on, found.completed_at, found.signed_by) == ("complete", TODAY, LATER, None)
    assert (found.feedback.went_well, found.feedback.could_be_better) == ("She listens.", "Ring before you come.")
    assert (found.feedback.agreed_to_use, found.feedback.given_at, found.feedback.read_at) == (True, LATER, None)
    assert found.feedback.take_back_hash == hashed_code(done.code)
    assert link.spent_at == LATER


def test_practitioner_is_told_that_something_came_and_not_what(council):
    given(*by_card(council))

    notice, sent = Notice.objects.get(), Mail.objects.get()
    assert (notice.person, notice.kind) == (council.author, "portfolios.feedback.arrived")
    assert "listens" not in f"{notice.subject} {notice.body} {sent.subject} {sent.text}"


def test_faces_of_a_child_are_kept_as_words(council):
    evidence, link = by_card(council, giver="child")
    made.EvidencePolicyFactory(organisation=None, content=POLICY)

    given(evidence, link, said=Said(faces={"kind": "sometimes"}, agreed=True))

    evidence.feedback.refresh_from_db()
    assert evidence.feedback.answers == {"Is she kind to you?": "Sometimes"}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(went_well="Yes."), "agreed"),
        (Said(agreed=True), None),
        (Said(went_well="x" * 4001, agreed=True), "went_well"),
    ],
)
def test_without_a_yes_or_a_word_nothing_is_kept_and_the_code_still_works(council, said, field):
    evidence, link = by_card(council)

    assert refused(given, evidence=evidence, link=link, said=said)[0] == field
    link.refresh_from_db()
    assert (link.spent_at, Evidence.objects.get().state) == (None, "asked")


def test_second_answer_by_the_same_card_is_refused(council):
    evidence, link = by_card(council)
    given(evidence, link)

    refused(given, evidence=evidence, link=link)
    assert Evidence.objects.get().completed_at == LATER


def test_link_answers_for_its_own_piece_only(council):
    evidence, _ = by_card(council)
    _, other = by_card(council)

    assert refused(given, evidence=evidence, link=other)[1].startswith("This is for somebody else")


def test_nothing_anywhere_says_who_gave_it_by_card(council):
    given(*by_card(council))

    assert set(Name.objects.values_list("name", flat=True)) == {council.author.full_name, "the giver of feedback"}
    assert Event.objects.get(act="portfolios.feedback.answer").actor.name == "the giver of feedback"


def test_address_and_name_of_a_professional_leave_the_link_when_she_answers(council):
    outside = Outside(name="Dr Ruth Sand", role="Nurse", email="ruth@surgery.example")
    asked = ask_outside(wish=Wish(title="The move", giver="professional"), outside=outside, by=council.by, at=NOW)
    given(asked, Link.objects.get())

    link = Link.objects.get()
    assert (link.holder_name, link.holder_email) == ("", "")
    assert Evidence.objects.get().feedback.giver_name == "Dr Ruth Sand"
    assert tables_with("ruth@surgery.example") == {"notify.mail"}


def test_words_of_the_giver_stand_in_one_place_only(council):
    evidence, link = by_card(council)
    given(evidence, link, said=Said(went_well="Zanzibar helped my mother.", agreed=True))

    assert tables_with("Zanzibar") == {"portfolios.feedback"}


def test_colleague_answers_signed_in_and_stands_by_her_name(council):
    asked = ask_colleague(
        wish=Wish(title="The move", giver="manager"), colleague=council.manager, by=council.by, at=NOW
    )

    done = answer(evidence=asked, said=SAID, by=council.managing, at=LATER)

    evidence = done.evidence
    assert (done.code, evidence.signed_by, evidence.signed_at) == ("", council.manager, LATER)
    assert (evidence.feedback.take_back_hash, evidence.feedback.collected_by) == ("", council.author)


def test_colleague_who_notes_a_carers_words_collected_them(council):
    asked = ask_colleague(
        wish=Wish(title="The move", giver="carer"), colleague=council.colleague, by=council.by, at=NOW
    )
    said = Said(went_well="She listens.", agreed=True, on=TODAY - timedelta(days=3))

    evidence = answer(evidence=asked, said=said, by=as_actor(council.colleague), at=LATER).evidence

    assert (evidence.feedback.collected_by, evidence.happened_on) == (council.colleague, TODAY - timedelta(days=3))


def test_giver_takes_back_and_nothing_is_left(council):
    code = given(*by_card(council)).code

    taken = take_back(typed=code.lower(), at=LATER)

    feedback = taken.feedback
    assert (taken.state, taken.withdrawn_because) == ("withdrawn", "Whoever gave it took it back.")
    assert (feedback.went_well, feedback.could_be_better, feedback.answers, feedback.take_back_hash) == ("", "", {}, "")
    assert (feedback.agreed_to_use, feedback.given_at, feedback.taken_back_at) == (False, None, LATER)
    assert Notice.objects.filter(kind="portfolios.feedback.taken_back", person=council.author).count() == 1
    assert tables_with("Ring before you come") == set()


def test_giver_takes_back_what_the_practitioner_withdrew(council):
    evidence, link = by_card(council)
    code = given(evidence, link).code
    Evidence.objects.filter(pk=evidence.pk).update(state="withdrawn", withdrawn_at=LATER, withdrawn_because="Twice.")

    taken = take_back(typed=code, at=LATER)

    assert (taken.withdrawn_because, taken.feedback.went_well) == ("Twice.", "")


def test_wrong_spent_and_unknown_codes_are_answered_alike(council):
    code = given(*by_card(council)).code
    take_back(typed=code, at=LATER)

    for typed in (code, "CDFG-34HJ", "", "?"):
        assert refused(take_back, typed=typed, at=LATER) == ("code", WRONG_CODE)


def test_code_without_its_link_is_answered_alike(council):
    code = given(*by_card(council)).code
    Link.objects.all().delete()

    assert refused(take_back, typed=code, at=LATER) == ("code", WRONG_CODE)


def test_what_was_handed_in_is_not_taken_back(council):
    evidence, link = by_card(council)
    code = given(evidence, link).code
    portfolio = made.PortfolioFactory(
        person=council.author, organisation=council.organisation, template=council.template
    )
    made.SnapshotFactory(portfolio=portfolio, content=f'{{"pieces":[{{"source":"evidence:{evidence.pk}"}}]}}')

    assert refused(take_back, typed=code, at=LATER)[1].startswith("What you said was handed in already.")
    evidence.feedback.refresh_from_db()
    assert evidence.feedback.went_well == "She listens."


def test_link_handed_over_can_be_taken_back_too(council):
    hand_link(wish=Wish(title="The move", giver="person"), by=council.by, at=NOW)
    code = given(Evidence.objects.get(), Link.objects.get()).code

    assert take_back(typed=code, at=LATER).feedback.taken_back_at == LATER


def tables_with(words):
    """Every table a row of which holds the words."""
    found = set()
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy:
            rows = serializers.serialize("json", model._default_manager.all(), ensure_ascii=False)
            if words in json.dumps(json.loads(rows), ensure_ascii=False):
                found.add(model._meta.label_lower)
    return found
