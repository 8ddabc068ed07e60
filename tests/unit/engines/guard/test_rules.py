"""What is found and what is left alone, kind by kind; the labelled sentences of tests/data say it at large."""

import time

import pytest

from academy.engines.guard.choices import WHY, HitKind
from academy.engines.guard.rules import Hit, hits_in, mask_fault

NAMES = ("Margaret Ellis", "X", "Will Grant", "Zoë", "Siân O’Connor", "Jo Ng", "Łukasz Smith-Jones")


def found(text, names=(), masks=()):
    return [(each.kind, each.text) for each in hits_in(text, names=names, masks=masks)]


def test_hit_says_where_it_stands_and_why():
    text = "I rang 01632 960123."
    assert hits_in(text) == (Hit("telephone", 7, 19, "01632 960123", WHY[HitKind.TELEPHONE]),)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NHS no. 999 000 0018 noted", "999 000 0018"),
        ("9990000018,9990000026", "9990000018"),
        ("999-000-0034", "999-000-0034"),
        ("NHS number is 999 0000 018", "999 0000 018"),
    ],
)
def test_nhs_number_is_known_by_its_check_figure(text, number):
    assert found(text)[0] == ("nhs_number", number)


@pytest.mark.parametrize(
    "text",
    [
        "9990000019",
        "99900000180",
        "1111111111",
        "ISBN 0306406157",
        "NHS 9990000019",
        "ISBN-10: 0306406157",
        "999 0000 018",
        "£9990000018",
    ],
)
def test_other_ten_figures_are_no_nhs_number(text):
    assert found(text) == []


def test_check_figure_ten_belongs_to_nobody():
    assert found("9990000010") == []


@pytest.mark.parametrize("text", ["AA 00 00 03 D", "aa000003d", "AA-00-00-03-D"])
def test_insurance_number_is_found_in_its_usual_groups(text):
    assert found(f"NI: {text}.") == [("insurance_number", text)]


@pytest.mark.parametrize("text", ["QQ123456C", "GB123456A", "AO123456B", "AA123456E", "XAA123456A", "AA1234567A"])
def test_letters_that_are_never_given_are_no_insurance_number(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("DOB: 03/04/1942", "03/04/1942"),
        ("D.O.B. 3.4.42", "3.4.42"),
        ("born on the 3rd of April 1942", "3rd of April 1942"),
        ("born in Weston Super Mare on Friday 3 Apr 1942", "3 Apr 1942"),
        ("her date of birth is 1942-04-03", "1942-04-03"),
        ("April 3, 1942 (date of birth)", "April 3, 1942"),
        ("3 April is her birthday", "3 April"),
        ("aged 84, 03/04/1942", "03/04/1942"),
        ("03/04/1942 (aged 84)", "03/04/1942"),
    ],
)
def test_date_beside_a_word_for_birth_is_found(text, day):
    assert found(text) == [("birth_date", day)]


@pytest.mark.parametrize(
    "text",
    [
        "We met on 12 May 2026.",
        "She was born in the 1940s.",
        "Born in Leeds and moved here on 12 May 2010",
        "At 84 years old, 12/05/2026",
        "aged 84. 03/04/1942 was in the file",
        "born",
        "on 12 March I asked his date of birth",
        "aged 84 and on 03/04/1942",
        "aged 84 (12 May)",
    ],
)
def test_other_dates_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "code", ["BS1 5TR", "bs1 5tr", "SW1A 1AA", "M11AE", "B33  8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX"]
)
def test_whole_postcode_is_found(code):
    assert found(f"at {code}.") == [("postcode", code)]


@pytest.mark.parametrize(
    "text",
    [
        "BS1",
        "XX1 1AA",
        "vitamin B12 5mg",
        "E1 2am",
        "M1 2nd exit",
        "BS1 5TRX",
        "3BS1 5TR",
        "BS123 5TR",
        "Q1 1AA",
        "B1 1CV",
    ],
)
def test_what_is_no_whole_postcode_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "01632 960 123",
        "(020) 7946 0123",
        "+44 7700 900123",
        "07700900123",
        "0117 496 0123",
        "0044 7700 900123",
        "0770 090 0123",
    ],
)
def test_telephone_number_is_found(number):
    assert found(f"ring {number}, please") == [("telephone", number)]


def test_number_without_area_is_found_where_it_is_called_so():
    assert found("Tel. no.: 960 123 and 960124") == [("telephone", "960 123")]


