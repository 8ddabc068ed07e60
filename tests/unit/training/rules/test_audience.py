import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.training.choices import AudienceWho
from academy.training.rules.audience import AudienceLine, Place, is_meant, may_take_part

HERE, ELSEWHERE = 1, 2
POST = Place(
    HERE, is_staff=True, service_kind="adults", profession="social_worker", job_role_id=5, team_id=7, grade_id=9
)
PROVIDER = Place(HERE, is_provider=True)
GUEST = Place(HERE)


@pytest.mark.parametrize(
    ("who", "place", "meant"),
    [
        (AudienceWho.STAFF, POST, True),
        (AudienceWho.STAFF, PROVIDER, False),
        (AudienceWho.STAFF, GUEST, False),
        (AudienceWho.PROVIDERS, POST, False),
        (AudienceWho.PROVIDERS, PROVIDER, True),
        (AudienceWho.PROVIDERS, GUEST, False),
        (AudienceWho.ALL, POST, True),
        (AudienceWho.ALL, PROVIDER, True),
        (AudienceWho.ALL, GUEST, True),
    ],
)
def test_line_of_a_kind_of_people_takes_in_those_and_no_others(who, place, meant):
    assert is_meant([place], [AudienceLine(HERE, who=who)]) is meant


def test_line_of_another_organisation_takes_in_nobody_here():
    assert is_meant([POST], [AudienceLine(ELSEWHERE)]) is False


@pytest.mark.parametrize(
    ("part", "fits", "does_not"),
    [
        ("service_kind", "adults", "children"),
        ("profession", "social_worker", "occupational_therapist"),
        ("job_role_id", 5, 6),
        ("team_id", 7, 8),
        ("grade_id", 9, 10),
    ],
)
def test_part_that_is_set_must_fit(part, fits, does_not):
    assert is_meant([POST], [AudienceLine(HERE, **{part: fits})]) is True
    assert is_meant([POST], [AudienceLine(HERE, **{part: does_not})]) is False


def test_parts_must_fit_the_same_place():
    other = Place(HERE, is_staff=True, service_kind="children", grade_id=10)
    assert is_meant([POST, other], [AudienceLine(HERE, service_kind="children", grade_id=9)]) is False
    assert is_meant([POST, other], [AudienceLine(HERE, service_kind="children", grade_id=10)]) is True


def test_one_line_that_fits_one_place_is_enough():
    lines = [AudienceLine(ELSEWHERE), AudienceLine(HERE, team_id=7)]
    assert is_meant([GUEST, POST], lines) is True


@pytest.mark.parametrize(("places", "lines"), [([], [AudienceLine(HERE)]), ([POST], [])])
def test_nobody_and_no_line_fit_nothing(places, lines):
    assert is_meant(places, lines) is False


def test_who_is_meant_may_take_part_in_what_is_offered():
    assert may_take_part(meant=True, offered=True, whom="All staff") == ALLOWED


def test_stranger_may_not_take_part_and_reads_whom_it_is_for():
    decision = may_take_part(meant=False, offered=True, whom="All staff (Bexley)")
    assert decision.reason == (
        "This is for: All staff (Bexley). No place can be booked for anybody else. "
        "Ask the academy if that should change."
    )


def test_nobody_may_take_part_in_what_was_withdrawn():
    decision = may_take_part(meant=True, offered=False, whom="All staff")
    assert decision.reason == "This is no longer offered. Choose something else."
