"""A self-audit: begun, written by the person, shared, rated by the supervisor, talked over, signed by both, locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from academy.development.choices.audits import AuditPurpose, AuditState, Rating
from academy.development.choices.plans import MOST_ANSWER
from academy.development.models import AuditRating, SelfAudit
from academy.development.notices.audits import AUDIT_LOCKED, AUDIT_SHARED, AUDIT_SIGNED, AuditContext
from academy.development.rules.audits import can_sign
from academy.development.selectors.audits import Against, against_what
from academy.development.workflow.audits import AUDIT
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongs_to

CHANGED = "This self-audit has changed since you opened the page. Read it again before you sign."


@dataclass(frozen=True)
class Answer:
    """How one of the two sees a statement: a rating or none yet, and words."""

    rating: int | None = None
    words: str = ""


Answers = Mapping[int, Answer]


@command("development.audit.start")
def start(*, against: Against, purpose: str, by: Actor, at: datetime) -> SelfAudit:
    """Begin a self-audit against a framework at a level; it is one's own alone until it is shared.

    Refuses a framework that is not in force, a level it does not have, an unknown purpose, and who belongs nowhere.
    """
    if not allows("development.audit.start", by) or by.organisation_id is None:
        raise Refused("A self-audit is begun by somebody who belongs to an organisation.")
    if against not in against_what(by.on):
        raise Refused("Choose one of the answers shown.", field="against")
    if purpose not in AuditPurpose.values:
        raise Refused("Choose one of the answers shown.", field="purpose")
    audit = SelfAudit.objects.create(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        framework_id=against.framework_id,
        level_id=against.level_id,
        purpose=purpose,
        started_at=at,
        changed_at=at,
    )
    record(audit, moved=("", AuditState.DRAFT), about=by.person_id, organisation=by.organisation_id)
    return audit


@command("development.audit.write")
def write(*, audit: SelfAudit, answers: Answers, by: Actor, at: datetime) -> SelfAudit:
    """The person says how she sees statements. A change of a shared one takes signatures away."""
    current = _open(audit, "development.audit.write", by=by)
    _keep(current, answers, part="own")
    return _changed(current, by=by, at=at, what=("ratings",))


@command("development.audit.rate")
def rate(*, audit: SelfAudit, answers: Answers, by: Actor, at: datetime) -> SelfAudit:
    """The supervisor says how she sees them, beside. A change takes signatures away."""
    current = _open(audit, "development.audit.rate", by=by)
    _keep(current, answers, part="supervisor")
    return _changed(current, by=by, at=at, what=("ratings",))


@command("development.audit.share")
def share(*, audit: SelfAudit, supervisor: Person, by: Actor, at: datetime) -> SelfAudit:
    """Share it with the supervisor, who is told. Refuses oneself and people outside the organisation."""
    if supervisor.pk == audit.person_id or not belongs_to(supervisor.pk, audit.organisation_id, by.on):
        raise Refused("Choose somebody else of your organisation.", field="person")
    if not allows("development.audit.write", by, audit):
        raise Refused("Only the person herself shares her self-audit.")
    SelfAudit.objects.filter(pk=audit.pk, state=AuditState.DRAFT).update(supervisor=supervisor)
    shared = apply(AUDIT, "share", audit, by=by, at=at)
    _tell(AUDIT_SHARED, shared, to=supervisor, by=by, at=at)
    return shared


@command("development.audit.note_talk")
def note_talk(
    *, audit: SelfAudit, on: date, summary: str, talked: Mapping[int, str], by: Actor, at: datetime
) -> SelfAudit:
    """Either writes down when they talked and what they take from it, and about which statement what was said.

    Refuses a day to come. A change takes signatures away.
    """
    current = _open(audit, "development.audit.talk", by=by)
    if current.state != AuditState.SHARED:
        raise Refused("Share it first: the talk is about both views.")
    if on > by.on:
        raise Refused("Write a day that has been.", field="on")
    _short(summary, field="summary")
    current.discussed_on, current.summary = on, summary.strip()
    for rating in current.ratings.filter(statement__in=talked):
        rating.talked_words = _short(talked[rating.statement_id], field=f"talked-{rating.statement_id}")
        rating.save(update_fields=["talked_words"])
    return _changed(current, by=by, at=at, what=("discussed_on", "summary", "ratings"))


@command("development.audit.sign")
def sign(*, audit: SelfAudit, seen: str, by: Actor, at: datetime) -> SelfAudit:
    """Sign that the two talked, as the page was `seen`; with the second signature it is locked.

    Refuses a talk without a day, a page that changed meanwhile, and a second signature of the same person.
    """
    current = _open(audit, "development.audit.talk", by=by)
    talked = can_sign(current)
    if not talked.allowed or current.supervisor is None:
        raise Refused(talked.reason)
    if current.changed_at.isoformat() != seen:
        raise Refused(CHANGED)
    is_own = current.person_id == by.person_id
    mine = "person_signed_at" if is_own else "supervisor_signed_at"
    if getattr(current, mine) is not None:
        raise Refused("You have signed. It is locked once the other has signed, too.")
    setattr(current, mine, at)
    current.save(update_fields=[mine])
    other = current.supervisor if is_own else current.person
    if current.person_signed_at is not None and current.supervisor_signed_at is not None:
        locked = apply(AUDIT, "lock", current, by=by, at=at)
        _tell(AUDIT_LOCKED, locked, to=other, by=by, at=at)
        return locked
    record(current, changed=(mine,), about=current.person_id, organisation=current.organisation_id)
    _tell(AUDIT_SIGNED, current, to=other, by=by, at=at)
    return current


@command("development.audit.withdraw")
def withdraw(*, audit: SelfAudit, by: Actor, at: datetime) -> SelfAudit:
    """The person takes it back before it is locked: the supervisor reads it no more."""
    return apply(AUDIT, "withdraw", audit, by=by, at=at)


def _open(audit: SelfAudit, permission: str, *, by: Actor) -> SelfAudit:
    """The locked row of one that can still be written. Refuses who may not, and what is locked or withdrawn."""
    current = SelfAudit.objects.select_for_update().get(pk=audit.pk)
    if not allows(permission, by, current):
        raise Refused("This part is for the other of the two.")
    if not current.is_open:
        raise Refused("This self-audit is closed. Begin another one.")
    return current


def _keep(audit: SelfAudit, answers: Answers, *, part: str) -> None:
    """Write one part of the ratings. Statements of other frameworks are left out."""
    known = set(audit.framework.statements.filter(pk__in=answers).values_list("pk", flat=True))
    for statement_id, answer in answers.items():
        if statement_id not in known:
            continue
        if answer.rating is not None and answer.rating not in Rating.values:
            raise Refused("Choose one of the answers shown.", field=f"rating-{statement_id}")
        words = _short(answer.words, field=f"words-{statement_id}")
        said = {f"{part}_rating": answer.rating, f"{part}_words": words}
        AuditRating.objects.update_or_create(audit=audit, statement_id=statement_id, defaults=said)


def _changed(audit: SelfAudit, *, by: Actor, at: datetime, what: tuple[str, ...]) -> SelfAudit:
    audit.person_signed_at = audit.supervisor_signed_at = None
    audit.changed_at = at
    audit.save()
    record(audit, changed=what, about=audit.person_id, organisation=audit.organisation_id)
    return audit


def _short(words: str, *, field: str) -> str:
    if len(words.strip()) > MOST_ANSWER:
        raise Refused(f"Use at most {MOST_ANSWER:,} characters.", field=field)
    return words.strip().replace("\r\n", "\n")


def _tell(kind: NoticeKind, audit: SelfAudit, *, to: Person, by: Actor, at: datetime) -> None:
    notices.send(kind=kind, to=to, context=AuditContext(who=by.label, url=audit.get_absolute_url()), by=by, at=at)
