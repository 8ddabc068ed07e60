"""Asking a coach, her answer, the person's yes, the contract both sign, and the end of coaching (D6-20 to D6-22)."""

from dataclasses import dataclass
from datetime import datetime

from academy.development.choices import MOST_REASON
from academy.development.choices.coaching import EndedBecause, MatchState
from academy.development.models import CoachMatch, CoachProfile, Goal
from academy.development.notices import coaching as told
from academy.development.rules.coaching import Contract, can_take, conflict_of, contract_faults
from academy.development.selectors.coaches import areas_of, places_of, relation_to, with_taken
from academy.development.selectors.coaching_terms import terms_for
from academy.development.workflow.coaching import MATCH
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.selectors.belonging import belongs_to

CHANGED = "The contract has changed since you opened this page. Read it again before you go on."


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a coach is asked for: an area, words for her, one of one's own goals, and the match it replaces."""

    area: str
    words: str = ""
    goal: Goal | None = None
    earlier: CoachMatch | None = None


@command("development.match.ask")
def ask(*, profile: CoachProfile, asked: Asked, by: Actor, at: datetime) -> CoachMatch:
    """Ask a coach, which takes one of her places until she has answered.

    Refuses oneself, one's line manager and those one manages (deputies too), a coach one has asked already, one without
    a free place, an area she does not offer, and a goal or earlier match that is not one's own. The last place goes to
    one of two who ask at once: the profile is locked while places are counted.
    """
    locked = _locked(profile)
    if not allows("development.match.ask", by, locked):
        raise Refused(conflict_of(relation_to(by, locked)) or "This coach is no longer on the list.")
    _judge(locked, asked, by=by)
    match = CoachMatch.objects.create(
        person_id=by.person_id,
        profile=locked,
        organisation_id=locked.organisation_id,
        area=asked.area,
        words=asked.words.strip(),
        goal=asked.goal,
        earlier=asked.earlier,
        asked_at=at,
        changed_at=at,
    )
    record(match, moved=("", MatchState.ASKED), about=by.person_id, organisation=match.organisation_id)
    _tell(told.MATCH_ASKED, match, by=by, at=at)
    return match


@command("development.match.accept")
def accept(*, match: CoachMatch, by: Actor, at: datetime) -> CoachMatch:
    """The coach accepts; the person says yes next."""
    accepted = apply(MATCH, "accept", match, by=by, at=at)
    _tell(told.MATCH_ACCEPTED, accepted, by=by, at=at)
    return accepted


@command("development.match.decline")
def decline(*, match: CoachMatch, because: str, by: Actor, at: datetime) -> CoachMatch:
    """The coach declines, with or without a word why; her place is free again. Refuses words that are too long."""
    declined = apply(MATCH, "decline", match, by=by, at=at, values={"declined_because": _short(because)})
    _tell(told.MATCH_DECLINED, declined, by=by, at=at)
    return declined


@command("development.match.say_yes")
def say_yes(*, match: CoachMatch, by: Actor, at: datetime) -> CoachMatch:
    """The person says yes to the coach who accepted; the two make their contract next."""
    agreed = apply(MATCH, "say_yes", match, by=by, at=at)
    _tell(told.MATCH_AGREED, agreed, by=by, at=at)
    return agreed


@command("development.match.withdraw")
def withdraw(*, match: CoachMatch, by: Actor, at: datetime) -> CoachMatch:
    """The person takes her request back before coaching begins."""
    withdrawn = apply(MATCH, "withdraw", match, by=by, at=at)
    _tell(told.MATCH_WITHDRAWN, withdrawn, by=by, at=at)
    return withdrawn


@command("development.match.write_contract")
def write_contract(*, match: CoachMatch, contract: Contract, by: Actor, at: datetime) -> CoachMatch:
    """Write sessions, minutes and days into the contract. A change takes signatures away, one's own and the other's.

    Refuses what the rules refuse of a contract, and one that is not being made.
    """
    current = _being_agreed(match, by=by)
    for fault in contract_faults(contract):
        raise Refused(fault.reason, field=fault.field)
    current.sessions_agreed, current.minutes = contract.sessions, contract.minutes
    current.from_on, current.until_on = contract.from_on, contract.until_on
    current.coach_signed_at = current.person_signed_at = None
    current.changed_at = at
    current.save()
    changed = ("sessions_agreed", "minutes", "from_on", "until_on", "coach_signed_at", "person_signed_at")
    record(current, changed=changed, about=current.person_id, organisation=current.organisation_id)
    return current


