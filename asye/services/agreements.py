"""The support and assessment agreement: begun, needs handed in, written, signed by all, renewed (D1-12, D1-20)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from academy.development.services.versions import Citation, cite
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import worded
from asye.choices.enrolments import ASSESSING, MOST_REASON, EnrolmentState
from asye.choices.year import AgreementState
from asye.models import Agreement, Enrolment
from asye.notices import agreements as told
from asye.rules.agreements import TEXTS, agreed_workload, first_words
from asye.selectors.agreements import NEEDS, AgreementPage, agreement_page
from asye.selectors.audience import in_part
from asye.selectors.policies import rules_of
from asye.services.milestones import done
from asye.services.refusing import NOT_YOURS
from asye.services.signing import Name, put_names, withdraw_names
from asye.services.telling import tell
from asye.workflow import AGREEMENT, ENROLMENT

WRITE, PREPARE, SIGN = "asye.agreement.write", "asye.agreement.prepare", "asye.agreement.sign"
CLOSED = "It is being signed or signed. Open it again first, with a reason."
IN_HAND = (AgreementState.DRAFT, AgreementState.SIGNING)


@dataclass(frozen=True, kw_only=True)
class AgreementWords:
    """What the form says. Minutes a session, per cent of a colleague's work, per cent of working time."""

    met_on: date | None
    others_present: str
    background: str
    session_minutes: int
    supervision: str
    workload_percent: int
    workload: str
    protected_percent: Decimal
    protected: str
    nqsw_does: str
    assessor_does: str
    manager_does: str
    coordinator_does: str


@command("asye.agreement.begin")
def begin(*, enrolment: Enrolment, by: Actor, at: datetime) -> Agreement:
    """Begin the agreement of a year, with what its policy says; the one in hand if there is one.

    To be called where the year begins or changes its assessor or employer. What was signed before is the beginning of
    the next, and her needs need not be handed in again.
    """
    rules = rules_of(enrolment.policy)
    in_hand = enrolment.agreements.select_for_update().filter(state__in=IN_HAND).first()
    if in_hand is not None:
        record(in_hand, about=enrolment.person_id, organisation=enrolment.organisation_id)
        return in_hand
    last = enrolment.agreements.order_by("-number").first()
    begun = Agreement(enrolment=enrolment, number=last.number + 1 if last else 1, made_at=at, changed_at=at)
    begun.session_minutes, begun.protected_percent = rules.session_minutes, rules.protected_percent
    begun.workload_percent = agreed_workload(rules)
    for name, text in first_words(rules).items():
        setattr(begun, name, text)
    if last is not None:
        for name in (*TEXTS, "session_minutes", "workload_percent", "protected_percent", "needs_id", "needs_at"):
            setattr(begun, name, getattr(last, name))
    begun.save()
    moved = ("", AgreementState.DRAFT)
    record(begun, moved=moved, about=enrolment.person_id, organisation=enrolment.organisation_id)
    return begun


@command("asye.agreement.hand_in_needs")
def hand_in_needs(*, agreement: Agreement, entry: Any, by: Actor, at: datetime) -> Agreement:
    """She hands in what she needs to learn, at the version that stands now, before the meeting (D1-20).

    Refuses everybody else, an entry that is not hers or not kept, and an agreement that is being signed.
    """
    held = _open(agreement, PREPARE, by=by)
    citation = Citation(purpose=NEEDS, label="ASYE: what you need to learn", reference=f"asye.agreement:{held.pk}")
    held.needs, held.needs_at = cite(entry=entry, citation=citation, by=by, at=at).version, at
    held.changed_at = at
    held.save(update_fields=["needs", "needs_at", "changed_at"])
    record(held, changed=("needs",), about=held.person_id, organisation=held.organisation_id)
    tell(told.TO_WRITE, held, to=in_part(held.enrolment, *ASSESSING, on=by.on), by=by, at=at)
    return held


@command("asye.agreement.write")
def write(*, agreement: Agreement, words: AgreementWords, by: Actor, at: datetime) -> Agreement:
    """Write what is agreed. Refuses who does not write it, a meeting to come, and one that is being signed."""
    held = _open(agreement, WRITE, by=by)
    if words.met_on is not None and words.met_on > by.on:
        raise Refused("Enter the meeting once it was held: today or an earlier day.", field="met_on")
    said = asdict(words)
    changed = tuple(name for name, value in said.items() if getattr(held, name) != value)
    for name in changed:
        setattr(held, name, said[name])
    held.changed_at = at
    held.save(update_fields=[*changed, "changed_at"])
    record(held, changed=changed, about=held.person_id, organisation=held.organisation_id)
    return held


