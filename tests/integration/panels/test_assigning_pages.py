"""Cases are given to reviewers on pages: one by one, for a whole sitting, taken on, declined, taken off."""

import pytest

from academy.people.choices import RoleCode
from panels.choices.panels import Names
from panels.models import Assignment, Meeting
from panels.selectors.sharing import sharing_of
from panels.views import sharing as sharing_views
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import TODAY, as_actor, holder_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def case():
    return case_in("accepted")


def page(case):
    return f"/panels/cases/{case.pk}/"


def reviewers(case):
    return f"{page(case)}reviewers/"


def sharing(case):
    return f"/panels/meetings/{Meeting.objects.get(sitting=case.sitting).pk}/reviewers/"


def members(case):
    return [each.person for each in case.panel.members.filter(seat="member").order_by("pk")]


def test_clerk_asks_a_reviewer_and_reads_why_others_cannot_be(case):
    tied, free, *_ = members(case)
    TieFactory(case=case, person=tied)
    clerk = browser(seat_of(case.panel, "clerk"))
    shown = clerk.get(reviewers(case))
    offered = [value for value, _ in shown.context["form"].fields["person"].choices]
    assert [str(tied.pk) in offered, str(free.pk) in offered] == [False, True]
    assert f"{tied.full_name}: She is out of this case" in words(shown)

    sent = clerk.post(reviewers(case), {"person": free.pk})

    assert (sent.status_code, sent.url) == (302, page(case))
    given = Assignment.objects.get()
    assert (given.person, given.state) == (free, "asked")
    assert "1 more to review it, as the policy asks." in words(clerk.get(page(case)))


def test_reviewer_takes_on_then_gives_back(case):
    reviewer = members(case)[0]
    browser(seat_of(case.panel)).post(reviewers(case), {"person": reviewer.pk})
    given, hers = Assignment.objects.get(), browser(reviewer)
    address = f"/panels/assignments/{given.pk}/answer/"
    assert f'href="{address}"' in words(hers.get(page(case)))

    taken = hers.post(address, {"answer": "take_on"})
    shown = hers.get(address)
    empty = hers.post(address, {"answer": "decline", "reason": ""})
    back = hers.post(address, {"answer": "decline", "reason": "I am away."})

    assert (taken.status_code, taken.url) == (302, page(case))
    assert shown.context["form"].fields["answer"].choices == [("decline", "I give it back")]
    assert empty.context["form"].errors == {"reason": ["Say why you decline. Who chairs the panel reads it."]}
    assert (back.status_code, back.url) == (302, page(case))
    given.refresh_from_db()
    assert (given.state, given.reason) == ("declined", "I am away.")
    assert hers.get(address).status_code == 403


def test_name_is_hidden_from_the_reviewer_of_a_blind_case(case):
    case.names = Names.BLIND
    case.save()
    reviewer = members(case)[0]
    given = AssignmentFactory(case=case, person=reviewer, state="asked")
    shown = words(browser(reviewer).get(f"/panels/assignments/{given.pk}/answer/"))
    assert [f"Case {case.pk}" in shown, case.person.family_name in shown] == [True, False]


def test_case_is_taken_off_and_given_to_another_at_once(case):
    first, second, *_ = members(case)
    given = AssignmentFactory(case=case, person=first, state="asked")
    chair, address = browser(seat_of(case.panel)), f"/panels/assignments/{given.pk}/take-off/"
    assert f'href="{address}"' in words(chair.get(page(case)))
    chair.post(address, {"person": second.pk, "reason": "She is away."})
    assert set(Assignment.objects.values_list("person", "state")) == {(first.pk, "taken_off"), (second.pk, "asked")}
    other = Assignment.objects.get(state="asked")
    chair.post(f"/panels/assignments/{other.pk}/take-off/", {"person": "", "reason": "She has too many."})
    assert set(Assignment.objects.values_list("state", flat=True)) == {"taken_off"}


def test_chair_goes_on_with_the_reviews_there_are(case):
    case.state = "in_review"
    case.save()
    AssignmentFactory(case=case, state="done")
    chair, address = browser(seat_of(case.panel)), f"{reviewers(case)}close/"
    assert f'action="{address}"' in words(chair.get(page(case)))
    sent = chair.post(address)
    case.refresh_from_db()
    assert (sent.status_code, sent.url, case.state) == (302, page(case), "reviews_in")


def test_member_who_is_no_reviewer_and_the_candidate_see_nobody_and_open_nothing(case):
    reviewer, other, *_ = members(case)
    given = AssignmentFactory(case=case, person=reviewer, state="asked")
    addresses = [reviewers(case), sharing(case), f"/panels/assignments/{given.pk}/take-off/"]
    found = {
        person: [browser(person).get(path).status_code for path in addresses]
        for person in (other, case.person, reviewer)
    }
    assert found == {other: [403, 403, 404], case.person: [403, 404, 404], reviewer: [403, 403, 403]}
    for person in (other, case.person):
        assert reviewer.full_name not in words(browser(person).get(page(case))).split("Say that you")[0]


