"""What follows a decision on pages: the case's sections, feedback, targets, and outcomes for staff records."""

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.people.choices.grades import GradeBasis
from academy.people.models import GradeChange, StaffNumber
from panels.choices.panels import MemberSort
from panels.models import Case, Target
from panels.selectors.sections.decision import decision_section
from panels.selectors.sections.letter import letter_section
from panels.selectors.sections.plan import plan_section
from panels.selectors.sight import sees_of
from panels.selectors.staff_file import staff_rows
from tests.factories.panels import AppointmentFactory, AssignmentFactory, DecisionFactory, case_in, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, stepping, target_of, told, with_feedback
from tests.factories.people import NOW, TODAY, as_actor, holder_of, staff_of
from tests.factories.vacancies import VacancyFactory
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
REASONS = "Two reviewers saw the law left out."


def page_of(decision, person):
    return words(browser(person).get(decision.case.get_absolute_url()))


def not_yet(**said):
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN))
    organisation = meeting.panel.organisation
    manager = staff_of(organisation)
    decision = told("not_yet", meeting=meeting, person=staff_of(organisation, line_manager=manager), **said)
    return decision, manager


def test_candidate_reads_decision_plan_letter_and_who_gives_feedback_and_not_the_reasons():
    decision, _ = not_yet(reasons=REASONS)
    target = target_of(decision)
    page = page_of(decision, decision.case.person)
    for said in (
        "Not yet, with a plan",
        decision.wording,
        target.words,
        "0 of 1 target done.",
        "Letter of 17 November",
    ):
        assert said in page
    giver = decision.case.feedback.get().person
    assert f"{giver.full_name} (Principal Social Worker, children and families) gives feedback by 30 November" in page
    assert (REASONS in page, "own reasons" in page, "Note it as done" in page) == (False, False, True)


def test_manager_reads_outcome_and_plan_and_no_letter():
    decision, manager = not_yet()
    target_of(decision)
    page = page_of(decision, manager)
    assert ("Not yet, with a plan" in page, "0 of 1 target done." in page) == (True, True)
    assert "Letter and feedback" not in page


def test_panel_reads_reasons_and_what_was_decided_before():
    decision, _ = not_yet()
    DecisionFactory(case=decision.case, meeting=decision.meeting, basis="reopened", reasons=REASONS)
    page = page_of(decision, seat_of(decision.case.panel))
    assert REASONS in page
    assert "Decided again, after it was opened once more" in page
    assert "Before: not yet, with a plan, decided on 16 November 2026." in page


def test_before_it_is_told_the_lead_is_led_to_the_outbox():
    decision = decided()
    lettered(decision)
    page = page_of(decision, lead_of(decision.case.organisation))
    assert "Nobody outside the panel knows of this before it is told." in page
    assert f'href="/panels/meetings/{decision.meeting_id}/outbox/"' in page


def test_condition_is_shown_with_its_day_and_noted_as_done():
    decision = told("condition")
    client = browser(decision.case.person)
    target = Target.objects.get()
    assert "Lead one complex review." in words(client.get(decision.case.get_absolute_url()))
    sent = client.post(target.get_absolute_url(), {"done_on": "17 November 2026", "words": "Seen by my manager."})
    assert sent.url == decision.case.get_absolute_url()
    assert "1 of 1 target done." in words(client.get(sent.url))


def test_who_helps_with_a_target_sees_it_alone_and_notes_it():
    decision, _ = not_yet()
    coach = staff_of(decision.case.organisation)
    target = target_of(decision, owner=coach, owner_words="Her coach")
    client = browser(coach)
    listed = words(client.get(reverse("panels:targets")))
    assert (target.words in listed, decision.case.person.full_name in listed) == (True, True)
    assert client.get(decision.case.get_absolute_url()).status_code == 404
    late = client.post(target.get_absolute_url(), {"done_on": "18 November 2026", "words": ""})
    assert late.status_code == 422
    done = client.post(target.get_absolute_url(), {"done_on": "17 November 2026", "words": ""})
    assert done.url == reverse("panels:targets")
    assert "names you at the moment" in words(client.get(done.url))
    stranger = browser(staff_of(decision.case.organisation))
    assert stranger.get(target.get_absolute_url()).status_code == 404


