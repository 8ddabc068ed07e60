"""What waits before a case is judged, for whom it waits and under the name she may know."""

import pytest

from academy.engines.worklist.providers import declared
from academy.people.choices import RoleCode
from panels.choices.panels import Names, Seat
from panels.models import Meeting
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import as_actor, holder_of

pytestmark = pytest.mark.django_db
SOFT = {"kind": "other", "strength": "soft", "source": "member", "state": "open"}


@pytest.fixture
def case():
    return case_in("in_review")


def lines(key, person):
    [provider] = [each for each in declared() if each.key == key]
    return [(item.what, item.url) for item in provider.find(as_actor(person), TODAY)]


def test_reviewer_has_what_she_has_not_answered_and_no_case_she_is_out_of(case):
    reviewer = MemberFactory(panel=case.panel).person
    asked = AssignmentFactory(case=case, person=reviewer, state="asked")
    blind = case_in("in_review", panel=case.panel, names=Names.BLIND)
    second = AssignmentFactory(case=blind, person=reviewer, state="asked")
    AssignmentFactory(case=case_in("in_review", panel=case.panel), person=reviewer, state="accepted")
    away = AssignmentFactory(case=case_in("in_review", panel=case.panel), person=reviewer, state="asked")
    TieFactory(case=away.case, person=reviewer)
    assert lines("panels.answering", reviewer) == [
        (f"Say whether you judge a case: {case.person.full_name}", f"/panels/assignments/{asked.pk}/answer/"),
        (f"Say whether you judge a case: Case {blind.pk}", f"/panels/assignments/{second.pk}/answer/"),
    ]


def test_soft_tie_waits_for_the_chair_and_that_of_the_chair_for_the_lead(case):
    member, chair = MemberFactory(panel=case.panel).person, seat_of(case.panel)
    clerk, lead = seat_of(case.panel, Seat.CLERK), holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    tie, own = TieFactory(case=case, person=member, **SOFT), TieFactory(case=case, person=chair, **SOFT)
    TieFactory(case=case_in("decided", panel=case.panel), person=member, **SOFT)
    named = f"takes part in a case: {case.person.full_name}"
    found = {who: lines("panels.tie_deciding", who) for who in (chair, lead, clerk, member)}
    assert found == {
        chair: [(f"Decide whether {member.full_name} {named}", f"/panels/cases/ties/{tie.pk}/")],
        lead: [(f"Decide whether {chair.full_name} {named}", f"/panels/cases/ties/{own.pk}/")],
        clerk: [],
        member: [],
    }


def test_chair_and_clerk_find_reviewers_for_the_cases_they_see(case):
    chair, clerk = seat_of(case.panel), seat_of(case.panel, Seat.CLERK)
    url = f"/panels/meetings/{Meeting.objects.get().pk}/reviewers/"
    case_in("accepted", panel=case.panel)
    full = case_in("in_review", panel=case.panel)
    for _ in range(2):
        AssignmentFactory(case=full)
    case_in("received", panel=case.panel)
    TieFactory(case=case, person=chair)
    assert lines("panels.sharing_out", clerk) == [("Find reviewers for 2 cases", url)]
    assert lines("panels.sharing_out", chair) == [("Find reviewers for 1 case", url)]
    assert lines("panels.sharing_out", seat_of(case.panel, Seat.MEMBER)) == []


@pytest.mark.parametrize("key", ["panels.answering", "panels.tie_deciding", "panels.sharing_out"])
def test_nobody_without_a_person_or_a_seat_has_anything(key, case):
    assert lines(key, holder_of(RoleCode.HR, case.organisation)) == []


def test_three_take_as_many_queries_as_one(django_assert_num_queries):
    panel = panel_of(OrganisationFactory())
    chair, member = seat_of(panel), MemberFactory(panel=panel).person

    def another():
        case = case_in("in_review", panel=panel)
        AssignmentFactory(case=case, person=chair, state="asked")
        TieFactory(case=case, person=member, **SOFT)

    another()
    actor, providers = as_actor(chair), {each.key: each for each in declared()}
    expected = {"panels.answering": 3, "panels.tie_deciding": 4, "panels.sharing_out": 2}
    for number in (1, 3):
        for key, queries in expected.items():
            with django_assert_num_queries(queries):
                assert len(providers[key].find(actor, TODAY)) == (1 if key == "panels.sharing_out" else number)
        another()
        another()
