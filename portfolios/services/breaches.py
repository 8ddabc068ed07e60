"""Breaches of confidentiality found in a portfolio (D7-04): minor ones are corrected within hours, major ones are not
accepted and information governance is told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Outsider
from academy.engines.signatures.services.signatures import withdraw_all
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.selectors.holders import holders
from portfolios.choices.portfolios import MOST_WHERE, ExemplarState, PortfolioState, Severity
from portfolios.models import Breach, Exemplar, Portfolio, Snapshot
from portfolios.notices import breaches as told
from portfolios.rules.policy import EvidenceRules
from portfolios.selectors.policies import policy_for
from portfolios.services.exemplars import remove
from portfolios.services.signing import NOBODY, locked
from portfolios.workflow import BREACH, PORTFOLIO

NOTE = "portfolios.breach.note"
BECAUSE = "Somebody could be told from it."
SENT_BACK = (PortfolioState.SIGNING, PortfolioState.ENDORSED, PortfolioState.SUBMITTED)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found: how grave, where it stands and of what kind, and in which snapshot, where it was in one."""

    severity: Severity
    where: str
    snapshot: Snapshot | None = None


@command("portfolios.breach.note")
def note_breach(*, portfolio: Portfolio, found: Found, by: Actor, at: datetime) -> Breach:
    """Note that somebody could be told from a portfolio one reads, or from what was handed in. It goes back to its
    author, signatures withdrawn, unless it is open to her or whoever found it was let read that one version only.

    A minor one is to be corrected within the hours of the evidence policy; a major one is not accepted, whom the policy
    names is told, and examples of it leave the library. Refuses whoever may not read it, the author herself, no place,
    and another's snapshot.
    """
    if found.snapshot is not None and found.snapshot.portfolio_id != portfolio.pk:
        raise Refused("That version is of another portfolio. Open the page again.")
    held = locked(portfolio, NOTE, by=by, through=found.snapshot)
    where = _said(found.where)
    rules = policy_for(held.organisation_id, by.on)
    breach = Breach.objects.create(
        portfolio=held,
        snapshot=found.snapshot,
        severity=found.severity,
        where=where,
        found_by_id=by.person_id,
        found_at=at,
        correct_by=at + timedelta(hours=rules.breach_hours) if found.severity == Severity.MINOR else None,
        governance_told_at=at if found.severity == Severity.MAJOR else None,
    )
    record(breach, note=found.severity, about=held.person_id, organisation=held.organisation_id)
    if held.state in SENT_BACK and allows(NOTE, by, held):
        _send_back(portfolio=held, by=by, at=at)
    _tell_author(breach, by=by, at=at)
    if found.severity == Severity.MAJOR:
        _tell_governance(breach, rules, by=by, at=at)
        _remove_examples(breach, by=by, at=at)
        return settle(breach=breach, is_corrected=False, by=by, at=at)
    return breach


@command("portfolios.breach.settle")
def settle(*, breach: Breach, is_corrected: bool, by: Actor, at: datetime) -> Breach:
    """Say that it is corrected, or that the portfolio is not accepted with it. Its author is told.

    Refuses whoever neither found it nor is the academy, and a breach that is settled.
    """
    settled = apply(BREACH, "correct" if is_corrected else "refuse", breach, by=by, at=at)
    if settled.severity == Severity.MINOR:
        context = told.BreachContext(who=by.label, by_when="", url=settled.get_absolute_url())
        kind = told.CORRECTED if is_corrected else told.REFUSED
        notices.send(kind=kind, to=settled.portfolio.person, context=context, by=by, at=at)
    return settled


@command("portfolios.portfolio.send_back")
def _send_back(*, portfolio: Portfolio, by: Actor, at: datetime) -> Portfolio:
    withdraw_all(thing=portfolio, because=BECAUSE, by=by, at=at)
    return apply(PORTFOLIO, "send_back", portfolio, by=by, at=at, values=NOBODY)


def _remove_examples(breach: Breach, *, by: Actor, at: datetime) -> None:
    """Of the version it was found in; of every version, where it was found in the portfolio as it stands. Whoever found
    it need not be the academy, so it is the portal's own act."""
    portal = Actor.system("breaches", on=by.on)
    its = Exemplar.objects.exclude(state=ExemplarState.TAKEN_BACK).order_by("pk")
    found = {"snapshot": breach.snapshot} if breach.snapshot else {"snapshot__portfolio": breach.portfolio}
    for exemplar in its.filter(**found):
        remove(exemplar=exemplar, because=BECAUSE, by=portal, at=at)


def _said(where: str) -> str:
    said = where.strip()
    if not said:
        raise Refused("Say in which section or file it stands and what kind it is. Leave the name out.", field="where")
    if len(said) > MOST_WHERE:
        raise Refused(f"Use at most {MOST_WHERE:,} characters.", field="where")
    return said


def _tell_author(breach: Breach, *, by: Actor, at: datetime) -> None:
    """The author is told what it is and by when, and of nothing that could be read from a mail."""
    by_when = ""
    if breach.correct_by is not None:
        by_when = f"{timezone.localtime(breach.correct_by):%-d %B %Y, %H:%M}"
    context = told.BreachContext(who=by.label, by_when=by_when, url=breach.get_absolute_url())
    kind = told.MINOR if breach.severity == Severity.MINOR else told.MAJOR
    notices.send(kind=kind, to=breach.portfolio.person, context=context, by=by, at=at)


def _tell_governance(breach: Breach, rules: EvidenceRules, *, by: Actor, at: datetime) -> None:
    """Whom the evidence policy names: the holders of a role, and an address outside the portal."""
    context = told.GovernanceContext(
        who=by.label, organisation=breach.portfolio.organisation.name, number=breach.pk, url=breach.get_absolute_url()
    )
    for person in holders(rules.tells_role, organisation_id=breach.organisation_id, on=by.on):
        if person.pk != breach.person_id:
            notices.send(kind=told.GOVERNANCE, to=person, context=context, by=by, at=at)
    if rules.tells_address:
        outsider = Outsider("colleague", rules.tells_address)
        notices.send_outside(kind=told.GOVERNANCE_OUTSIDE, to=outsider, context=context, by=by, at=at)
