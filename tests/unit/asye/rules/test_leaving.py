from dataclasses import replace
from datetime import date

import pytest

from asye.rules.leaving import LaterStart, Release, reason_faults, release_faults, start_faults
from asye.rules.policy import PLAIN

QUALIFIED, PLANNED, TODAY = date(2025, 7, 1), date(2026, 1, 5), date(2026, 6, 1)
LATER = LaterStart(starts_on=date(2026, 9, 1), because="She travels first.")
RELEASE = Release(to_organisation_id=2, last_day=date(2026, 6, 30))


def fields(later: LaterStart) -> list[str]:
    return [each.field for each in start_faults(later, rules=PLAIN, qualified_on=QUALIFIED, planned_on=PLANNED)]


def leaving(release: Release) -> list[str]:
    found = release_faults(release, from_organisation_id=1, starts_on=PLANNED, on=TODAY)
    return [each.field for each in found]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"starts_on": PLANNED}, ["starts_on"]),
        ({"because": " "}, ["because"]),
        ({"because": "x" * 501}, ["because"]),
        ({"starts_on": date(2027, 7, 1)}, []),
        ({"starts_on": date(2027, 7, 2)}, ["knowledge_current"]),
        ({"starts_on": date(2027, 7, 2), "knowledge_current": "She worked in a hospice."}, []),
        ({"knowledge_current": "x" * 501}, ["knowledge_current"]),
    ],
)
def test_a_later_start_is_later_with_a_reason_and_knowledge_kept_current(change, expected):
    assert fields(replace(LATER, **change)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"to_organisation_id": 1}, ["to"]),
        ({"last_day": date(2026, 1, 4)}, ["last_day"]),
        ({"last_day": date(2026, 9, 1)}, []),
        ({"last_day": date(2026, 9, 2)}, ["last_day"]),
        ({"note": "x" * 501}, ["note"]),
    ],
)
def test_a_release_goes_to_another_employer_on_a_day_of_the_year_near_today(change, expected):
    assert leaving(replace(RELEASE, **change)) == expected


def test_a_reason_is_said_in_not_too_many_words():
    assert [len(reason_faults("because", said)) for said in ("", "She moves away.", "x" * 501)] == [1, 0, 1]