@command("asye.agreement.send")
def send(*, agreement: Agreement, by: Actor, at: datetime) -> Agreement:
    """Send it to be signed by all. Refuses one that lacks something, with the first sentence of what is missing."""
    held = locked(agreement, WRITE, by=by)
    page = agreement_page(held, on=by.on)
    if held.state == AgreementState.DRAFT and page.missing:
        more = f" {len(page.missing) - 1} more stand on its page." if len(page.missing) > 1 else ""
        raise Refused(f"{page.missing[0].says}{more}")
    sent = apply(AGREEMENT, "send", held, by=by, at=at)
    tell(told.TO_SIGN, sent, to=page.names.holders, by=by, at=at)
    return sent


@command("asye.agreement.reopen")
def reopen(*, agreement: Agreement, reason: str, by: Actor, at: datetime) -> Agreement:
    """Open it again while not all have signed: the names under it are withdrawn, with the reason beside each."""
    said = worded(reason, field="note", most=MOST_REASON)
    held = locked(agreement, WRITE, by=by)
    opened = apply(AGREEMENT, "reopen", held, by=by, at=at, note=said)
    withdraw_names(opened, because=said, by=by, at=at)
    return opened


@command("asye.agreement.sign")
def sign(*, agreement: Agreement, name: Name, by: Actor, at: datetime) -> Agreement:
    """Sign what one read, in the part one has. The last name makes it hold: the one before is replaced, its date is
    done, and a year that waited for it begins.

    Refuses who has no part in it, who has signed, and content other than what she read or than others signed.
    """
    held = locked(agreement, SIGN, by=by)
    if held.state != AgreementState.SIGNING:
        raise Refused("It is not being signed. Open its page to see how it stands.")
    page = agreement_page(held, on=by.on)
    rules = rules_of(held.enrolment.policy)
    whose = held.enrolment
    left = put_names(held, name, required=rules.agreement_signs, now=page.sha256, enrolment=whose, by=by, at=at)
    if left:
        record(held, note="signed", about=held.person_id, organisation=held.organisation_id)
        return held
    for before in whose.agreements.filter(state=AgreementState.SIGNED):
        replace_signed(agreement=before, by=by, at=at)
    whole = apply(AGREEMENT, "complete", held, by=by, at=at)
    _begin_year(whose, page, by=by, at=at)
    tell(told.SIGNED, whole, to=page.names.holders, by=by, at=at)
    return whole


@command("asye.agreement.replace")
def replace_signed(*, agreement: Agreement, by: Actor, at: datetime) -> Agreement:
    """The one that held gives way to the one all have signed now."""
    return apply(AGREEMENT, "replace", agreement, by=by, at=at)


@command("asye.enrolment.begin")
def begin_year(*, enrolment: Enrolment, by: Actor, at: datetime) -> Enrolment:
    """The year that waited for its agreement is under way, since all have signed it."""
    return apply(ENROLMENT, "begin", enrolment, by=by, at=at)


def locked(agreement: Agreement, permission: str, *, by: Actor) -> Agreement:
    """The agreement as it is stored, held until the command ends. Refuses whoever may not; she learns nothing else."""
    held = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("enrolment__person", "enrolment__policy", "needs")
        .get(pk=agreement.pk)
    )
    if not allows(permission, by, held.enrolment):
        raise Refused(NOT_YOURS)
    return held


def _open(agreement: Agreement, permission: str, *, by: Actor) -> Agreement:
    held = locked(agreement, permission, by=by)
    if held.state != AgreementState.DRAFT:
        raise Refused(CLOSED)
    return held


def _begin_year(enrolment: Enrolment, page: AgreementPage, *, by: Actor, at: datetime) -> None:
    """The first plan is agreed with it; a year that waited for its agreement is under way."""
    plans = {goal.plan_id for goal in page.goals}
    enrolment.plans.filter(pk__in=plans, agreed_on=None).update(agreed_on=by.on)
    done(enrolment, "agreement", by.on)
    if enrolment.state == EnrolmentState.AGREEMENT_DUE:
        begin_year(enrolment=enrolment, by=by, at=at)
