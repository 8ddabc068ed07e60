"""Pages of looking a submission through, from the clerk's question to the case that is accepted."""

import pytest

from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Names, Seat
from panels.models import AskedItem, Case
from panels.rules.parts_of_policy import CheckItem
from panels.rules.policy import GATES, PanelRules
from panels.selectors.sections.checks import checks_section
from panels.selectors.sight import sees_of
from tests.factories.panels import PanelPolicyFactory, case_in, handed_in_by, seat_of
from tests.factories.people import NOW, RegistrationFactory, as_actor, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

SIGNED = CheckItem(code="signed-pieces", title="Every piece is signed", asks="Are all second signatures there?")
WHY = "The second observation is not signed."


@pytest.fixture
def case():
    made = case_in(CaseState.RECEIVED)
    snapshot = handed_in_by(made.person, made.organisation)
    RegistrationFactory(person=made.person)
    policy = PanelPolicyFactory(panel_rules=PanelRules(checks=(*GATES[:3], SIGNED)))
    Case.objects.filter(pk=made.pk).update(policy=policy, snapshot=snapshot, portfolio=snapshot.portfolio)
    return Case.objects.get(pk=made.pk)


@pytest.fixture
def clerk(case):
    return browser(seat_of(case.panel, Seat.CLERK))


def asked(case, code="signed-pieces", **said):
    row = {"title": "Every piece is signed", "reason": WHY, "due_on": NOW.date(), "asked_at": NOW}
    row["asked_by"] = seat_of(case.panel, Seat.CLERK)
    return AskedItem.objects.create(case=case, code=code, **{**row, **said})


def test_changes_are_asked_for_mended_and_the_case_is_accepted(case, clerk):
    page = words(clerk.get(case.get_absolute_url()))
    assert "Signed off, and handed in on 17 November 2026." in page
    assert "The record does not say. Look, and tick it." in page

    asks = f"/panels/cases/{case.pk}/checks/ask/"
    assert "Are all second signatures there?" in words(clerk.get(asks))
    nothing = clerk.post(asks, {})
    assert nothing.status_code == 422
    assert "Choose at least one item that is to be mended." in words(nothing)
    assert clerk.post(asks, {"reason_signed-pieces": WHY}).url == case.get_absolute_url()

    candidate = browser(case.person)
    hers = words(candidate.get(case.get_absolute_url()))
    assert WHY in hers
    assert "Mend “Every piece is signed” first, and say what you changed." in hers
    assert "Helen Prosser" not in hers
    item = case.asked_items.get()
    assert f"/panels/cases/asked/{item.pk}/mend/" in hers
    done = candidate.post(f"/panels/cases/asked/{item.pk}/mend/", {"answer": "It is signed now."})
    assert done.url == case.get_absolute_url()
    assert "Send the case back" in words(candidate.get(case.get_absolute_url()))
    assert candidate.post(f"/panels/cases/{case.pk}/checks/hand-back/").url == case.get_absolute_url()

    accepts = f"/panels/cases/{case.pk}/checks/accept/"
    assert "It is signed now." in words(clerk.get(case.get_absolute_url()))
    assert "Helen Prosser on 14 May 2026." in words(clerk.get(accepts))
    missing = clerk.post(accepts, {})
    assert (missing.status_code, "Look at “Every piece is signed” first." in words(missing)) == (422, True)
    assert clerk.post(accepts, {"looked_at": ["signed-pieces"]}).url == case.get_absolute_url()
    case.refresh_from_db()
    assert (case.state, item.__class__.objects.get().state) == ("accepted", "settled")


def test_clerk_settles_what_is_there_after_all(case, clerk):
    Case.objects.filter(pk=case.pk).update(state=CaseState.CHANGES_ASKED)
    item = asked(case)
    page = words(clerk.get(case.get_absolute_url()))
    assert "Wait for “Every piece is signed”. The candidate was asked to mend it." in page
    assert clerk.post(f"/panels/cases/asked/{item.pk}/settle/").url == case.get_absolute_url()
    case.refresh_from_db()
    assert case.state == "changes_made"