@pytest.mark.parametrize(
    "text", ["0300 123 1234", "0800 1111", "999", "£01632960123", "07700 90012", "010 2026-01-12 and 1", "phone 111"]
)
def test_numbers_of_services_and_sums_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("address", ["a.b+c@council.example", "x@mail.council.example"])
def test_email_is_found_without_the_full_stop_after_it(address):
    assert found(f"(write to {address}.)") == [("email", address)]


@pytest.mark.parametrize("text", ["@team", "me @ home", "a@b", "''@council.example", "5 pies@£2"])
def test_other_signs_at_are_left_alone(text):
    assert found(text) == []


def test_case_number_fits_its_mask_as_a_whole_word():
    masks = ("LAS-999999", "A9/999")
    assert found("las-123456, XLAS-123456, LAS-1234567, b1/234", masks=masks) == [
        ("case_number", "las-123456"),
        ("case_number", "b1/234"),
    ]


@pytest.mark.parametrize(
    ("text", "mask", "fits"),
    [
        ("LAS123456", "LAS-999999", True),
        ("LAS 123456", "LAS-999999", True),
        ("CH26-0042", "AA99/9999", True),
        ("BG10 2026", "AA99/9999", False),
        ("123456789", "99-9999999", False),
        ("AB-CD 123", "AA-AA 999", True),
        ("ABCD 123", "AA-AA 999", False),
    ],
)
def test_dash_of_a_mask_may_be_a_stroke_and_is_left_out_only_beside_a_letter(text, mask, fits):
    assert [hit.text for hit in hits_in(text, masks=[mask])] == ([text] if fits else [])


@pytest.mark.parametrize("mask", ["LAS-999999", "999"])
def test_mask_with_three_figures_is_good(mask):
    assert mask_fault(mask) is None


@pytest.mark.parametrize("mask", ["", "AAAA-99", " 9999", "9" * 31])
def test_mask_that_fits_everything_is_refused_with_a_sentence(mask):
    assert mask_fault(mask).startswith(("Write the mask", "The mask"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I saw Margaret Ellis today", "Margaret Ellis"),
        ("MARGARET-ELLIS", "MARGARET-ELLIS"),
        ("margaret’s dog", "margaret"),
        ("Mrs Ellis came", "Ellis"),
        ("Will came", "Will"),
        ("zoe and I", "zoe"),
        ("Sian O'Connor rang", "Sian O'Connor"),
        ("Sia\u0302n rang", "Sia\u0302n"),
        ("Ms Ng spoke", "Ng"),
        ("Lukasz rang", "Lukasz"),
        ("the Jones family", "Jones"),
        ("Margarets sister", "Margarets"),
        ("Will", "Will"),
    ],
)
def test_listed_name_is_found_whole_or_in_part(text, name):
    assert found(text, names=NAMES) == [("name", name)]


@pytest.mark.parametrize(
    "text", ["I will grant it", "Will you", "Margareta", "an elliptic view", "jo spoke", "o", "Mrs"]
)
def test_words_that_are_not_the_name_are_left_alone(text):
    assert found(text, names=NAMES) == []


def test_name_says_which_line_of_the_list_it_is():
    assert [each.listed for each in hits_in("Ellis and Ng", names=NAMES)] == ["Margaret Ellis", "Jo Ng"]


def test_hits_never_overlap_and_the_longer_stays():
    assert found("margaret.ellis@council.example", names=NAMES) == [("email", "margaret.ellis@council.example")]
    assert found("9990000018", masks=("9999999999",)) == [("nhs_number", "9990000018")]
    assert found("ng 020 7946 0123", masks=("AA 999",)) == [("telephone", "020 7946 0123")]
    assert found("LAS 9990000018", masks=("AAA 9999999999",)) == [("case_number", "LAS 9990000018")]


HOSTILE = (
    "1",
    "1 ",
    "a@",
    "@",
    "born ",
    "born on 1/1/2020 ",
    "A1 ",
    "(0",
    "+1 ",
    "tel ",
    "jan",
    "é",
    "0 7",
    "aged 9 ",
    "O'",
)


def test_time_grows_with_the_length_whatever_the_text():
    """Half a megabyte of what patterns go back over; half a second is usual, one that falls in takes hours."""
    text = "\n".join((each * 35_000)[:35_000] for each in HOSTILE)
    began = time.process_time()
    hits_in(text, names=NAMES, masks=("LAS-999999", "AAAA999"))
    assert time.process_time() - began < 5
