"""Seats are given for a term, changed and ended; whoever is seated is told, and her ties are read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import MembershipKind, RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import Seat
from panels.models import Member, Tie
from panels.services.members import SeatSaid, change, end, give
from panels.services.panels import NOT_YOURS
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.panels import MemberFactory, PanelFactory, case_in
from tests.factories.pathways import LadderVersionFactory
from tests.factories.people import NOW, as_actor, holder_of, member_of, staff_of

pytestmark = pytest.mark.django_db

SAID = SeatSaid(seat="member", sort="service_manager", service="adults", from_on=TODAY, until_on=date(2029, 11, 16))


@pytest.fixture
def panel():
    return PanelFactory()


@pytest.fixture
def lead(panel):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, panel.organisation))


def seated(panel, by, person=None, **said):
    person = person or staff_of(panel.organisation)
    return give(panel=panel, person=person, said=replace(SAID, **said), by=by, at=NOW)


def test_seat_is_given_for_a_term_and_told(panel, lead):
    LadderVersionFactory(organisation=panel.organisation)
    made = seated(panel, lead, expertise=("amhp",), is_deputy=True)
    assert (made.seat, made.sort, made.service, made.is_deputy, made.expertise) == (
        "member",
        "service_manager",
        "adults",
        True,
        ["amhp"],
    )
    assert (made.from_on, made.until_on, made.appointed_by_id) == (TODAY, date(2029, 11, 16), lead.person_id)
    notice = Notice.objects.get(kind="panels.member.seated")
    assert (notice.person_id, notice.body.split(". ")[0]) == (
        made.person_id,
        f"You have a seat on {panel.title}: Member, until 16 November 2029",
    )


def test_lead_who_seats_herself_is_not_told(panel):
    person = holder_of(RoleCode.ACADEMY_LEAD, panel.organisation)
    seated(panel, as_actor(person), person=person, until_on=None)
    assert Notice.objects.count() == 0


def test_her_ties_to_live_cases_are_read_when_she_is_seated(panel, lead):
    manager = staff_of(panel.organisation)
    case = case_in(CaseState.ACCEPTED, panel=panel, person=staff_of(panel.organisation, line_manager=manager))
    assert Tie.objects.count() == 0
    seated(panel, lead, person=manager)
    assert list(Tie.objects.values_list("case", "person", "kind")) == [(case.pk, manager.pk, "line_manager")]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"seat": "throne"}, "seat"),
        ({"sort": "wizard"}, "sort"),
        ({"service": "space"}, "service"),
        ({"sort": ""}, "sort"),
        ({"sort": "guest"}, "sort"),
        ({"expertise": ("amhp",)}, "expertise"),
        ({"until_on": TODAY - timedelta(days=1)}, "until_on"),
    ],
)
def test_seat_that_cannot_be_is_refused_at_its_question(panel, lead, said, field):
    with pytest.raises(Refused) as refused:
        seated(panel, lead, **said)
    assert (refused.value.field, Member.objects.count()) == (field, 0)


def test_strangers_and_candidates_do_not_sit_and_a_guest_sits_as_one(panel, lead):
    for person in (PersonFactory(), member_of(panel.organisation, kind=MembershipKind.CANDIDATE)):
        with pytest.raises(Refused) as refused:
            seated(panel, lead, person=person)
        assert refused.value.field == "person"
    guest = member_of(panel.organisation, kind=MembershipKind.GUEST)
    with pytest.raises(Refused) as refused:
        seated(panel, lead, person=guest)
    assert refused.value.field == "sort"
    assert seated(panel, lead, person=guest, sort="guest").is_guest


def test_nobody_but_the_lead_gives_changes_or_ends_seats(panel):
    by = as_actor(holder_of(RoleCode.PANEL_CLERK, panel.organisation))
    member = MemberFactory(panel=panel)
    for act in (
        lambda: seated(panel, by),
        lambda: change(member=member, said=SAID, by=by, at=NOW),
        lambda: end(member=member, until_on=TODAY, by=by, at=NOW),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reason == NOT_YOURS


def test_seat_is_changed_but_not_into_another(panel, lead):
    member = seated(panel, lead)
    changed = change(member=member, said=replace(SAID, service="children", until_on=None), by=lead, at=NOW)
    assert (changed.service, changed.until_on, changed.sort) == ("children", None, "service_manager")
    with pytest.raises(Refused) as refused:
        change(member=member, said=replace(SAID, seat="chair"), by=lead, at=NOW)
    assert refused.value.field == "seat"


def test_seat_ends_and_she_is_told_and_it_is_changed_no_more(panel, lead):
    member = MemberFactory(panel=panel, seat=Seat.CLERK, sort="")
    ended = end(member=member, until_on=TODAY - timedelta(days=1), by=lead, at=NOW)
    assert ended.until_on == TODAY - timedelta(days=1)
    notice = Notice.objects.get(kind="panels.member.ended")
    assert notice.body.startswith(f"Your seat on {panel.title} (Clerk) ends on 16 November 2026.")
    for act in (
        lambda: end(member=member, until_on=TODAY, by=lead, at=NOW),
        lambda: change(member=member, said=replace(SAID, seat="clerk", until_on=None), by=lead, at=NOW),
    ):
        with pytest.raises(Refused, match="This seat ended on 16 November 2026"):
            act()