def test_candidate_who_handed_in_anew_reads_that_it_is_taken(case):
    Case.objects.filter(pk=case.pk).update(state=CaseState.CHANGES_ASKED, snapshot=None)
    asked(case, state="mended", mended_at=NOW, answer="Done.")
    page = words(browser(case.person).get(case.get_absolute_url()))
    assert "You have handed in your portfolio anew (version 1). It is taken when you send the case back." in page


def test_addresses_are_for_who_may_and_unknown_to_who_may_not_know_of_the_case(case):
    item = asked(case)
    chair, manager, stranger = seat_of(case.panel), staff_of(case.organisation), staff_of(case.organisation)
    case.person.posts.get().terms.update(line_manager=manager)
    paths = [f"/panels/cases/{case.pk}/checks/{name}/" for name in ("ask", "accept")]
    answers = {
        who: [browser(who).get(path).status_code for path in [*paths, f"/panels/cases/asked/{item.pk}/mend/"]]
        for who in (case.person, chair, manager, stranger)
    }
    assert answers == {
        case.person: [403, 403, 200],
        chair: [403, 403, 403],
        manager: [403, 403, 404],
        stranger: [404, 404, 404],
    }
    posted = [f"/panels/cases/{case.pk}/checks/hand-back/", f"/panels/cases/asked/{item.pk}/settle/"]
    assert [browser(chair).post(path).status_code for path in posted] == [403, 403]


def test_chair_reads_the_answers_and_has_no_button_and_the_manager_reads_none(case):
    asked(case, state="settled", settled_at=NOW)
    manager = staff_of(case.organisation)
    case.person.posts.get().terms.update(line_manager=manager)
    for who, shown in ((seat_of(case.panel), True), (manager, False), (case.person, False)):
        page = words(browser(who).get(case.get_absolute_url()))
        assert ("What the record says" in page, "Ask for changes" in page) == (shown, False)


def test_chair_who_may_not_know_whose_case_it_is_reads_no_name_in_the_answers(case):
    for names, shown in ((Names.NAMED, True), (Names.BLIND, False)):
        Case.objects.filter(pk=case.pk).update(names=names)
        page = words(browser(seat_of(case.panel)).get(case.get_absolute_url()))
        assert ("What the record says" in page, "Helen Prosser" in page, case.person.full_name in page) == (
            True,
            shown,
            shown,
        )


def test_after_it_is_accepted_only_what_was_asked_for_is_left(case, clerk):
    Case.objects.filter(pk=case.pk).update(state=CaseState.ACCEPTED, accepted_at=NOW)
    assert 'id="checks"' not in words(clerk.get(case.get_absolute_url()))
    asked(case, state="settled", settled_at=NOW)
    page = words(clerk.get(case.get_absolute_url()))
    assert (WHY in page, "What the record says" in page) == (True, False)


def test_moderation_of_an_asye_has_no_list_of_the_record():
    case = case_in(CaseState.RECEIVED, kind=CaseKind.MODERATION)
    page = words(browser(seat_of(case.panel, Seat.CLERK)).get(case.get_absolute_url()))
    assert ("Accept the case" in page, "What the record says" in page, "Ask for changes" in page) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("count", [1, 3])
def test_section_costs_the_same_queries_for_one_item_and_for_three(case, count, django_assert_num_queries):
    for number in range(count):
        asked(case, f"item-{number}")
    actor = as_actor(seat_of(case.panel, Seat.CLERK))
    row = Case.objects.select_related("policy", "snapshot", "portfolio", "sitting").get(pk=case.pk)
    sees = sees_of(actor, row)
    with django_assert_num_queries(13):
        assert len(checks_section(row, actor=actor, sees=sees, on=actor.on).context["lines"]) == count
