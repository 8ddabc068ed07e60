from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from academy.people.choices import ServiceKind
from panels.choices.panels import MemberSort, Seat
from panels.rules.parts_of_policy import Needed
from panels.rules.policy import PLAIN
from panels.rules.quorum import Present, Seated, can_arrive, can_leave, in_room, missing_seats, room_for

BRISTOL = replace(
    PLAIN,
    composition=(
        Needed(what="the Principal Social Worker for adults", any_of=(MemberSort.PSW_ADULTS,)),
        Needed(what="the Principal Social Worker for children", any_of=(MemberSort.PSW_CHILDREN,)),
        Needed(what="a service manager", any_of=(MemberSort.SERVICE_MANAGER,), deputies=False),
    ),
)
ADULTS = Seated(person_id=1, seat=Seat.CHAIR, sort=MemberSort.PSW_ADULTS)
CHILDREN = Seated(person_id=2, seat=Seat.MEMBER, sort=MemberSort.PSW_CHILDREN)
MANAGER = Seated(person_id=3, seat=Seat.MEMBER, sort=MemberSort.SERVICE_MANAGER)
LIVED = Seated(person_id=4, seat=Seat.MEMBER, sort=MemberSort.LIVED_EXPERIENCE)
GUEST = Seated(person_id=5, seat=Seat.MEMBER, sort=MemberSort.GUEST)
CLERK = Seated(person_id=6, seat=Seat.CLERK)
SEATS = (ADULTS, CHILDREN, MANAGER, LIVED, GUEST, CLERK)
ALL = frozenset(each.person_id for each in SEATS)
NOBODY_FROM_CHILDREN = (
    "Wait for the Principal Social Worker for children.",
    "Wait for somebody from children’s services.",
)


def at(hour: int) -> datetime:
    return datetime(2026, 9, 10, hour, tzinfo=UTC)


def test_whole_panel_may_decide_and_neither_clerk_nor_guest_without_the_case_counts():
    room = room_for(BRISTOL, SEATS, present=ALL)

    assert (room.counting, room.not_counting, room.missing) == ((1, 2, 3, 4), (5,), ())
    assert room.decision.allowed


def test_guest_counts_in_the_case_she_is_given():
    assert room_for(BRISTOL, SEATS, present=ALL, given=[5]).counting == (1, 2, 3, 4, 5)
    assert room_for(BRISTOL, SEATS, present=ALL, given=[5], not_judging=[5]).counting == (1, 2, 3, 4)


def test_own_line_manager_never_counts_even_where_she_is_given_the_case():
    service = (Seated(person_id=7, seat=Seat.MEMBER, sort=MemberSort.SERVICE_MANAGER), *SEATS)

    assert room_for(BRISTOL, service, present={*ALL, 7}, manager_id=7, given=[7]).not_counting == (5, 7)
    assert room_for(BRISTOL, SEATS, present=ALL, manager_id=3).missing == ("Wait for a service manager.",)


@pytest.mark.parametrize(
    ("present", "not_judging", "missing"),
    [
        (
            [],
            [],
            (
                "Wait for 3 more members who may decide on this case: 3 are needed.",
                "Wait for somebody who chairs and is not tied to the candidate.",
                "Wait for the Principal Social Worker for adults.",
                "Wait for the Principal Social Worker for children.",
                "Wait for a service manager.",
                "Wait for somebody from adults’ services and children’s services.",
            ),
        ),
        ([1, 2, 3], [], ()),
        # a service manager speaks for both, so only the line of the composition lacks
        ([1, 3, 4], [], ("Wait for the Principal Social Worker for children.",)),
        (
            ALL,
            [1],
            (
                "Wait for somebody who chairs and is not tied to the candidate.",
                "Wait for the Principal Social Worker for adults.",
            ),
        ),
        (
            [1, 2, 3],
            [2],
            (
                "Wait for one more member who may decide on this case: 3 are needed.",
                "Wait for the Principal Social Worker for children.",
            ),
        ),
    ],
)
def test_it_is_said_for_whom_to_wait(present, not_judging, missing):
    room = room_for(BRISTOL, SEATS, present=present, not_judging=not_judging)

    assert room.missing == missing
    assert (room.is_quorate, room.decision.reason) == (not missing, " ".join(missing))


def test_both_services_are_heard_where_a_seat_names_its_service():
    of_adults = replace(MANAGER, service=ServiceKind.ADULTS)
    seats = (ADULTS, of_adults, LIVED, GUEST)

    assert room_for(BRISTOL, seats, present=[1, 3, 4]).missing == NOBODY_FROM_CHILDREN
    assert room_for(replace(BRISTOL, both_services=False), seats, present=[1, 3, 4]).missing == NOBODY_FROM_CHILDREN[:1]


