from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from academy.development.models import EntryVersion, RegulatorEdition, RenewalAct, RenewalNudge, RenewalPiece
from tests.factories.development import EntryFactory
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
CLOSES = date(2026, 11, 30)


@pytest.fixture
def act():
    return {
        "person": PersonFactory(),
        "regulator": "swe",
        "closes_on": CLOSES,
        "act": "fee",
        "done_on": date(2026, 11, 2),
        "noted_at": NOW,
    }


@pytest.fixture
def piece():
    entry = EntryFactory()
    version = EntryVersion.objects.create(entry=entry, number=1, title="A", text={}, sha256="ab", cut_at=NOW)
    cycle = {"person": entry.author, "regulator": "swe", "closes_on": CLOSES}
    return {**cycle, "place": 1, "entry": entry, "version": version, "chosen_at": NOW}


def test_act_noted_twice_is_refused_until_it_is_taken_back(act):
    RenewalAct.objects.create(**act, undone_at=NOW, undone_because="Wrong day.")
    held = RenewalAct.objects.create(**act)
    assert list(RenewalAct.objects.noted()) == [held]
    with pytest.raises(IntegrityError, match=r"renewalact_held_once|development_renewalact"):
        RenewalAct.objects.create(**act)


@pytest.mark.parametrize(
    ("said", "constraint"),
    [
        ({"regulator": "gmc"}, "renewalact_regulator_known"),
        ({"act": ""}, "renewalact_has_act"),
        ({"done_on": CLOSES + timedelta(days=1)}, "renewalact_done_in_time"),
        ({"undone_at": NOW}, "renewalact_undone_with_reason"),
        ({"undone_because": "Why"}, "renewalact_undone_with_reason"),
        ({"undone_at": NOW - timedelta(seconds=1), "undone_because": "Why"}, "renewalact_undone_with_reason"),
    ],
)
def test_act_that_cannot_be_is_refused_by_the_database(act, said, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        RenewalAct.objects.create(**{**act, **said})


def test_piece_place_holds_one_and_an_entry_is_chosen_once(piece):
    RenewalPiece.objects.create(**piece, replaced_at=NOW)
    held = RenewalPiece.objects.create(**piece)
    assert list(RenewalPiece.objects.chosen()) == [held]
    with pytest.raises(IntegrityError, match=r"renewalpiece_entries_differ|development_renewalpiece"):
        RenewalPiece.objects.create(**{**piece, "place": 2})


def test_piece_place_is_taken_once(piece):
    RenewalPiece.objects.create(**piece)
    other = EntryFactory(author=piece["person"])
    with pytest.raises(IntegrityError, match=r"renewalpiece_place_once|development_renewalpiece"):
        RenewalPiece.objects.create(**{**piece, "entry": other})


@pytest.mark.parametrize(
    ("said", "constraint"),
    [
        ({"regulator": "gmc"}, "renewalpiece_regulator_known"),
        ({"place": 0}, "renewalpiece_place_known"),
        ({"place": 5}, "renewalpiece_place_known"),
        ({"replaced_at": NOW - timedelta(seconds=1)}, "renewalpiece_replaced_after_chosen"),
    ],
)
def test_piece_that_cannot_be_is_refused_by_the_database(piece, said, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        RenewalPiece.objects.create(**{**piece, **said})


@pytest.mark.parametrize(
    ("said", "constraint"),
    [({"regulator": "gmc"}, "renewalnudge_regulator_known"), ({"sent_by": None}, "renewalnudge_of_another")],
)
def test_nudge_that_cannot_be_is_refused_by_the_database(said, constraint):
    person = PersonFactory()
    values = {"person": person, "regulator": "swe", "closes_on": CLOSES, "sent_by": PersonFactory(), "sent_at": NOW}
    with pytest.raises(IntegrityError, match=constraint):
        RenewalNudge.objects.create(**{**values, **{key: value or person for key, value in said.items()}})


@pytest.mark.parametrize(
    ("said", "constraint"),
    [
        ({"code": "2022"}, r"regulatoredition_code_once|development_regulatoredition"),
        ({"code": "2023"}, r"regulatoredition_start_once|development_regulatoredition"),
        ({"code": "2023", "regulator": "gmc"}, "regulatoredition_regulator_known"),
    ],
)
def test_edition_that_cannot_be_is_refused_by_the_database(said, constraint):
    values = {"regulator": "swe", "code": "2022", "valid_from": CLOSES, "content": {}, "checksum": "0" * 64}
    RegulatorEdition.objects.create(**values)
    with pytest.raises(IntegrityError, match=constraint):
        RegulatorEdition.objects.create(**{**values, **said})


def test_rows_print_ids_and_no_names(act, piece):
    edition = RegulatorEdition(regulator="hcpc", code="2023")
    rows = RenewalAct(pk=4, **act), RenewalPiece(pk=5, **piece), RenewalNudge(pk=6), edition
    assert [str(row) for row in rows] == [
        "renewal act 4",
        "renewal piece 5",
        "renewal nudge 6",
        "Health and Care Professions Council, 2023",
    ]
