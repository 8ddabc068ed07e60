"""The letter of a decision: written with it, read by somebody who answers for it, changed until it goes."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.outcomes import LetterState, Outcome
from panels.choices.panels import MOST_REASON
from panels.models import Decision, Feedback
from panels.models.decision import Letter, Target
from panels.rules import letters as rules
from panels.rules.days import feedback_by
from panels.selectors.feedback_givers import giver_for, named, sorts_asked
from panels.selectors.letters import closing_on, is_latest, told_of
from panels.selectors.policies import rules_of
from panels.services.locking import NOT_YOURS
from panels.workflow.outcomes import LETTER

RELEASE = "panels.case.release"
BESIDE = ("decision__case__person", "decision__case__policy", "decision__case__sitting", "decision__meeting__sitting")
# Whose condition it is, without the name: under some policies the panel never sees it.
HERSELF = "The candidate herself"
LONG_CONDITION = "Meet the condition of the decision, as it is worded there."


def write_for(*, decision: Decision, by: Actor, at: datetime) -> Letter | None:
    """Write the letter of a decision as it is recorded, name who gives feedback as its policy has it, and keep a
    condition as a target with its last day. To be called by the command that decides; whoever decides may.

    An ASYE has no letter here: it goes back to its year. None then.
    """
    return None if decision.case.is_moderation else _write(decision=decision, by=by, at=at)


@command("panels.letter.write")
def _write(*, decision: Decision, by: Actor, at: datetime) -> Letter:
    _name_givers(decision)
    if decision.standing == Outcome.CONDITION:
        _keep_condition(decision)
    letter = Letter.objects.create(decision=decision, body=rules.body_of(told_of(decision)), written_at=at)
    moved = ("", LetterState.WRITTEN)
    record(letter, moved=moved, about=letter.person_id, organisation=letter.organisation_id)
    return letter


@command("panels.letter.read")
def mark_read(*, letter: Letter, by: Actor, at: datetime) -> Letter:
    """Say that one has read the letter and answers for it. Refuses whoever does not release the case, her own letter,
    one that was read, and one of a decision that was taken again."""
    held = locked_letter(letter, by=by)
    is_own = held.person_id == by.person_id
    require(rules.can_read(LetterState(held.state), is_latest=is_latest(held), is_own=is_own))
    return apply(LETTER, "read", held, by=by, at=at)


@command("panels.letter.change")
def change(*, letter: Letter, body: str, by: Actor, at: datetime) -> Letter:
    """Put other words into a letter that has not gone. One that was read is to be read once more. The decision itself
    stays as it was worded: minutes and staff record keep those words.

    Refuses whoever does not release the case, one that has gone, no words, and more than are kept.
    """
    held = locked_letter(letter, by=by)
    require(rules.can_edit(LetterState(held.state), body=body))
    if held.state == LetterState.READ:
        return apply(LETTER, "change", held, by=by, at=at, values={"body": body.strip()})
    held.body = body.strip()
    held.save(update_fields=["body"])
    record(held, changed=("body",), about=held.person_id, organisation=held.organisation_id)
    return held


@command("panels.letter.send")
def send(*, letter: Letter, by: Actor, at: datetime) -> Letter:
    """Send a letter that was read, with how and until when to appeal, as part of telling the decision. Refuses one
    nobody has read, and one that has gone."""
    closing = closing_on(letter.decision, released_on=by.on)
    body = "\n\n".join(part for part in (letter.body.strip(), closing) if part)
    return apply(LETTER, "send", letter, by=by, at=at, values={"body": body})


def locked_letter(letter: Letter, *, by: Actor) -> Letter:
    """The letter as it is stored now, locked. Refuses whoever may not release its case."""
    held: Letter = Letter.objects.select_for_update(of=("self",)).select_related(*BESIDE).get(pk=letter.pk)
    if not allows(RELEASE, by, held):
        raise Refused(NOT_YOURS)
    return held


def _name_givers(decision: Decision) -> None:
    """Ask those the policy names; who was asked before and has not given it yet is asked for this decision."""
    case, day = decision.case, decision.decided_on
    wanted, asked = sorts_asked(decision), named(case)
    due_on = feedback_by(rules_of(case.policy), decided_on=day).on
    Feedback.objects.to_give().filter(case=case).exclude(sort__in=wanted).delete()
    Feedback.objects.to_give().filter(case=case).update(due_on=due_on)
    taken = set(Feedback.objects.filter(case=case, due_on=due_on).values_list("person_id", flat=True))
    for sort in wanted:
        person = None if sort in asked else giver_for(case, sort, besides=taken, on=day)
        if person is not None:
            taken.add(person.pk)
            Feedback.objects.create(case=case, person=person, sort=sort, due_on=due_on)


def _keep_condition(decision: Decision) -> None:
    words = decision.condition.strip()
    Target.objects.create(
        decision=decision,
        position=1,
        words=words if len(words) <= MOST_REASON else LONG_CONDITION,
        owner=decision.case.person,
        owner_words=HERSELF,
        due_on=decision.condition_by_on,
    )