def test_feedback_is_written_given_and_read_by_the_candidate():
    decision, _ = not_yet()
    row = decision.case.feedback.get()
    client = browser(row.person)
    page = words(client.get(row.get_absolute_url()))
    assert (decision.wording in page, "By 30 November 2026" in page, "Two reviewers" in page) == (True, True, False)
    assert client.post(row.get_absolute_url(), {"words": ""}).status_code == 422
    given = client.post(row.get_absolute_url(), {"words": "You listen well."}, follow=True)
    assert "Feedback you gave" in words(given)
    assert "You listen well." in page_of(decision, decision.case.person)
    assert browser(decision.case.person).get(row.get_absolute_url()).status_code == 403


def test_lead_names_another_to_give_feedback():
    decision, _ = not_yet()
    other = seat_of(decision.case.panel)
    client = browser(lead_of(decision.case.organisation))
    address = reverse("panels:name-giver", args=[decision.case_id])
    assert other.full_name in words(client.get(address))
    sent = client.post(address, {"sort": MemberSort.PSW_CHILDREN, "person": other.pk})
    assert (sent.url, decision.case.feedback.get().person) == (decision.case.get_absolute_url(), other)
    assert browser(other).get(address).status_code == 403


def test_before_it_is_told_naming_leads_back_to_the_outbox():
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN))
    decision = decided(meeting)
    lettered(decision)
    client = browser(lead_of(decision.case.organisation))
    address = reverse("panels:name-giver", args=[decision.case_id])
    sent = client.post(address, {"sort": MemberSort.PSW_CHILDREN, "person": seat_of(meeting.panel).pk})
    assert sent.url == reverse("panels:outbox", args=[meeting.pk])


def graded(meeting, number=""):
    """A case that was told and gave a grade."""
    step = stepping(meeting.panel.organisation, "panel")
    decision = told(meeting=meeting, **step)
    terms = step["person"].posts.get().terms.get()
    terms.grade = step["grade"]
    terms.save()
    said = {"basis": GradeBasis.PANEL, "decision": "Panel", "decision_key": f"panels:{decision.case_id}"}
    GradeChange.objects.create(terms=terms, entered_at=NOW, **said)
    if number:
        StaffNumber.objects.create(
            person=step["person"], organisation=meeting.panel.organisation, number=number, entered_at=NOW
        )
    return decision


def test_staff_records_have_what_was_told_and_changes_a_grade_or_makes_eligible():
    meeting = sat()
    first = graded(meeting, "10442")
    second = told(meeting=meeting)
    AppointmentFactory(case=second.case)
    told("not_yet", meeting=meeting)
    keeper = holder_of(RoleCode.HR, meeting.panel.organisation)
    client = browser(keeper)
    page = words(client.get(reverse("panels:staff-file")))
    for said in (first.case.person.full_name, "10442", "Grade BG11", "Eligible for appointment", "With a post"):
        assert said in page
    table = client.get(reverse("panels:staff-table"), {"sitting": meeting.sitting_id}).content.decode("utf-8-sig")
    lines = table.splitlines()
    assert lines[0].startswith("Staff number,Name,Step,What follows,From,Decided on,Told on,Outcome,Decision")
    assert f"10442,{first.case.person.full_name},Step up to BG11,Grade BG11," in table
    assert len(lines) == 3
    assert Event.objects.filter(kind="read", about_id=None, subject_label="identity.organisation").count() == 2


