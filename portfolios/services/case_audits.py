"""Case audits: asked of a colleague, or begun by the auditor; graded on the scale of the policy with comments, or sent
back (S2-70 to S2-72).
"""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongs_to
from academy.people.services.judging import lock_person
from portfolios.choices.evidence import MOST_REASON, MOST_WORDS, EvidenceKind, EvidenceState
from portfolios.models import CaseAudit, Evidence
from portfolios.notices.evidence import AUDIT_ASKED, AUDIT_BEGUN, AUDIT_GRADED, EVIDENCE_CALLED_BACK, EVIDENCE_SENT_BACK
from portfolios.rules.case_audits import reference_fault
from portfolios.selectors.case_audits import relation_of
from portfolios.selectors.policies import policy_for
from portfolios.services.told import tell
from portfolios.workflow import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Case:
    """Which case is to be audited, by a reference without names; live where it is talked over beside the record."""

    reference: str
    is_live: bool = True


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the auditor makes of it: a grade of the frozen scale, why, and on which day she audited."""

    grade: str
    comments: str
    audited_on: date | None
    is_live: bool = True


@command("portfolios.audit.ask")
def ask(*, case: Case, auditor: Person, token: uuid.UUID, by: Actor, at: datetime) -> Evidence:
    """Ask a colleague to audit one of one's cases. The scale is the policy's of that day and stays with the audit.

    Refuses who has no post where she acts, a form sent twice, oneself, people of other organisations, and a reference
    that tells who somebody is.
    """
    person_id, organisation_id = by.person_id, by.organisation_id
    if not allows("portfolios.evidence.begin", by) or person_id is None or organisation_id not in by.staff_of:
        raise Refused("Evidence is gathered where you have a post. Choose that organisation first.")
    named = _named(case, organisation_id, by=by)
    made = _prepared(person_id, organisation_id, case=named, token=token, at=at)
    _audit_by(made, auditor, case=named, by=by)
    asked = apply(EVIDENCE, "ask", made, by=by, at=at, values={"changed_at": at})
    tell(AUDIT_ASKED, asked, to=auditor, by=by, at=at)
    return asked


@command("portfolios.audit.ask_again")
def ask_again(*, evidence: Evidence, case: Case, auditor: Person, by: Actor, at: datetime) -> Evidence:
    """Ask again, or somebody else, after it was sent back or called back. Refuses what `ask` refuses."""
    held = _own_audit(evidence, by=by)
    if held.state != EvidenceState.DRAFT:
        raise Refused("It waits for the auditor already. Take it back first.")
    named = _named(case, held.organisation_id, by=by)
    _audit_by(held, auditor, case=named, by=by)
    Evidence.objects.filter(pk=held.pk).update(title=_title(named))
    asked = apply(EVIDENCE, "ask", held, by=by, at=at, values={"returned_because": "", "changed_at": at})
    tell(AUDIT_ASKED, asked, to=auditor, by=by, at=at)
    return asked


@command("portfolios.audit.begin_for")
def begin_for(*, person: Person, case: Case, token: uuid.UUID, by: Actor, at: datetime) -> Evidence:
    """The auditor begins the audit of a colleague's case; the colleague is told, and it is among her evidence.

    Refuses who neither manages her nor holds a role that audits where she works, oneself, and what `ask` refuses.
    """
    if not allows("portfolios.audit.begin", by, person) or by.person_id is None or by.organisation_id is None:
        raise Refused("Audits are begun by her line manager, or by who holds a role for it where she works.")
    if person.pk == by.person_id or not belongs_to(person.pk, by.organisation_id, by.on):
        raise Refused("Choose somebody else of your organisation.")
    named = _named(case, by.organisation_id, by=by)
    made = _prepared(person.pk, by.organisation_id, case=named, token=token, at=at, is_begun=True)
    _audit_by(made, Person.objects.get(pk=by.person_id), case=named, by=by)
    record(made, moved=("", EvidenceState.ASKED), about=made.person_id, organisation=made.organisation_id)
    tell(AUDIT_BEGUN, made, to=person, by=by, at=at)
    return made


@command("portfolios.audit.grade")
def grade(*, evidence: Evidence, verdict: Verdict, by: Actor, at: datetime) -> Evidence:
    """Say the grade and why: the audit is complete, and the practitioner is told. Whether it was independent is what
    the auditor was to her on that day (S2-71).

    Refuses who was not asked, a grade that is not on the frozen scale, no comments, and a day to come.
    """
    audit = _audit_of(evidence)
    comments = verdict.comments.strip().replace("\r\n", "\n")
    if verdict.grade not in audit.scale:
        raise Refused("Choose one of the grades shown.", field="grade")
    if not comments or len(comments) > MOST_WORDS:
        raise Refused(f"Say why, in {MOST_WORDS:,} characters at most. She reads it.", field="comments")
    if verdict.audited_on is None or verdict.audited_on > by.on:
        raise Refused("Write the day you audited, a day that has been.", field="audited_on")
    values = {"happened_on": verdict.audited_on, "changed_at": at}
    graded = apply(EVIDENCE, "answer", evidence, by=by, at=at, values=values)
    CaseAudit.objects.filter(pk=graded.pk).update(
        grade=verdict.grade,
        comments=comments,
        is_live=verdict.is_live,
        audited_at=at,
        relation=relation_of(audit.auditor_id, graded, on=verdict.audited_on),
    )
    tell(AUDIT_GRADED, graded, to=graded.person, by=by, at=at)
    return graded


@command("portfolios.audit.send_back")
def send_back(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Say why one does not audit it; the practitioner may ask somebody else. Refuses no reason."""
    _audit_of(evidence)
    said = reason.strip()
    if not 0 < len(said) <= MOST_REASON:
        raise Refused(f"Say why, in {MOST_REASON} characters at most. She reads it.", field="reason")
    values = {"returned_because": said, "changed_at": at}
    sent_back = apply(EVIDENCE, "send_back", evidence, by=by, at=at, values=values)
    tell(EVIDENCE_SENT_BACK, sent_back, to=sent_back.person, by=by, at=at)
    return sent_back


