"""Renewing with the regulator: what somebody notes of it herself, and the pieces she chooses.

The portal sends nothing to a regulator (D4-11). Everything here is for the person herself.
"""

from collections.abc import Sequence
from datetime import date, datetime

from academy.development.choices import MOST_REASON, REGULATOR
from academy.development.models import Entry, RenewalAct, RenewalPiece, Use
from academy.development.rules.renewals import acts_asked
from academy.development.rules.requirements import Requirement
from academy.development.selectors.renewals import requirement_with
from academy.development.services.versions import Citation, cite
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_person


@command("development.renewal.note")
def note(*, regulator: str, act: str, done_on: date, by: Actor, at: datetime) -> RenewalAct:
    """Note that she did an act on the regulator's site on a day.

    Refuses an act that is not asked of her, one noted before, days to come and days outside the window.
    """
    requirement = _own_requirement(regulator, by=by)
    cycle = requirement.cycle
    asked = acts_asked(requirement.asks, cycle, requirement.known.joined_on)
    if act not in [each.code for each in asked]:
        raise Refused("This is not asked of you this time. There is nothing to note.")
    if act in requirement.known.done:
        raise Refused("This is noted already. Take it back first if the day is wrong.", field="done_on")
    if done_on > by.on:
        raise Refused("Write a day that has been: note it once you have done it.", field="done_on")
    if not cycle.is_open(done_on):
        window = f"{in_words(cycle.opens_on)} to {in_words(cycle.closes_on)}"
        raise Refused(f"Write a day of the window, {window}.", field="done_on")
    noted = RenewalAct.objects.create(
        person_id=by.person_id,
        regulator=regulator,
        closes_on=cycle.closes_on,
        act=act,
        done_on=done_on,
        noted_at=at,
    )
    record(noted, moved=("", "noted"), changed=("done_on",), about=noted.person_id)
    return noted


@command("development.renewal.take_back")
def take_back(*, act: RenewalAct, reason: str, by: Actor, at: datetime) -> RenewalAct:
    """Take back what she noted by mistake; it stays with her reason. Refuses others' acts, and twice."""
    if not allows("development.renewal.keep", by) or act.person_id != by.person_id:
        raise Refused("Only the person who noted it can take it back.")
    said = reason.strip()
    if not said or len(said) > MOST_REASON:
        raise Refused(f"Write why you take it back, in at most {MOST_REASON} characters.", field="reason")
    if not RenewalAct.objects.noted().filter(pk=act.pk).update(undone_at=at, undone_because=said):
        raise Refused("This was taken back already.")
    act.refresh_from_db()
    record(act, moved=("noted", "taken back"), changed=("undone_at",), about=act.person_id)
    return act


@command("development.renewal.choose")
def choose(*, regulator: str, entries: Sequence[Entry], by: Actor, at: datetime) -> list[RenewalPiece]:
    """Choose the pieces, in their order, each as it stands now; those chosen before in other words are replaced.

    Refuses somebody of whom no pieces are asked, more than are asked, the same entry twice, entries that are not kept
    or not hers, and any change once she noted that her pieces are sent.
    """
    requirement = _own_requirement(regulator, by=by)
    _refuse_choice(requirement, entries)
    chosen = RenewalPiece.objects.chosen().in_cycle(regulator, requirement.cycle.closes_on)
    held = {piece.place: piece for piece in chosen.filter(person_id=by.person_id).select_related("version")}
    uses = {
        place: cite(entry=entry, citation=_citation(requirement, place), by=by, at=at)
        for place, entry in enumerate(entries, start=1)
    }
    for place, piece in held.items():
        if place not in uses or uses[place].version_id != piece.version_id:
            _replace(piece, requirement, at=at)
    new = [place for place, use in uses.items() if place not in held or held[place].version_id != use.version_id]
    made = [_piece(requirement, place, use=uses[place], by=by, at=at) for place in new]
    RenewalPiece.objects.bulk_create(made)
    pieces = list(chosen.filter(person_id=by.person_id))
    record(pieces[0], changed=("version",), about=by.person_id)
    return pieces


def _own_requirement(regulator: str, *, by: Actor) -> Requirement:
    """What is asked of the actor, after nobody else can change what she noted at the same time."""
    if not allows("development.renewal.keep", by) or by.person_id is None:
        raise Refused("This is for people with a post or a membership. Ask your academy lead to add yours.")
    lock_person(by.person_id)
    requirement = requirement_with(by, regulator)
    if requirement is None:
        raise Refused("You are not registered with this regulator. Ask human resources to enter your registration.")
    return requirement


def _refuse_choice(requirement: Requirement, entries: Sequence[Entry]) -> None:
    asked = acts_asked(requirement.asks, requirement.cycle, requirement.known.joined_on)
    sending = next((act for act in asked if act.sends_pieces), None)
    if sending is None or len(entries) > requirement.asks.pieces:
        raise Refused("So many pieces are not asked of you this time.")
    if sending.code in requirement.known.done:
        raise Refused("You noted that your pieces are sent. Take that back first, then choose others.")
    if not entries:
        raise Refused("Choose at least one piece.", field="piece_1")
    if len({entry.pk for entry in entries}) < len(entries):
        raise Refused("Choose different entries: the regulator asks for different pieces.", field="piece_2")


def _citation(requirement: Requirement, place: int) -> Citation:
    asks = requirement.asks
    return Citation(
        purpose=REGULATOR,
        label=f"{asks.short_name} piece {place}",
        reference=f"{asks.regulator}/{requirement.cycle.closes_on}/{place}",
    )


def _replace(piece: RenewalPiece, requirement: Requirement, *, at: datetime) -> None:
    """The piece keeps its version and its days; what lists say of the entry goes."""
    reference = _citation(requirement, piece.place).reference
    Use.objects.filter(version_id=piece.version_id, purpose=REGULATOR, reference=reference).delete()
    RenewalPiece.objects.filter(pk=piece.pk).update(replaced_at=at)


def _piece(requirement: Requirement, place: int, *, use: Use, by: Actor, at: datetime) -> RenewalPiece:
    return RenewalPiece(
        person_id=by.person_id,
        regulator=requirement.asks.regulator,
        closes_on=requirement.cycle.closes_on,
        place=place,
        entry_id=use.version.entry_id,
        version_id=use.version_id,
        chosen_at=at,
    )
