"""Every check the database keeps of inductions, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint

from academy.development.models import Induction, InductionItem, InductionProgramme, InductionTick
from tests.factories import inductions
from tests.factories.people import NOW, PersonFactory

pytestmark = pytest.mark.django_db


def by_herself() -> dict[str, object]:
    person = PersonFactory()
    return {"person": person, "manager_signed_by": person, "manager_signed_at": NOW}


CASES = {
    "inductionprogramme_dates_in_order": (
        inductions.InductionProgrammeFactory,
        lambda: {"valid_to": date(2025, 12, 31)},
    ),
    "inductionprogramme_published_by_somebody": (inductions.InductionProgrammeFactory, lambda: {"origin": "published"}),
    "inductionprogramme_has_code": (inductions.InductionProgrammeFactory, lambda: {"code": ""}),
    "inductionprogramme_origin_known": (inductions.InductionProgrammeFactory, lambda: {"origin": "heard"}),
    "inductionprogramme_has_title": (inductions.InductionProgrammeFactory, lambda: {"title": ""}),
    "inductionprogramme_months_1_to_24": (inductions.InductionProgrammeFactory, lambda: {"months": 25}),
    "inductionitem_kind_known": (inductions.InductionItemFactory, lambda: {"kind": "dream"}),
    "inductionitem_has_title": (inductions.InductionItemFactory, lambda: {"title": ""}),
    "induction_state_known": (inductions.InductionFactory, lambda: {"state": "gone"}),
    "induction_due_after_joining": (inductions.InductionFactory, lambda: {"due_on": date(2026, 8, 31)}),
    "induction_signed_by_somebody": (inductions.InductionFactory, lambda: {"manager_signed_at": NOW}),
    "induction_signed_by_another": (inductions.InductionFactory, by_herself),
    "induction_signed_by_both": (inductions.InductionFactory, lambda: {"state": "signed", "own_signed_at": NOW}),
    "induction_ended_with_reason": (inductions.InductionFactory, lambda: {"state": "ended", "closed_at": NOW}),
    "inductiontick_earlier_known": (
        inductions.InductionTickFactory,
        lambda: {"earlier": "perhaps", "earlier_words": "A course"},
    ),
    "inductiontick_ticked_by_somebody": (inductions.InductionTickFactory, lambda: {"manager_on": inductions.JOINED}),
    "inductiontick_earlier_has_words": (inductions.InductionTickFactory, lambda: {"earlier": "offered"}),
    "inductiontick_earlier_judged_by_somebody": (
        inductions.InductionTickFactory,
        lambda: {"earlier": "accepted", "earlier_words": "A course"},
    ),
}


def test_every_check_has_a_case():
    models = (InductionProgramme, InductionItem, Induction, InductionTick)
    rules = [rule for model in models for rule in model._meta.constraints]

    assert set(CASES) == {rule.name for rule in rules if isinstance(rule, CheckConstraint)}


@pytest.mark.parametrize("name", CASES)
def test_row_against_a_check_is_refused(name):
    make, values = CASES[name]
    wrong = values()

    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


def test_edition_of_all_organisations_begins_once_a_day():
    inductions.InductionProgrammeFactory(code="general")

    with pytest.raises(IntegrityError):
        inductions.InductionProgrammeFactory(code="general")


@pytest.mark.parametrize("same", ["code", "order"])
def test_item_has_its_code_and_its_place_to_itself(same):
    item = inductions.InductionItemFactory()

    with pytest.raises(IntegrityError):
        inductions.InductionItemFactory(programme=item.programme, **{same: getattr(item, same)})


def test_post_has_one_induction():
    induction = inductions.InductionFactory()

    with pytest.raises(IntegrityError):
        inductions.InductionFactory(post=induction.post, organisation=induction.organisation)


def test_item_is_ticked_in_one_row():
    tick = inductions.InductionTickFactory()

    with pytest.raises(IntegrityError):
        inductions.InductionTickFactory(induction=tick.induction, item=tick.item)


def test_rows_are_called_by_their_codes_and_numbers():
    tick = inductions.InductionTickFactory(item__code="lone-working", induction__programme__code="general")

    assert [str(tick), str(tick.item), str(tick.induction), str(tick.induction.programme)] == [
        f"induction tick {tick.pk}",
        "induction item lone-working",
        f"induction {tick.induction.pk}",
        "induction programme general",
    ]


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("open", "Going on", "doing"),
        ("signing", "Waiting for a signature", "doing"),
        ("signed", "Signed by both", "met"),
        ("ended", "Ended without signing", "notyet"),
    ],
)
def test_state_is_a_word_and_a_shape(state, word, shape):
    standing = Induction(state=state).standing.state

    assert (standing.word, standing.shape) == (word, shape)
