"""A pause, an extension or other hours: proposed, agreed by all who must, and then the dates move (D1-71 to D1-74)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import worded
from asye.choices.enrolments import MOST_REASON, UNDER_WAY, Role
from asye.choices.year import ChangeState
from asye.models import Change, Consent, Enrolment
from asye.notices import changes as told
from asye.rules.changes import Proposal, fault_in, kept, speaks_past_ceiling
from asye.rules.policy import AsyeRules
from asye.selectors.changes import Moves, moves_of, pauses_of, proposal_of
from asye.selectors.parts import roles_of
from asye.selectors.policies import rules_of
from asye.selectors.timetable import running_of
from asye.services.changes_told import tell_of_change
from asye.services.milestones import set_dates
from asye.services.pauses import keep_in_step
from asye.services.refusing import NOT_YOURS
from asye.services.signing import signing_as
from asye.workflow import CHANGE

SETTLED = "It is settled already. Open its page to see how."
ANSWERED = "You have said it already. As long as not everybody has agreed you can take it back."


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one of those who must agree says, and in which words."""

    agrees: bool
    words: str = ""


@command("asye.change.propose")
def propose(
    *, enrolment: Enrolment, proposal: Proposal, token: UUID, agrees: bool = False, by: Actor, at: datetime
) -> Change:
    """Propose a change; `agrees` says in the same press that whoever proposes it agrees in her own part.

    Refuses who has no part in the year and does not run it, a year that does not run, capability and every other reason
    that is not the policy's, days before the year or within another pause, hours she has already, an extension without
    words, and a second proposal of the same kind. The same form sent twice is one proposal.
    """
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "policy").get(pk=enrolment.pk)
    if not allows("asye.change.propose", by, held) or by.person_id is None:
        raise Refused(NOT_YOURS)
    before = held.changes.filter(token=token).first()
    if before is not None:
        raise Refused("This was sent already. You find it on the record of the year.")
    _require_proposable(held, proposal)
    made = Change.objects.create(
        enrolment=held,
        kind=proposal.kind,
        token=token,
        reason=proposal.reason,
        words=proposal.words.strip(),
        from_on=proposal.from_on,
        until_on=proposal.until_on,
        fte=proposal.fte,
        weeks=proposal.weeks,
        proposed_by_id=by.person_id,
        proposed_at=at,
    )
    record(made, moved=("", ChangeState.PROPOSED), about=held.person_id, organisation=held.organisation_id)
    tell_of_change(told.TO_AGREE, made, end_on=moves_of(held, proposal).after.end_on, by=by, at=at)
    return consent(change=made, answer=Answer(agrees=True), by=by, at=at) if agrees else made


@command("asye.change.consent")
def consent(*, change: Change, answer: Answer, by: Actor, at: datetime) -> Change:
    """Agree, or say why not, in every part one has among those who must agree. The last to agree makes it hold: the
    dates are set anew, a pause that covers the day begins. One who does not agree ends it.

    Refuses who has no such part, who has said it, a refusal without words, and where the year would end past its
    ceiling a co-ordinator's agreement that does not say how it goes on.
    """
    held = _locked(change)
    enrolment, rules = held.enrolment, rules_of(held.enrolment.policy)
    roles = _open_to(held, rules, by=by)
    words = worded(answer.words, field="words", most=MOST_REASON)
    moves = moves_of(enrolment, proposal_of(held))
    if not answer.agrees:
        return _refuse(held, roles, words, moves=moves, by=by, at=at)
    if moves.after.is_over_ceiling and speaks_past_ceiling(rules) in roles and not words:
        raise Refused("The year would end after its ceiling. Say how it goes on.", field="words")
    _keep(held, roles, Answer(agrees=True, words=words), by=by, at=at)
    if _is_whole(held, rules):
        return _agree(held, rules, moves=moves, by=by, at=at)
    record(held, note="agreed", about=enrolment.person_id, organisation=enrolment.organisation_id)
    return held


@command("asye.change.take_consent_back")
def take_consent_back(*, change: Change, by: Actor, at: datetime) -> Change:
    """Take back what one agreed to, as long as not everybody has agreed. What was said stays, withdrawn."""
    held = _locked(change)
    if not allows("asye.change.consent", by, held.enrolment):
        raise Refused(NOT_YOURS)
    if held.state != ChangeState.PROPOSED:
        raise Refused(SETTLED)
    if not held.consents.filter(person_id=by.person_id, withdrawn_at=None).update(withdrawn_at=at):
        raise Refused("There is nothing of yours to take back.")
    record(held, note="taken back", about=held.person_id, organisation=held.organisation_id)
    return held


