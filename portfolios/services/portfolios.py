"""Opening a portfolio, its day, and withdrawing it."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.signatures.selectors.signatures import live_signatures
from academy.engines.signatures.services.signatures import withdraw_all
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import lock_person
from portfolios.choices.portfolios import MOST_REASON, MOST_TITLE, PortfolioState
from portfolios.models import Portfolio, PortfolioTemplate, Section
from portfolios.selectors.templates import content_of_template, templates_for
from portfolios.services.changing import changeable
from portfolios.workflow import PORTFOLIO

NOT_OFFERED = "This template is not in force where you work. Choose one of those shown."


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What opens a portfolio. `source` and `reference` are the opening app's own names for the thing (a journey, an
    ASYE, a course); empty where it is her own wish. `token` is the random name of the form: sent twice, it opens one.
    """

    title: str = ""
    due_on: date | None = None
    source: str = ""
    reference: str = ""
    token: uuid.UUID = field(default_factory=uuid.uuid4)


@command("portfolios.portfolio.open")
def open_portfolio(*, template: PortfolioTemplate, opening: Opening, by: Actor, at: datetime) -> Portfolio:
    """Begin a portfolio of one's own under a template in force where she works, with all its sections.

    Opened again by the same form, or by an app for the same thing, it is the one there is. Refuses who has no post or
    membership, a template that is not in force there, a second one of the same kind by her own wish while the first is
    not handed in, a title over 120 characters, and a day that has gone by.
    """
    if not allows("portfolios.portfolio.open", by) or by.person_id is None:
        raise Refused("Portfolios belong to somebody with a post or a membership. Ask your academy lead to add yours.")
    lock_person(by.person_id)
    there = _there_already(template, opening, by=by)
    if there is not None:
        record(there, about=there.person_id, organisation=there.organisation_id)
        return there
    _judge(template, opening, by=by)
    portfolio = Portfolio.objects.create(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        template=template,
        token=opening.token,
        title=opening.title.strip() or template.title,
        source=opening.source,
        reference=opening.reference,
        due_on=opening.due_on,
        opened_at=at,
        changed_at=at,
    )
    sections = content_of_template(template).sections
    Section.objects.bulk_create(
        Section(portfolio=portfolio, code=each.code, filled_by=each.filled_by, changed_at=at) for each in sections
    )
    moved = ("", PortfolioState.GATHERING)
    record(portfolio, moved=moved, about=portfolio.person_id, organisation=portfolio.organisation_id)
    return portfolio


@command("portfolios.portfolio.plan")
def plan_day(*, portfolio: Portfolio, due_on: date | None, by: Actor, at: datetime) -> Portfolio:
    """Give a portfolio of her own wish another day, or none.

    Refuses others, a day that has gone by, a portfolio that is closed to its author, and one whose day was given by
    what opened it.
    """
    current = changeable(portfolio, by=by)
    if current.source:
        raise Refused("Its day was given by what it is for. It moves when that does.", field="due_on")
    _judge_day(due_on, by=by)
    current.due_on, current.changed_at = due_on, at
    current.save(update_fields=["due_on", "changed_at"])
    record(current, changed=("due_on",), about=current.person_id, organisation=current.organisation_id)
    return current


@command("portfolios.portfolio.move_day")
def move_day(*, portfolio: Portfolio, due_on: date, by: Actor, at: datetime) -> Portfolio:
    """Give a portfolio the day that what opened it has now. A signature stays: the day is no part of what was signed.

    For the app that opened it. Refuses others, one of her own wish, one that was handed in or withdrawn, and a day that
    has gone by.
    """
    if not allows("portfolios.portfolio.change", by, portfolio):
        raise Refused("Only the person whose portfolio it is changes it.")
    current = Portfolio.objects.select_for_update().get(pk=portfolio.pk)
    if not current.source:
        raise Refused("You set its day yourself. Change it on its own page.")
    if current.state in (PortfolioState.SUBMITTED, PortfolioState.WITHDRAWN):
        raise Refused("It is handed in or withdrawn. Its day stays as it was.")
    _judge_day(due_on, by=by)
    current.due_on = due_on
    current.save(update_fields=["due_on"])
    record(current, changed=("due_on",), about=current.person_id, organisation=current.organisation_id)
    return current


@command("portfolios.portfolio.withdraw")
def withdraw(*, portfolio: Portfolio, reason: str, by: Actor, at: datetime) -> Portfolio:
    """End a portfolio that is not handed in. Signatures under it are withdrawn; its pieces stay where they came from.

    Refuses others, no reason, one over 500 characters, and a portfolio that was handed in or withdrawn.
    """
    said = reason.strip()
    if not said:
        raise Refused("Say in a few words why. Only you will see it.", field="reason")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    values = {"withdrawn_because": said, "signer": None, "signer_role": "", "changed_at": at}
    ended = apply(PORTFOLIO, "withdraw", portfolio, by=by, at=at, values=values)
    if live_signatures(ended).exists():
        withdraw_all(thing=ended, because="The portfolio was withdrawn.", by=by, at=at)
    return ended


def _there_already(template: PortfolioTemplate, opening: Opening, *, by: Actor) -> Portfolio | None:
    """The portfolio this form or this thing opened before."""
    own = Portfolio.objects.filter(person_id=by.person_id)
    found: Portfolio | None = own.filter(token=opening.token).first()
    if found is None and opening.source:
        its = {"source": opening.source, "reference": opening.reference, "template__template": template.template}
        found = own.exclude(state=PortfolioState.WITHDRAWN).filter(**its).first()
    return found


def _judge(template: PortfolioTemplate, opening: Opening, *, by: Actor) -> None:
    if template not in templates_for(by.organisation_id, on=by.on):
        raise Refused(NOT_OFFERED)
    if len(opening.title.strip()) > MOST_TITLE:
        raise Refused(f"Use at most {MOST_TITLE} characters.", field="title")
    _judge_day(opening.due_on, by=by)
    if opening.source:
        return
    under_way = Portfolio.objects.under_way().filter(person_id=by.person_id, template__template=template.template)
    if under_way.filter(source="").exists():
        raise Refused("You are gathering one of these already. Hand it in, or withdraw it, before you begin another.")


def _judge_day(due_on: date | None, *, by: Actor) -> None:
    if due_on is not None and due_on < by.on:
        raise Refused("Choose a day to come.", field="due_on")