@command("development.match.sign")
def sign(*, match: CoachMatch, seen: str, by: Actor, at: datetime) -> CoachMatch:
    """Sign the contract as it was `seen` (the moment of its last change); with the second signature coaching begins.

    Refuses a contract without sessions and days, one that changed meanwhile, and a second signature of the same person.
    """
    current = _being_agreed(match, by=by)
    if current.sessions_agreed is None:
        raise Refused("Write down how many sessions and from when until when first.")
    if current.changed_at.isoformat() != seen:
        raise Refused(CHANGED)
    mine = "person_signed_at" if current.person_id == by.person_id else "coach_signed_at"
    if getattr(current, mine) is not None:
        raise Refused("You have signed. Coaching begins once the other has signed, too.")
    current.terms = terms_for(current.organisation_id, by.on)
    if current.terms is None:
        raise Refused("There are no terms of coaching to sign yet. Write to your academy lead.")
    setattr(current, mine, at)
    current.save(update_fields=[mine, "terms"])
    if current.coach_signed_at is not None and current.person_signed_at is not None:
        begun = apply(MATCH, "begin", current, by=by, at=at)
        _tell(told.MATCH_BEGUN, begun, by=by, at=at)
        return begun
    record(current, changed=(mine,), about=current.person_id, organisation=current.organisation_id)
    _tell(told.MATCH_SIGNED, current, by=by, at=at)
    return current


@command("development.match.end")
def end(*, match: CoachMatch, because: str, by: Actor, at: datetime) -> CoachMatch:
    """Either of the two ends coaching, with a reason from the list. Refuses a reason that is not on it."""
    if because not in EndedBecause.values:
        raise Refused("Choose one of the answers shown.", field="because")
    ended = apply(MATCH, "end", match, by=by, at=at, values={"ended_because": because})
    _tell(told.MATCH_ENDED, ended, by=by, at=at)
    return ended


def _locked(profile: CoachProfile) -> CoachProfile:
    CoachProfile.objects.select_for_update().get(pk=profile.pk)
    found: CoachProfile = with_taken(CoachProfile.objects.filter(pk=profile.pk)).prefetch_related("areas").get()
    return found


def _judge(profile: CoachProfile, asked: Asked, *, by: Actor) -> None:
    conflict = conflict_of(relation_to(by, profile))
    if conflict:
        raise Refused(conflict)
    if not belongs_to(profile.person_id, profile.organisation_id, by.on):
        raise Refused("This coach has left. Choose somebody else.")
    free = can_take(places_of(profile), on=by.on)
    if not free.allowed:
        raise Refused(free.reason)
    if asked.area not in dict(areas_of(profile)):
        raise Refused("Choose one of the answers shown.", field="area")
    if asked.goal is not None and asked.goal.person_id != by.person_id:
        raise Refused("Choose one of your own goals.", field="goal")
    if asked.earlier is not None and asked.earlier.person_id != by.person_id:
        raise Refused("Choose one of your own earlier matches.", field="earlier")
    _short(asked.words, field="words")


def _being_agreed(match: CoachMatch, *, by: Actor) -> CoachMatch:
    """The locked match while its contract is being made. Refuses anybody but the two, and every other state."""
    current = CoachMatch.objects.select_for_update().get(pk=match.pk)
    if not allows("development.match.keep", by, current):
        raise Refused("Only the two of them make the contract.")
    if current.state != MatchState.AGREED:
        raise Refused("The contract is made after both have accepted, and stays as it was signed.")
    return current


def _short(words: str, *, field: str = "because") -> str:
    if len(words.strip()) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field=field)
    return words.strip()


def _tell(kind: NoticeKind, match: CoachMatch, *, by: Actor, at: datetime) -> None:
    """Tell the other of the two. No word of what it is about goes into a mail."""
    other = match.profile.person if match.person_id == by.person_id else match.person
    context = told.CoachingContext(who=by.label, url=match.get_absolute_url())
    notices.send(kind=kind, to=other, context=context, by=by, at=at)
