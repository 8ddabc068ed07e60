"""Beginning a case: for the step of one's journey towards a sitting, and for a vacancy, also from outside."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import Membership
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case, Meeting, PanelPolicy
from panels.selectors.wording import about
from panels.services.cases import NO_POLICY, NO_POST, NO_SITTING, NO_STEP, NOT_YOURS, begin_post, begin_step
from pathways.models import LadderVersion
from portfolios.models import Portfolio
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_cases import SUBMIT_BY, council, outsider_of, sitting_taken_up
from tests.factories.panels import DecisionFactory, PanelFactory, case_in
from tests.factories.pathways import choice_in
from tests.factories.people import NOW, GradeFactory, as_actor, staff_of
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return council()


def begun(here, **said):
    return begin_step(**{"journey": here.journey, "meeting": here.meeting, "by": here.by, "at": NOW, **said})


def test_a_case_begins_with_everything_that_is_known(here):
    choice_in("agreed", journey=here.journey)
    case = begun(here)
    assert (case.state, case.kind, case.person, case.step, case.pathway, case.service) == (
        CaseState.DRAFT,
        CaseKind.PROGRESSION,
        here.person,
        "to-bg11",
        "mca-bia",
        "adults",
    )
    assert (case.grade.code, case.manager, case.panel, case.sitting, case.policy) == (
        "BG11",
        here.manager,
        here.panel,
        here.meeting.sitting,
        PanelPolicy.objects.get(),
    )
    assert (case.journey, case.earlier, case.portfolio, case.is_external) == (here.journey, None, None, False)


@pytest.mark.parametrize(
    ("grade", "leads_to", "words"),
    [
        ("BG11", "", "Step up to BG11"),
        ("BG10", "BG10 Experienced", "Step up to BG10 Experienced"),
        (None, "Experienced", "Step up to Experienced"),
    ],
)
def test_a_step_within_a_grade_or_without_one_is_called_by_the_level_it_leads_to(here, grade, leads_to, words):
    ladder = here.journey.ladder
    rungs = [{**rung, "grade": grade} if rung["code"] == "bg11" else rung for rung in ladder.content["rungs"]]
    said = {"content": {**ladder.content, "rungs": rungs}, "checksum": f"{leads_to:c<64}"}
    LadderVersion.objects.filter(pk=ladder.pk).update(**said)
    here.journey.refresh_from_db()
    case = begun(here)
    assert (case.leads_to, about(case)) == (leads_to, words)


def test_beginning_is_one_act_and_the_manager_is_told(here):
    case = begun(here)
    acts = Event.objects.filter(act="panels.case.begin").values_list("from_state", "to_state", "about_id")
    assert list(acts) == [("", "draft", here.person.pk)]
    told = Notice.objects.get(kind="panels.case.begun")
    assert (told.person, told.url) == (here.manager, f"/panels/cases/{case.pk}/word/")


def test_the_portfolio_the_step_calls_for_is_opened_with_the_day_of_the_sitting(here):
    PortfolioTemplateFactory(organisation=here.organisation)
    case = begun(here)
    portfolio = Portfolio.objects.get()
    assert (case.portfolio, portfolio.due_on, portfolio.source, portfolio.reference) == (
        portfolio,
        SUBMIT_BY,
        "journey",
        f"journey {here.journey.pk}",
    )


@pytest.mark.parametrize(("state", "day"), [("gathering", SUBMIT_BY), ("submitted", None)])
def test_a_portfolio_that_is_open_takes_the_day_and_one_handed_in_keeps_its_own(here, state, day):
    moments = {"endorsed_at": NOW, "submitted_at": NOW} if state == "submitted" else {}
    opened = {"source": "journey", "reference": f"journey {here.journey.pk}", "state": state, **moments}
    held = PortfolioFactory(person=here.person, organisation=here.organisation, **opened)
    case = begun(here)
    held.refresh_from_db()
    assert (case.portfolio, held.due_on) == (held, day)


def test_after_a_not_yet_the_next_case_points_at_the_earlier(here):
    told = {"panel": here.panel, "person": here.person, "sitting": here.meeting.sitting}
    first = case_in(CaseState.RELEASED, **told)
    DecisionFactory(case=first, outcome="not_yet")
    assert begun(here).earlier == first


def test_a_case_that_ended_well_is_not_taken_up_again(here):
    first = case_in(CaseState.RELEASED, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    DecisionFactory(case=first, outcome="progressed")
    assert begun(here).earlier is None


def test_nobody_begins_for_somebody_else(here):
    refusals = []
    for by in (here.acting("manager"), here.acting("lead")):
        with pytest.raises(Refused) as refused:
            begun(here, by=by)
        refusals.append(refused.value.reason)
    assert refusals == [NO_STEP, NO_STEP]
    with pytest.raises(Refused, match=NOT_YOURS):
        begun(here, by=replace(here.by, person_id=None))


def test_a_journey_that_has_ended_begins_nothing(here):
    here.journey.state, here.journey.ended_at, here.journey.left_because = "left", NOW, "Another way."
    here.journey.save()
    with pytest.raises(Refused, match="This step needs no panel"):
        begun(here)


def test_a_step_by_interview_is_begun_from_a_vacancy_only(here):
    here.person.posts.get().terms.update(grade=here.organisation.grades.get(code="BG11"), level=None)
    here.journey.step = "to-bg12"
    here.journey.save()
    with pytest.raises(Refused, match="This step needs no panel"):
        begun(here)


@pytest.mark.parametrize("why", ["open", "cancelled", "late", "elsewhere", "purpose"])
def test_a_sitting_that_takes_no_cases_is_refused_at_its_question(here, why):
    meeting = here.meeting
    if why == "open":
        Meeting.objects.update(state="open", opened_at=NOW)
    elif why == "cancelled":
        type(meeting.sitting).objects.update(cancelled_at=NOW, cancelled_because="No room.")
    elif why == "late":
        type(meeting.sitting).objects.update(
            submit_by=here.by.on - timedelta(days=1), endorse_by=here.by.on - timedelta(days=1)
        )
    else:
        place = OrganisationFactory() if why == "elsewhere" else here.organisation
        purpose = "moderation" if why == "purpose" else "progression"
        meeting = sitting_taken_up(PanelFactory(organisation=place, purpose=purpose))
    with pytest.raises(Refused) as refused:
        begun(here, meeting=meeting)
    assert (refused.value.reason, refused.value.field) == (NO_SITTING, "sitting")


def test_a_second_case_for_the_step_waits_until_the_first_is_over(here):
    begun(here)
    with pytest.raises(Refused, match="a case for this step that is not over"):
        begun(here)
    assert Case.objects.count() == 1


def test_without_rules_in_force_nothing_begins(here):
    PanelPolicy.objects.update(valid_to=here.by.on - timedelta(days=1))
    with pytest.raises(Refused, match=NO_POLICY):
        begun(here)


def post_at(here, code="BG12", **said):
    grade = here.organisation.grades.filter(code=code).first() or GradeFactory(
        organisation=here.organisation, code=code
    )
    return VacancyFactory(organisation=here.organisation, grade=grade, **said)


def test_staff_on_the_rung_below_begin_a_post_by_interview(here):
    here.person.posts.get().terms.update(grade=here.organisation.grades.get(code="BG11"), level=None)
    vacancy = post_at(here)
    case = begin_post(vacancy=vacancy, by=here.by, at=NOW)
    assert (case.kind, case.vacancy, case.step, case.grade, case.panel, case.sitting) == (
        CaseKind.APPOINTMENT,
        vacancy,
        "to-bg12",
        vacancy.grade,
        None,
        None,
    )
    assert (case.is_external, case.manager, case.journey) == (False, here.manager, None)


def test_a_journey_along_the_same_step_goes_with_the_post(here):
    here.person.posts.get().terms.update(grade=here.organisation.grades.get(code="BG11"), level=None)
    here.journey.step = "to-bg12"
    here.journey.save()
    assert begin_post(vacancy=post_at(here), by=here.by, at=NOW).journey == here.journey


def test_where_a_panel_comes_first_no_post_is_begun(here):
    with pytest.raises(Refused, match=NO_POST):
        begin_post(vacancy=post_at(here, "BG11"), by=here.by, at=NOW)


def test_a_post_on_no_ladder_can_be_begun_by_staff(here):
    vacancy = VacancyFactory(organisation=here.organisation)
    colleague = as_actor(staff_of(here.organisation))
    case = begin_post(vacancy=vacancy, by=colleague, at=NOW)
    assert (case.step, case.grade, case.manager) == (f"vacancy-{vacancy.pk}", None, None)


def test_somebody_from_outside_begins_with_the_portfolio_for_external_candidates(here):
    vacancy = post_at(here, is_outside=True)
    template = PortfolioTemplateFactory(
        organisation=here.organisation, template="external-candidate", purpose="external"
    )
    case = begin_post(vacancy=vacancy, by=as_actor(outsider_of(here.organisation)), at=NOW)
    portfolio = Portfolio.objects.get()
    assert (case.is_external, case.manager, case.step, case.portfolio, portfolio.template, portfolio.due_on) == (
        True,
        None,
        "to-bg12",
        portfolio,
        template,
        vacancy.closes_on,
    )
    assert (portfolio.source, portfolio.reference) == ("panel", f"case {case.pk}")
    assert not Notice.objects.filter(kind="panels.case.begun").exists()


@pytest.mark.parametrize(
    "said", [{"is_outside": False}, {"is_outside": True, "closed": True}, {"is_outside": True, "planned": True}]
)
def test_from_outside_only_what_is_open_to_people_outside_is_begun(here, said):
    with pytest.raises(Refused, match=NO_POST):
        begin_post(vacancy=post_at(here, **said), by=as_actor(outsider_of(here.organisation)), at=NOW)


def test_who_belongs_there_no_more_begins_nothing(here):
    vacancy, person = post_at(here, is_outside=True), outsider_of(here.organisation)
    Membership.objects.update(until_on=here.by.on - timedelta(days=1))
    with pytest.raises(Refused, match=NO_POST):
        begin_post(vacancy=vacancy, by=as_actor(person), at=NOW)
