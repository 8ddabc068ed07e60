from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.jobs.choices import JobStatus
from academy.engines.jobs.rules import are_ids, due_after_failure

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [(1, timedelta(minutes=1)), (2, timedelta(minutes=5)), (3, timedelta(minutes=15)), (4, timedelta(hours=1))],
)
def test_due_after_failure_waits_longer_each_time(attempts, wait):
    assert due_after_failure(attempts, at=AT) == AT + wait


def test_due_after_the_fifth_failure_is_never():
    assert due_after_failure(5, at=AT) is None


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, True),
        ({"entry": 7, "entries": [1, 2], "with_files": True}, True),
        ({"version": "pcf/2018"}, False),
        ({"uid": "0f0e0d0c-0b0a-4908-8706-050403020100", "on": "2026-11-17"}, True),
        ({"title": "My visit to Anna"}, False),
        ({"names": ["Anna Smith"]}, False),
        ({"about": {"name": "Anna"}}, False),
        ({"hours": 1.5}, False),
        ({"nothing": None}, False),
    ],
)
def test_arguments_are_ids_only(arguments, expected):
    assert are_ids(arguments) is expected


@pytest.mark.parametrize("status", JobStatus)
def test_status_has_a_word_and_a_shape(status):
    assert status.state.word == status.label
