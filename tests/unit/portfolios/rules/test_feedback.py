"""What is asked of whom, what is enough, and what is taken out (S2-77, S2-78, S4-13, D7-06)."""

from dataclasses import replace
from datetime import date

import pytest

from portfolios.choices.evidence import Giver
from portfolios.rules.feedback import Said, answers_kept, mask_refusal, masked, questions_for, said_fault
from portfolios.rules.policy import PLAIN, FeedbackQuestion

TODAY = date(2026, 6, 15)
EASY = (FeedbackQuestion("listened", "Did the worker listen?", "listen"), FeedbackQuestion("extra", "No picture?"))
CHILD = (FeedbackQuestion("kind", "Is she kind to you?", "kind"),)
RULES = replace(PLAIN, questions={**PLAIN.questions, "easy": EASY, "child": CHILD})


def asked(giver):
    questions = questions_for(RULES, giver)
    return [each.code for each in questions.faces], [each.code for each in questions.words]


@pytest.mark.parametrize("giver", ["person", "carer"])
def test_people_choose_faces_and_may_write(giver):
    assert asked(giver) == (["listened"], ["well", "better", "more"])


def test_child_chooses_faces_and_has_one_free_line():
    assert asked("child") == (["kind"], ["more"])


@pytest.mark.parametrize("giver", ["professional", "manager"])
def test_professional_writes(giver):
    assert asked(giver) == ([], ["well", "better", "more"])


def test_faces_are_kept_as_question_and_answer_in_words():
    questions = questions_for(RULES, Giver.PERSON)

    assert answers_kept(questions, {"listened": "sometimes", "kind": "yes"}) == {"Did the worker listen?": "Sometimes"}
    assert answers_kept(questions, {"listened": "purple"}) == {}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Said(agreed=True, went_well="She listened."), None),
        (Said(agreed=True, faces={"listened": "no"}), None),
        (Said(went_well="She listened."), "agreed"),
        (Said(agreed=True, could_be_better="x" * 4001), "could_be_better"),
        (Said(agreed=True, went_well="Yes.", on=date(2026, 6, 16)), "on"),
        (Said(agreed=True, went_well="Yes.", on=TODAY), None),
    ],
)
def test_what_was_said_is_kept_with_a_yes_and_an_answer(said, fault):
    found = said_fault(said, questions_for(RULES, Giver.PERSON), on=TODAY)

    assert (found.field if found else None) == fault


def test_nothing_said_is_no_feedback():
    found = said_fault(Said(agreed=True, went_well=" \n "), questions_for(RULES, Giver.PERSON), on=TODAY)

    assert (found.field, found.reason) == (None, "There is no answer yet. Answer one question at least.")


def test_texts_are_tidied():
    assert Said(went_well=" Good.\r\nVery. ").texts == {
        "went_well": "Good.\nVery.",
        "could_be_better": "",
        "anything_else": "",
    }


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Amira came. AMIRA stayed.", ["Amira"], "[name removed] came. [name removed] stayed."),
        ("Annabel and Ann", ["Ann"], "Annabel and [name removed]"),
        ("Ann Lee rang, then Ann.", ["Ann", "Ann Lee"], "[name removed] rang, then [name removed]."),
        ("Call (0117) 496 0000.", ["(0117) 496 0000"], "Call [name removed]."),
    ],
)
def test_names_are_taken_out_where_they_stand_alone(text, words, left):
    assert masked(text, words) == left


@pytest.mark.parametrize(
    ("words", "is_refused"),
    [
        (["Amira"], False),
        ([], True),
        (["she never came when she said"], True),
        (["x" * 61], True),
    ],
)
def test_only_names_are_taken_out(words, is_refused):
    assert (mask_refusal(words) is not None) is is_refused
