from datetime import date

import pytest

from academy.engines.drafts.choices import LARGEST_BYTES
from academy.engines.drafts.rules import (
    Difference,
    as_sent,
    differences,
    due_to_expire_on,
    is_key,
    is_too_large,
    words_sent,
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("new-0f0e0d0c-0b0a-4908-8706-050403020100", True),
        ("17", True),
        ("0", False),
        ("new-", False),
        ("new-0f0e0d0c-0b0a-4908-8706-05040302010Z", False),
        ("17x", False),
        ("", False),
        ("-3", False),
    ],
)
def test_key_is_a_new_uuid_or_an_id(key, expected):
    assert is_key(key) is expected


def test_words_sent_leave_out_what_the_form_sends_itself():
    fields = [
        ("csrfmiddlewaretoken", ["x"]),
        ("revision", ["3"]),
        ("tab", ["ab"]),
        ("form_owner", ["sealed"]),
        ("title", ["A visit"]),
        ("statements", ["4", "9"]),
    ]
    assert words_sent(fields) == {"title": ["A visit"], "statements": ["4", "9"]}


def test_words_sent_drop_null_characters():
    assert words_sent([("title", ["A\0 visit", "\0"])]) == {"title": ["A visit", ""]}


@pytest.mark.parametrize(("extra", "expected"), [(0, False), (1, True)])
def test_payload_is_too_large_from_the_first_byte_over(extra, expected):
    frame = len('{"a": [""]}')
    assert is_too_large({"a": ["x" * (LARGEST_BYTES - frame + extra)]}) is expected


def test_payload_size_counts_bytes_not_characters():
    assert is_too_large({"a": ["é" * (LARGEST_BYTES // 2)]}) is True


@pytest.mark.parametrize(
    ("saved_on", "expected"),
    [(date(2026, 11, 17), date(2027, 5, 16)), (date(2027, 9, 2), date(2028, 2, 29))],
)
def test_draft_saved_on_a_day_is_kept_for_180_days(saved_on, expected):
    assert due_to_expire_on(saved_on) == expected


def test_differences_name_fields_of_either_text_in_the_order_of_the_form():
    kept = {"Title": "A", "Standards": "1, 2"}
    other = {"Title": "A", "Learnt": "Much"}
    assert differences(kept, other) == [
        Difference("Title", kept="A", other="A"),
        Difference("Standards", kept="1, 2", other=""),
        Difference("Learnt", kept="", other="Much"),
    ]
    assert [line.is_same for line in differences(kept, other)] == [True, False, False]


def test_words_of_a_form_are_read_under_the_names_of_its_fields_unless_an_app_says_more():
    assert as_sent({"what_was_learnt": ["Much"], "statements": ["1", "2"]}) == {
        "What was learnt": "Much",
        "Statements": "1, 2",
    }