def test_without_mix_and_chair_the_number_alone_counts():
    rules = replace(BRISTOL, quorum_needs_mix=False, needs_chair=False, quorum=2)

    assert room_for(rules, SEATS, present=[3, 4]).is_quorate
    assert room_for(rules, SEATS, present=[4]).missing == (
        "Wait for one more member who may decide on this case: 2 are needed.",
    )


def test_line_that_names_no_sort_does_not_raise_the_quorum_of_the_room():
    assert room_for(PLAIN, SEATS, present=[1, 2, 3]).is_quorate
    assert missing_seats(PLAIN, (ADULTS, CHILDREN)) == (
        "This panel needs somebody who judges, the chair among them (2 more).",
    )


def test_seats_that_lack_are_said_of_the_panel_whoever_comes():
    assert missing_seats(BRISTOL, SEATS) == ()
    assert missing_seats(BRISTOL, (CHILDREN, CLERK)) == (
        "This panel needs the Principal Social Worker for adults.",
        "This panel needs a service manager.",
        "This panel needs somebody from adults’ services.",
        "This panel needs somebody who chairs.",
    )
    assert missing_seats(replace(BRISTOL, both_services=False), (ADULTS, CHILDREN)) == (
        "This panel needs a service manager.",
    )


def test_deputy_fills_a_line_that_takes_deputies_and_no_other():
    deputies = (
        replace(ADULTS, is_deputy=True),
        replace(CHILDREN, is_deputy=True),
        replace(MANAGER, is_deputy=True),
    )

    assert room_for(BRISTOL, deputies, present=ALL).missing == ("Wait for a service manager.",)


def test_somebody_with_two_seats_counts_once_and_as_the_chair():
    twice = (ADULTS, replace(ADULTS, seat=Seat.MEMBER), CHILDREN, MANAGER)

    assert room_for(BRISTOL, twice, present=ALL).counting == (1, 2, 3)
    assert room_for(BRISTOL, twice[::-1], present=ALL).is_quorate


def test_seat_without_a_sort_fills_no_line():
    unsorted = Seated(person_id=9, seat=Seat.MEMBER)

    assert (unsorted.services, ADULTS.services, LIVED.services, MANAGER.services) == (
        (ServiceKind.ADULTS, ServiceKind.CHILDREN),
        (ServiceKind.ADULTS,),
        (),
        (ServiceKind.ADULTS, ServiceKind.CHILDREN),
    )
    assert room_for(BRISTOL, (ADULTS, CHILDREN, unsorted), present=[1, 2, 9]).missing == (
        "Wait for a service manager.",
    )


@pytest.mark.parametrize("order", list(permutations((ADULTS, CHILDREN, MANAGER))))
def test_lines_that_overlap_are_filled_in_whatever_order_people_come(order):
    overlapping = (
        Needed(what="somebody who leads", any_of=tuple(MemberSort)),
        Needed(what="a Principal Social Worker", any_of=(MemberSort.PSW_ADULTS, MemberSort.PSW_CHILDREN)),
        Needed(what="the Principal Social Worker for adults", any_of=(MemberSort.PSW_ADULTS,)),
    )

    assert room_for(replace(PLAIN, composition=overlapping), order, present=ALL).missing == ()


def test_line_with_several_places_says_how_many_are_lacking():
    two = (Needed(what="practitioners", any_of=(MemberSort.PRACTITIONER,), least=2),)
    seats = (*SEATS, Seated(person_id=8, seat=Seat.MEMBER, sort=MemberSort.PRACTITIONER))

    assert room_for(replace(PLAIN, composition=two), seats, present={*ALL, 8}).missing == (
        "Wait for practitioners (1 more).",
    )


@given(some.frozensets(some.sampled_from(sorted(ALL))), some.frozensets(some.sampled_from(sorted(ALL))))
def test_more_people_out_of_a_case_never_make_a_quorum(present, out):
    whole, less = (room_for(BRISTOL, SEATS, present=present, not_judging=who) for who in ((), out))

    assert set(less.counting) == set(whole.counting) - out
    assert whole.is_quorate or not less.is_quorate


@pytest.mark.parametrize(("hour", "there"), [(8, frozenset()), (9, {1, 2}), (10, {2}), (11, {1, 2})])
def test_somebody_is_in_the_room_from_when_she_came_until_she_left(hour, there):
    presences = [Present(1, at(9), at(10)), Present(2, at(9)), Present(1, at(11))]

    assert in_room(presences, at=at(hour)) == there


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (2, ""),
        (6, ""),
        (1, "She is noted as in the room already."),
        (99, "Choose somebody who has a seat on this panel."),
    ],
)
def test_only_somebody_with_a_seat_arrives_and_once(person, reason):
    assert can_arrive(person, seats=SEATS, presences=[Present(1, at(9))], at=at(10)).reason == reason


def test_only_who_is_there_leaves():
    presences = [Present(1, at(9))]

    assert can_leave(1, presences=presences, at=at(10)).allowed
    assert can_leave(2, presences=presences, at=at(10)).reason == "She is not in the room. Note first that she came."
