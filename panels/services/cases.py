"""Beginning a case: for the step of one's journey towards a sitting, or for an open vacancy."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Vacancy
from academy.people.rules.spans import in_words
from academy.people.selectors.vacancies import vacancies_for
from academy.people.services.judging import lock_person, require
from panels.choices.cases import CaseState
from panels.models import Case, Meeting, PanelPolicy
from panels.notices import cases as told
from panels.rules.handing_in import can_begin
from panels.selectors.beginnings import (
    Beginning,
    earlier_of,
    open_meetings,
    own_journeys,
    post_beginning,
    states_for,
    step_beginning,
)
from panels.selectors.handing_in import closes_on
from panels.selectors.policies import policy_in_force, rules_of
from panels.selectors.portfolios import opened_as, portfolio_of, template_of
from panels.services.telling import tell
from portfolios.choices.portfolios import PortfolioState
from portfolios.services.portfolios import Opening, move_day, open_portfolio

BEGIN = "panels.case.begin"
NOT_YOURS = "Only the person herself begins a case of hers."
NO_STEP = "This step needs no panel, or it does not lead on from where you stand. Your ladder says how it is made."
NO_SITTING = "No sitting that still takes cases is chosen. Choose one of those shown."
NO_POST = "This vacancy takes no applications now, or a panel comes first. Your ladder says how the step is made."
NO_POLICY = "No rules of a panel are in force here. Ask your academy lead."


@command("panels.case.begin")
def begin_step(*, journey: Any, meeting: Meeting, by: Actor, at: datetime) -> Case:
    """Begin a case for the step of one's own journey, towards a sitting that still takes cases, under the rules in
    force today. The portfolio the step calls for is opened with it, or takes the sitting's day where it is open.

    Refuses somebody else's journey, one that has ended or whose step needs no panel, a sitting the panel has not taken
    up or that takes no more, and a second case for the step beside one that is not over. Her line manager is told.
    """
    _herself(by)
    found = step_beginning(journey, by) if journey in own_journeys(by) else None
    if found is None or not found.is_to_panel:
        raise Refused(NO_STEP)
    if meeting not in open_meetings(found.organisation_id, found.purpose, on=by.on):
        raise Refused(NO_SITTING, field="sitting")
    return _begin(found, meeting, by=by, at=at)


@command("panels.case.begin_post")
def begin_post(*, vacancy: Vacancy, by: Actor, at: datetime) -> Case:
    """Begin a case for an open vacancy, whose holder is chosen at an interview with the portfolio in view (S2-198);
    somebody from outside may, where she belongs as a candidate and the vacancy is open to people outside (S2-89).

    Refuses a vacancy she cannot apply for today, one to whose grade a panel leads from where she stands, and a second
    case for the same.
    """
    _herself(by)
    found = post_beginning(vacancy, by) if _is_open_to(vacancy, by) else None
    if found is None:
        raise Refused(NO_POST)
    return _begin(found, None, by=by, at=at)


def _herself(by: Actor) -> None:
    """Two presses at once begin one case."""
    person = Person.objects.filter(pk=by.person_id).first()
    if person is None or not allows(BEGIN, by, person):
        raise Refused(NOT_YOURS)
    lock_person(person.pk)


def _begin(found: Beginning, meeting: Meeting | None, *, by: Actor, at: datetime) -> Case:
    require(can_begin(states_for(by.person_id, found.organisation_id, found.code)))
    policy = _policy(found, meeting, on=by.on)
    case = Case.objects.create(
        organisation_id=found.organisation_id,
        kind=found.kind,
        person_id=by.person_id,
        policy=policy,
        panel=meeting.panel if meeting else None,
        sitting=meeting.sitting if meeting else None,
        journey=found.journey,
        step=found.code,
        leads_to=found.leads_to,
        pathway=found.pathway.code if found.pathway else "",
        service=found.service,
        grade=found.grade,
        vacancy=found.vacancy,
        earlier=earlier_of(by.person_id, found.organisation_id, found.code),
        manager=found.manager,
        names=rules_of(policy).names,
        is_external=found.is_external,
        begun_at=at,
        moved_at=at,
    )
    case.portfolio = _with_portfolio(case, by=by, at=at)
    case.save(update_fields=["portfolio"])
    record(case, moved=("", CaseState.DRAFT), about=case.person_id, organisation=case.organisation_id)
    if found.manager is not None:
        url = reverse("panels:vouch", args=[case.pk])
        tell(told.BEGUN, case, to=[found.manager], by=by, at=at, url=url, due=in_words(_last(case, by)))
    return case


def _policy(found: Beginning, meeting: Meeting | None, *, on: date) -> PanelPolicy:
    held = meeting.panel if meeting is not None else found.vacancy
    policy = policy_in_force(held.organisation, found.purpose, on) if held is not None else None
    if policy is None:
        raise Refused(NO_POLICY)
    return policy


def _with_portfolio(case: Case, *, by: Actor, at: datetime) -> Any:
    """The portfolio opened for it with its day; None where no template is in force."""
    held, day = portfolio_of(case), _last(case, by)
    if held is not None:
        moves = held.source and held.state != PortfolioState.SUBMITTED and held.due_on != day
        return move_day(portfolio=held, due_on=day, by=by, at=at) if moves else held
    template = template_of(case, on=by.on)
    if template is None:
        return None
    source, reference = opened_as(case)
    opening = Opening(due_on=day, source=source, reference=reference)
    return open_portfolio(template=template, opening=opening, by=by, at=at)


def _last(case: Case, by: Actor) -> date:
    """The last day to hand in; today where a sitting takes cases later than its day."""
    return max(closes_on(case) or by.on, by.on)


def _is_open_to(vacancy: Vacancy, by: Actor) -> bool:
    return vacancies_for(by).filter(pk=vacancy.pk).exists()