@command("portfolios.audit.call_back")
def call_back(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Take back what was asked before it is graded; the auditor is told."""
    audit = _audit_of(evidence)
    called_back = apply(EVIDENCE, "call_back", evidence, by=by, at=at, values={"changed_at": at})
    tell(EVIDENCE_CALLED_BACK, called_back, to=audit.auditor, by=by, at=at)
    return called_back


@command("portfolios.audit.withdraw")
def withdraw(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Take an audit out of one's evidence, with a reason only she reads. What was handed in keeps its copy."""
    audit, said = _audit_of(evidence), reason.strip()
    if not 0 < len(said) <= MOST_REASON:
        raise Refused(f"Say why, in {MOST_REASON} characters at most. Only you will see it.", field="reason")
    waited = evidence.state == EvidenceState.ASKED
    values = {"withdrawn_because": said, "changed_at": at}
    withdrawn = apply(EVIDENCE, "withdraw", evidence, by=by, at=at, values=values)
    if waited:
        tell(EVIDENCE_CALLED_BACK, withdrawn, to=audit.auditor, by=by, at=at)
    return withdrawn


def _named(case: Case, organisation_id: int, *, by: Actor) -> Case:
    """The case as it is kept. Refuses a reference that tells who somebody is."""
    reference = case.reference.strip()
    fault = reference_fault(reference, masks=policy_for(organisation_id, by.on).case_masks)
    if fault:
        raise Refused(fault, field="reference")
    return replace(case, reference=reference)


def _prepared(
    person_id: int, organisation_id: int, *, case: Case, token: uuid.UUID, at: datetime, is_begun: bool = False
) -> Evidence:
    """The piece, not asked for yet unless its auditor begins it. Refuses a form sent twice."""
    lock_person(person_id)
    if Evidence.objects.filter(person_id=person_id, token=token).exists():
        raise Refused("This was sent already. You find it among the evidence.")
    made: Evidence = Evidence.objects.create(
        person_id=person_id,
        organisation_id=organisation_id,
        token=token,
        kind=EvidenceKind.AUDIT,
        title=_title(case),
        state=EvidenceState.ASKED if is_begun else EvidenceState.DRAFT,
        asked_at=at if is_begun else None,
        created_at=at,
        changed_at=at,
    )
    return made


def _audit_by(evidence: Evidence, auditor: Person, *, case: Case, by: Actor) -> None:
    """Say who audits, with the scale of the day. Refuses oneself and people of other organisations."""
    if auditor.pk == evidence.person_id or not belongs_to(auditor.pk, evidence.organisation_id, by.on):
        raise Refused("Choose somebody else of your organisation.", field="person")
    said = {
        "reference": case.reference,
        "is_live": case.is_live,
        "auditor": auditor,
        "scale": policy_for(evidence.organisation_id, by.on).scale_codes,
        "relation": relation_of(auditor.pk, evidence, on=by.on),
    }
    CaseAudit.objects.update_or_create(evidence=evidence, defaults=said)


def _own_audit(evidence: Evidence, *, by: Actor) -> Evidence:
    _audit_of(evidence)
    if not allows("portfolios.evidence.change", by, evidence):
        raise Refused("Only the person whose case it is asks for an audit of it.")
    held: Evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    return held


def _audit_of(evidence: Evidence) -> CaseAudit:
    """The audit of the piece. Refuses other kinds, which have services of their own."""
    audit: CaseAudit | None = CaseAudit.objects.select_related("auditor").filter(pk=evidence.pk).first()
    if audit is None:
        raise Refused("This is not an audit of a case.")
    return audit


def _title(case: Case) -> str:
    return f"Audit: {case.reference}"