def test_progress_is_noted_and_read_by_her_manager_and_when_she_comes_again():
    decision, manager = not_yet()
    target = target_of(decision)
    client = browser(decision.case.person)
    address = reverse("panels:target-progress", args=[target.pk])
    assert f'href="{address}">It is not done' in words(client.get(target.get_absolute_url()))
    assert client.post(address, {"on": "17 November 2026", "words": ""}).status_code == 422
    noted = client.post(address, {"on": "17 November 2026", "words": "One of two is led."})
    assert noted.url == decision.case.get_absolute_url()
    said = f"17 Nov 2026, {decision.case.person.full_name}: One of two is led."
    assert said in page_of(decision, manager)
    assert said in words(client.get(address))
    again = case_in("in_review", panel=decision.case.panel, person=decision.case.person, earlier=decision.case)
    assert said in words(browser(seat_of(decision.case.panel)).get(again.get_absolute_url()))
    member = seat_of(decision.case.panel, "member")
    given = AssignmentFactory(case=again, person=member)
    judged = reverse("panels:review", args=[given.pk])
    assert said in words(browser(member).get(judged))
    Case.objects.filter(pk=again.pk).update(names="blind")
    assert said not in words(browser(member).get(judged))


@pytest.mark.parametrize(
    ("state", "from_on", "says"),
    [("appointed", TODAY, "17 Nov 2026"), ("not_appointed", None, ""), ("eligible", None, "With a post")],
)
def test_staff_records_have_the_day_somebody_was_appointed_from(state, from_on, says):
    meeting = sat()
    over = {"decided_at": NOW, "decided_by": seat_of(meeting.panel), "words": "Said."} if state != "eligible" else {}
    post = VacancyFactory(organisation=meeting.panel.organisation) if state == "appointed" else None
    AppointmentFactory(case=told(meeting=meeting).case, state=state, from_on=from_on, vacancy=post, **over)
    client = browser(holder_of(RoleCode.HR, meeting.panel.organisation))
    assert f'<td data-label="From">{says}</td>' in words(client.get(reverse("panels:staff-file")))
    day = from_on.isoformat() if from_on else ""
    assert f",{day}," in client.get(reverse("panels:staff-table")).content.decode("utf-8-sig").splitlines()[1]


def test_staff_file_is_for_human_resources_and_the_lead():
    meeting = sat()
    graded(meeting)
    organisation = meeting.panel.organisation
    address = reverse("panels:staff-file")
    assert browser(lead_of(organisation)).get(address).status_code == 200
    for person in (staff_of(organisation), seat_of(meeting.panel)):
        assert browser(person).get(address).status_code == 403


@pytest.mark.parametrize("many", [1, 3])
def test_staff_rows_take_the_same_queries_for_one_and_for_three(many, django_assert_num_queries):
    meeting = sat()
    for _ in range(many):
        AppointmentFactory(case=told(meeting=meeting).case)
    actor = as_actor(holder_of(RoleCode.HR, meeting.panel.organisation))
    with django_assert_num_queries(5):
        assert len(staff_rows(actor)) == many


@pytest.mark.parametrize("many", [1, 3])
def test_sections_take_the_same_queries_for_one_and_for_three(many, django_assert_num_queries):
    decision, _ = not_yet()
    for _ in range(many):
        target_of(decision)
    actor = as_actor(lead_of(decision.case.organisation))
    case = Case.objects.select_related("policy", "sitting", "grade", "vacancy", "person", "journey").get()
    said = {"actor": actor, "sees": sees_of(actor, case), "on": TODAY}
    with django_assert_num_queries(1):
        assert decision_section(case, **said).order == 70
    with django_assert_num_queries(6):
        assert len(plan_section(case, **said).context["plan"].rows) == many
    with django_assert_num_queries(2):
        assert letter_section(case, **said).context["may_name"] is True


def test_sections_are_not_there_without_a_decision_a_plan_or_a_letter():
    decision = told()
    actor = as_actor(lead_of(decision.case.organisation))
    case = decision.case
    said = {"actor": actor, "sees": sees_of(actor, case), "on": TODAY}
    assert plan_section(case, **said) is None
    bare = Case.objects.get()
    other = as_actor(staff_of(case.organisation))
    none = {"actor": other, "sees": sees_of(other, bare), "on": TODAY}
    assert [each(bare, **none) for each in (decision_section, plan_section, letter_section)] == [None, None, None]
