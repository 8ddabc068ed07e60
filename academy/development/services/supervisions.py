"""Supervision sessions: planned, held or missed, noted by each in her own part, signed by both, added to."""

from datetime import date, datetime

from academy.development.choices import MOST_REASON, MOST_TEXT
from academy.development.choices.supervisions import MissedBecause, SessionState
from academy.development.models import Supervision, SupervisionAddendum, SupervisionAgreement
from academy.development.rules.supervisions import can_be_held
from academy.development.workflow.supervisions import SUPERVISION
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor

OWN, SUPERVISORS = "development.supervision.note_own", "development.supervision.note"
UNSIGNED = {"own_signed_at": None, "supervisor_signed_at": None}


@command("development.supervision.plan")
def plan(*, agreement: SupervisionAgreement, planned_on: date, by: Actor, at: datetime) -> Supervision:
    """Plan the next session. Refuses what is not agreed or has ended, a day that has passed, one there is already, and
    a second planned one: the rhythm goes on once the next is held or noted as missed."""
    if not allows("development.agreement.end", by, agreement):
        raise Refused("The two who meet plan their sessions.")
    agreement = SupervisionAgreement.objects.select_for_update().get(pk=agreement.pk)
    if agreement.agreed_at is None or agreement.until_on is not None:
        raise Refused("Sessions are planned while an agreement stands that both agreed to.")
    if planned_on < by.on or planned_on < agreement.from_on:
        raise Refused("Choose today or a later day.", field="planned_on")
    sessions = agreement.sessions
    if sessions.filter(planned_on=planned_on).exists():
        raise Refused("There is a session on this day already.", field="planned_on")
    if sessions.filter(state=SessionState.PLANNED).exists():
        raise Refused("The next session is planned already. Say first whether it was held.", field="planned_on")
    made = Supervision.objects.create(
        agreement=agreement,
        person_id=agreement.person_id,
        supervisor_id=agreement.supervisor_id,
        organisation_id=agreement.organisation_id,
        strand=agreement.strand,
        planned_on=planned_on,
        planned_at=at,
        changed_at=at,
    )
    record(made, moved=("", SessionState.PLANNED), about=made.person_id, organisation=made.organisation_id)
    return made


@command("development.supervision.hold")
def hold(*, session: Supervision, held_on: date, minutes: int, by: Actor, at: datetime) -> Supervision:
    """Note that it was held, on which day and how long; also one that was noted as missed by mistake."""
    decision = can_be_held(held_on, since=session.agreement.from_on, on=by.on)
    if not decision.allowed:
        raise Refused(decision.reason, field="held_on")
    said = {"held_on": held_on, "minutes": minutes, "missed_because": "", "missed_words": "", "changed_at": at}
    return apply(SUPERVISION, "hold", session, by=by, at=at, values=said)


@command("development.supervision.miss")
def miss(*, session: Supervision, because: str, words: str, by: Actor, at: datetime) -> Supervision:
    """Note that it was not held, and why; words where it was another reason. Never a reason of health."""
    words = words.strip().replace("\r\n", "\n")
    if because == MissedBecause.OTHER and not words:
        raise Refused("Write in a few words why.", field="words")
    if len(words) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="words")
    said = {"missed_because": because, "missed_words": words, "changed_at": at}
    return apply(SUPERVISION, "miss", session, by=by, at=at, values=said)


@command("development.supervision.note")
def note(*, session: Supervision, words: str, by: Actor, at: datetime) -> Supervision:
    """Write one's own part: hers or the supervisor's, by who writes. Nobody writes in the other's.

    A change after one of the two has signed takes the signature away. Refuses a session that is locked.
    """
    session, is_own = _unlocked(session, by=by)
    words = words.strip().replace("\r\n", "\n")
    if len(words) > MOST_TEXT:
        raise Refused(f"Use at most {MOST_TEXT:,} characters.", field="words")
    part = "own_notes" if is_own else "supervisor_notes"
    changed = [part, "changed_at"]
    if words != getattr(session, part):
        changed += UNSIGNED
    values = {**dict.fromkeys(changed), part: words, "changed_at": at}
    return _kept(session, values)


@command("development.supervision.sign")
def sign(*, session: Supervision, by: Actor, at: datetime) -> Supervision:
    """Sign one's part. With the second signature it is locked: from then on only an addendum is added (S4-32)."""
    session, is_own = _unlocked(session, by=by)
    if session.state != SessionState.HELD:
        raise Refused("A session is signed once it was held.")
    mine, other = ("own_signed_at", "supervisor_signed_at") if is_own else ("supervisor_signed_at", "own_signed_at")
    if getattr(session, mine) is not None:
        raise Refused("You have signed. It is locked once the other has signed, too.")
    if getattr(session, other) is None:
        return _kept(session, {mine: at, "changed_at": at})
    return apply(SUPERVISION, "lock" if is_own else "lock_as_supervisor", session, by=by, at=at)


@command("development.supervision.add")
def add(*, session: Supervision, words: str, by: Actor, at: datetime) -> SupervisionAddendum:
    """Add words to a session both have signed. Refuses one that is not: its notes can still be changed."""
    if not allows("development.supervision.see", by, session) or by.person_id is None:
        raise Refused("Only the two who met add to this session.")
    words = words.strip().replace("\r\n", "\n")
    if not words:
        raise Refused("Write what is to be added.", field="words")
    if session.state != SessionState.SIGNED:
        raise Refused("It is not locked yet. Change your own part instead.", field="words")
    made = SupervisionAddendum.objects.create(
        supervision=session, written_by_id=by.person_id, written_at=at, words=words
    )
    record(made, changed=("words",), about=session.person_id, organisation=session.organisation_id)
    return made


def _unlocked(session: Supervision, *, by: Actor) -> tuple[Supervision, bool]:
    """The session as it is stored, locked for this act, and whether the actor is who is supervised."""
    is_own = allows(OWN, by, session)
    if not is_own and not allows(SUPERVISORS, by, session):
        raise Refused("Only the two who met write here.")
    stored = Supervision.objects.select_for_update().get(pk=session.pk)
    if stored.state == SessionState.SIGNED:
        raise Refused("Both have signed, so it is locked. Add an addendum instead.")
    return stored, is_own


def _kept(session: Supervision, values: dict[str, object]) -> Supervision:
    for name, value in values.items():
        setattr(session, name, value)
    session.save(update_fields=list(values))
    record(session, changed=values, about=session.person_id, organisation=session.organisation_id)
    return session
