"""What is known as a case is to be handed in: its last days, its portfolio, who endorsed it, the register."""

from datetime import date
from typing import Any

from django.utils import timezone

from academy.people.choices.vacancies import VacancyState
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.people.rules.registrations import is_registered_on
from asye.selectors.enrolling import registrations_of
from panels.choices.cases import CaseKind
from panels.choices.panels import MeetingState
from panels.models import Case, Meeting
from panels.rules.handing_in import HandingIn
from panels.selectors.endorsed import endorsement_of
from panels.selectors.policies import rules_of
from panels.selectors.portfolios import portfolio_of
from panels.selectors.steps import mechanisms_of
from portfolios.choices.portfolios import SignerRole
from portfolios.selectors.signing import chain_of
from portfolios.selectors.snapshots import latest_snapshot

GONE = (VacancyState.FILLED, VacancyState.WITHDRAWN)


def handing_of(case: Case, *, on: date, is_own_work: bool = False) -> HandingIn:
    """What is judged on the day of a step up or of a post by interview. Ten queries at most."""
    portfolio = portfolio_of(case)
    snapshot = latest_snapshot(portfolio) if portfolio is not None else None
    return HandingIn(
        on=on,
        submit_by=closes_on(case) or on,
        endorse_by=_endorse_by(case, portfolio),
        extended_until=extended_until(case),
        is_cancelled=_is_gone(case),
        takes_cases=_takes_cases(case),
        late_needs_extension=rules_of(case.policy).late_needs_extension,
        kind=CaseKind(case.kind),
        mechanisms=mechanisms_of(case),
        snapshot_on=timezone.localdate(snapshot.taken_at) if snapshot else None,
        endorsed_on=endorsement_of(snapshot)[0],
        is_registered=_is_registered(case, on=on),
        has_formal_open=case.has_formal_open,
        is_own_work=is_own_work,
    )


def closes_on(case: Case) -> date | None:
    """The last day to hand in to its sitting, or to apply for its vacancy, without more time; None for an ASYE that has
    no sitting yet."""
    if case.sitting is not None:
        return case.sitting.submit_by
    return case.vacancy.closes_on if case.vacancy is not None else None


def extended_until(case: Case) -> date | None:
    """The last day of the longest extension; None without one. One query."""
    day: date | None = case.extensions.order_by("-until_on").values_list("until_on", flat=True).first()
    return day


def _endorse_by(case: Case, portfolio: Any) -> date | None:
    """Nobody endorses for somebody from outside, nor where the template has no line manager sign."""
    if case.is_external or (portfolio is not None and SignerRole.LINE_MANAGER not in chain_of(portfolio)):
        return None
    return case.sitting.endorse_by if case.sitting is not None else closes_on(case)


def _is_gone(case: Case) -> bool:
    if case.kind == CaseKind.APPOINTMENT:
        return case.vacancy is None or case.vacancy.state in GONE
    return case.sitting is not None and case.sitting.is_cancelled


def _takes_cases(case: Case) -> bool:
    """Is the panel still gathering? A vacancy takes applications until its last day."""
    if case.sitting is None:
        return True
    return Meeting.objects.filter(sitting=case.sitting, state=MeetingState.GATHERING).exists()


def _is_registered(case: Case, *, on: date) -> bool:
    """Is she on a register, or does her work need none?"""
    registered = registrations_of([case.person_id]).get(case.person_id, ())
    return is_registered_on(on, registered) or not _needs_register(case, on=on)


def _needs_register(case: Case, *, on: date) -> bool:
    """As the job of the vacancy says; of a step up, unless none of her jobs there is a registered one."""
    if case.vacancy is not None:
        return bool(case.vacancy.job_role.is_registered)
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=case.person_id)
    jobs = held.filter(post__organisation_id=case.organisation_id).order_by()
    registered = list(jobs.values_list("job_role__is_registered", flat=True))
    return any(registered) or not registered