@command("asye.change.withdraw")
def withdraw(*, change: Change, by: Actor, at: datetime) -> Change:
    """Take a proposal back before everybody has agreed."""
    held = _locked(change)
    withdrawn = apply(CHANGE, "withdraw", held, by=by, at=at)
    before = moves_of(held.enrolment, proposal_of(held)).before
    tell_of_change(told.TAKEN_BACK, held, end_on=before.end_on, by=by, at=at)
    return withdrawn


@command("asye.change.report")
def report(*, change: Change, by: Actor, at: datetime) -> Change:
    """Note that the national body was told of it (D1-72). Refuses who neither co-ordinates nor runs the year, what is
    not agreed, and what is noted."""
    held = _locked(change)
    if not allows("asye.enrolment.run", by, held.enrolment) or by.person_id is None:
        raise Refused(NOT_YOURS)
    if held.state != ChangeState.AGREED or held.reported_at is not None:
        raise Refused("There is nothing to note: it is not agreed, or it was noted.")
    held.reported_at, held.reported_by_id = at, by.person_id
    held.save(update_fields=["reported_at", "reported_by"])
    record(held, changed=("reported_at",), about=held.person_id, organisation=held.organisation_id)
    return held


def _locked(change: Change) -> Change:
    """The change as it is stored, and its year: both held until the command ends, the change first."""
    held = Change.objects.select_for_update().get(pk=change.pk)
    years = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "policy")
    held.enrolment = years.get(pk=held.enrolment_id)
    return held


def _require_proposable(enrolment: Enrolment, proposal: Proposal) -> None:
    if enrolment.state not in UNDER_WAY:
        raise Refused("The year does not run now, so its dates are not changed.")
    if enrolment.changes.filter(kind=proposal.kind, state=ChangeState.PROPOSED).exists():
        raise Refused("One of this kind waits for agreement. Take that back first, or wait until it is settled.")
    rules = rules_of(enrolment.policy)
    fault = fault_in(proposal, running=running_of(enrolment), rules=rules, pauses=pauses_of(enrolment))
    if fault is not None:
        raise Refused(fault.says, field=fault.field)


def _open_to(change: Change, rules: AsyeRules, *, by: Actor) -> list[Role]:
    """The parts in which the actor can still say something."""
    hers = roles_of(by, change.enrolment)
    mine = [role for role in rules.consents if role in hers]
    if not mine or by.person_id is None:
        raise Refused(NOT_YOURS)
    if change.state != ChangeState.PROPOSED:
        raise Refused(SETTLED)
    said = set(change.consents.filter(withdrawn_at=None).values_list("role", flat=True))
    left = [role for role in mine if role not in said]
    if not left:
        raise Refused(ANSWERED)
    return left


def _keep(change: Change, roles: list[Role], answer: Answer, *, by: Actor, at: datetime) -> None:
    for role in roles:
        Consent.objects.create(
            change=change,
            role=role,
            person_id=by.person_id,
            signed_for_id=signing_as(role, change.enrolment, by=by).on_behalf_of_id,
            agrees=answer.agrees,
            words=answer.words,
            given_at=at,
        )


def _is_whole(change: Change, rules: AsyeRules) -> bool:
    agreed = set(change.consents.filter(withdrawn_at=None, agrees=True).values_list("role", flat=True))
    return agreed >= set(rules.consents)


def _refuse(change: Change, roles: list[Role], words: str, *, moves: Moves, by: Actor, at: datetime) -> Change:
    if not words:
        raise Refused("Say why not. Everybody who has a part in the year reads it.", field="words")
    _keep(change, roles, Answer(agrees=False, words=words), by=by, at=at)
    refused = apply(CHANGE, "refuse", change, by=by, at=at)
    tell_of_change(told.REFUSED, change, end_on=moves.before.end_on, by=by, at=at)
    return refused


def _agree(change: Change, rules: AsyeRules, *, moves: Moves, by: Actor, at: datetime) -> Change:
    spoken = change.consents.filter(role=speaks_past_ceiling(rules), withdrawn_at=None).exclude(words="")
    if moves.after.is_over_ceiling and not spoken.exists():
        raise Refused(
            "The year would end after its ceiling, and nobody has said how it goes on. The co-ordinator takes back "
            "what she said and says it with words."
        )
    values = {"timetable": kept(moves.before, moves.after)}
    agreed = apply(CHANGE, "agree", change, by=by, at=at, values=values)
    set_dates(change.enrolment, by=by, at=at)
    keep_in_step(change.enrolment, by=by, at=at)
    tell_of_change(told.AGREED, change, end_on=moves.after.end_on, by=by, at=at)
    return agreed
