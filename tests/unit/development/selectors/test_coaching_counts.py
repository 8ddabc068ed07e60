from datetime import timedelta

import pytest

from academy.development.selectors.coaching_counts import counts_for, told
from academy.people.choices import RoleCode
from tests.factories.coaching import CoachProfileAreaFactory, CoachProfileFactory, match_in
from tests.factories.people import NOW, as_actor, holder_of


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (300, "300")]
)
def test_small_numbers_of_people_are_hidden(number, words):
    assert told(number) == words


def test_academy_reads_places_uptake_and_endings_of_its_own_organisation(council):
    mentor = CoachProfileFactory(organisation=council.organisation, kind="mentor", capacity=6)
    CoachProfileAreaFactory(profile=mentor, area="career")
    CoachProfileFactory(organisation=council.organisation, listed=False)
    match_in("running", profile=CoachProfileFactory())
    for _ in range(5):
        match_in("running", profile=mentor)
    match_in("ended", profile=mentor)
    match_in("declined", profile=mentor, asked_at=NOW - timedelta(days=400))
    tables = {table.heading: dict(table.rows) for table in counts_for(lead_of(council))}

    assert tables["Coaches and mentors"] == {
        "Executive coach": [("Listed", "0"), ("Places", "0"), ("Places taken", "0")],
        "Super coach": [("Listed", "0"), ("Places", "0"), ("Places taken", "0")],
        "Mentor": [("Listed", "1"), ("Places", "6"), ("Places taken", "5")],
    }
    assert tables["What it is about"]["Career development"] == [
        ("Coaches who name it", "1"),
        ("Requests in a year", "6"),
    ]
    assert {words: numbers[0][1] for words, numbers in tables["Uptake in a year"].items()} == {
        "Requests": "6",
        "People who asked": "6",
        "Coaching begun": "6",
        "Declined by the coach": "0",
        "Taken back": "0",
    }
    assert tables["Why coaching ended in a year"]["The aim is reached"] == [("Number", "fewer than 5")]


@pytest.mark.parametrize("number", [1, 3])
def test_counts_take_six_queries_for_one_and_for_three(council, django_assert_num_queries, number):
    for _ in range(number):
        match_in("running", profile=CoachProfileFactory(organisation=council.organisation))
    actor = lead_of(council)
    with django_assert_num_queries(6):
        assert len(counts_for(actor)) == 4


def lead_of(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