def test_sitting_is_shared_out_as_proposed_and_changed_by_hand(case):
    other = case_in("accepted", panel=case.panel)
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    shown = lead.get(sharing(case))
    form = shown.context["form"]
    proposed = {name: field.initial for name, field in form.fields.items()}
    assert sorted(proposed) == [f"case_{each.pk}_{number}" for each in (case, other) for number in (1, 2)]
    assert len(shown.context["sharing"].pairs) == 4
    double = {**proposed, f"case_{case.pk}_1": proposed[f"case_{case.pk}_2"]}

    refused = lead.post(sharing(case), double)
    sent = lead.post(sharing(case), {**proposed, f"case_{other.pk}_1": "", f"case_{other.pk}_2": ""})

    assert "choose two different people." in words(refused)
    assert (sent.status_code, sent.url) == (302, sharing(case))
    assert {str(each.person_id) for each in case.assignments.all()} == {
        proposed[f"case_{case.pk}_1"],
        proposed[f"case_{case.pk}_2"],
    }
    assert other.assignments.count() == 0
    assert "2 reviewers asked." in words(lead.get(sharing(case)))

    lead.post(f"{sharing(case)}all/")
    assert other.assignments.count() == 2


def test_of_very_many_so_many_are_asked_at_a_time(case, monkeypatch):
    monkeypatch.setattr(sharing_views, "MOST_AT_ONCE", 3)
    other = case_in("accepted", panel=case.panel)
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    told = []
    for _ in range(2):
        lead.post(f"{sharing(case)}all/")
        shown = words(lead.get(sharing(case)))
        told.append((case.assignments.count() + other.assignments.count(), "1 place left. Ask everybody" in shown))
    assert told == [(3, True), (4, False)]


def test_somebody_tied_since_is_left_out_and_told(case):
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    terms, tied = case.person.posts.get().terms.get(), members(case)[0]
    proposed = {name: field.initial for name, field in lead.get(sharing(case)).context["form"].fields.items()}
    terms.line_manager = tied
    terms.save()
    proposed[f"case_{case.pk}_1"] = str(tied.pk)
    lead.post(sharing(case), proposed)
    shown = words(lead.get(sharing(case)))
    assert f"{case.person.full_name}: She is out of this case" in shown
    assert tied.pk not in case.assignments.values_list("person_id", flat=True)


def test_chair_who_is_tied_does_not_find_the_case_among_those_shared_out(case):
    other, chair = case_in("accepted", panel=case.panel), seat_of(case.panel)
    TieFactory(case=case, person=chair)
    rows = browser(chair).get(sharing(case)).context["sharing"].rows
    assert [row.case for row in rows] == [other]


def test_list_takes_as_many_queries_for_three_cases_as_for_one(django_assert_num_queries):
    panel = panel_of(OrganisationFactory())
    one = case_in("accepted", panel=panel)
    meeting = Meeting.objects.select_related("policy").get(sitting=one.sitting)
    actor = as_actor(seat_of(panel))
    with django_assert_num_queries(10):
        assert len(sharing_of(meeting, actor).rows) == 1
    for _ in range(2):
        case_in("accepted", panel=panel)
    with django_assert_num_queries(10):
        assert len(sharing_of(meeting, actor).rows) == 3


def test_nobody_has_cases_before_they_are_accepted():
    case = case_in("received")
    assert "They come here once they are accepted." in words(browser(seat_of(case.panel)).get(sharing(case)))


def test_late_answers_and_late_reviews_are_said(case):
    AssignmentFactory(case=case, state="asked", answer_by=TODAY.replace(day=1))
    AssignmentFactory(case=case, state="accepted", due_on=TODAY.replace(day=1))
    AssignmentFactory(case=case, person=MemberFactory(panel=case.panel).person)
    shown = words(browser(seat_of(case.panel)).get(page(case)))
    assert [shown.count("No answer in time"), shown.count(">Late<")] == [1, 1]


def test_candidate_is_not_told_who_opened_her_case_to_answer(case):
    reviewer = members(case)[0]
    given = AssignmentFactory(case=case, person=reviewer, state="asked")
    address = f"/panels/assignments/{given.pk}/answer/"
    assert browser(reviewer).get(address).context["form"].fields["answer"].choices[0] == (
        "take_on",
        "Yes, I take it on",
    )
    shown = words(browser(case.person).get("/people/me/reads/"))
    assert ["Who has read" in shown, reviewer.full_name in shown] == [True, False]
