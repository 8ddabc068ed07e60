"""Goals: set and changed by whom they belong to, agreed by her manager, closed with words (S2-79)."""

from collections.abc import Collection
from datetime import datetime

from academy.development.choices.plans import GoalState
from academy.development.models import Appraisal, Entry, Goal, GoalEntry
from academy.development.rules.entries import Fault
from academy.development.rules.goals import (
    GoalWords,
    breaks_agreement,
    changed_names,
    closing_reason,
    goal_faults,
    tidied,
)
from academy.development.workflow.plans import GOAL
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.frameworks.selectors.choices import statements_called
from academy.identity.actor import Actor

CLOSED = "This goal is closed and stays as it is. Set a new one."


@command("development.goal.set")
def set_goal(*, words: GoalWords, by: Actor, at: datetime, appraisal: Appraisal | None = None) -> Goal:
    """Set a goal of one's own in the organisation acted in; `appraisal` is the meeting in which it was found.

    Refuses who belongs nowhere, no title, too long words, an unknown source, a day gone by or over five years away,
    and an appraisal of somebody else.
    """
    if not allows("development.goal.start", by):
        raise Refused("Goals are for people who belong to an organisation. Ask your academy lead to add you.")
    if appraisal is not None and appraisal.person_id != by.person_id:
        raise Refused("Set a goal in an appraisal of your own.")
    said = tidied(words)
    _refuse(goal_faults(said, on=by.on))
    goal = Goal.objects.create(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        appraisal=appraisal,
        source=said.source,
        title=said.title,
        why=said.why,
        how=said.how,
        due_on=said.due_on,
        set_at=at,
        changed_at=at,
    )
    goal.statements.set(statements_called(said.statement_ids))
    record(goal, moved=("", GoalState.OPEN), about=goal.person_id, organisation=goal.organisation_id)
    return goal


@command("development.goal.change")
def change_goal(*, goal: Goal, words: GoalWords, by: Actor, at: datetime) -> Goal:
    """Change a goal. A change of what her manager agreed to takes the agreement away, so that it is read again.

    Refuses anybody but whose goal it is, a closed goal, and what `set_goal` refuses of words.
    """
    goal = _own(goal, by=by)
    before, said = words_of(goal), tidied(words)
    _refuse(goal_faults(said, on=by.on, known_due_on=goal.due_on))
    changed = changed_names(before, said)
    if breaks_agreement(before, said):
        goal.agreed_at, goal.agreed_by = None, None
    for name in ("title", "why", "how", "due_on", "source"):
        setattr(goal, name, getattr(said, name))
    goal.changed_at = at
    goal.save()
    goal.statements.set(statements_called(said.statement_ids))
    record(goal, changed=changed, about=goal.person_id, organisation=goal.organisation_id)
    return goal


@command("development.goal.agree")
def agree(*, goal: Goal, seen: datetime | None, by: Actor, at: datetime) -> Goal:
    """Her manager, or the manager's deputy, agrees to the goal as she has read it: `seen` is its last change then.

    Refuses others, a closed goal, one agreed before, and one that was changed since it was read.
    """
    if not allows("development.goal.agree", by, goal):
        raise Refused("Only her line manager, or the manager's deputy, agrees to a goal.")
    current = _locked(goal)
    if not current.is_open:
        raise Refused("This goal is closed. There is nothing to agree to.")
    if current.agreed_at is not None:
        raise Refused("This goal is agreed already.")
    if current.changed_at != seen:
        raise Refused("It was changed while you read it. Read it again, then agree.")
    current.agreed_at, current.agreed_by_id = at, by.person_id
    current.save(update_fields=["agreed_at", "agreed_by"])
    record(current, changed=("agreed_at",), about=current.person_id, organisation=current.organisation_id)
    return current


@command("development.goal.close")
def close(*, goal: Goal, is_reached: bool, words: str, by: Actor, at: datetime) -> Goal:
    """Close a goal as reached, or as no longer pursued with the reason why. Refuses others' goals and closed ones."""
    said = words.strip()
    reason = closing_reason(said, is_reached=is_reached)
    if reason:
        raise Refused(reason, field="words")
    name = "reach" if is_reached else "drop"
    return apply(GOAL, name, goal, by=by, at=at, values={"closing_words": said, "changed_at": at})


@command("development.goal.link")
def link_entries(*, goal: Goal, entries: Collection[Entry], by: Actor, at: datetime) -> Goal:
    """Say which of one's own kept entries belong to the goal; those left out belong to it no more.

    Who may read an entry is not changed by it. Refuses others' goals, and entries that are not one's own and kept.
    """
    if not allows("development.goal.change", by, goal):
        raise Refused("Only the person whose goal it is links her entries to it.")
    if any(entry.author_id != goal.person_id or not entry.is_kept for entry in entries):
        raise Refused("Choose from your own kept entries.", field="entries")
    wanted = {entry.pk for entry in entries}
    links = GoalEntry.objects.filter(goal=goal)
    held = set(links.values_list("entry_id", flat=True))
    links.exclude(entry_id__in=wanted).delete()
    new = sorted(wanted - held)
    GoalEntry.objects.bulk_create([GoalEntry(goal=goal, entry_id=pk, linked_at=at) for pk in new])
    record(goal, changed=("linked",), about=goal.person_id, organisation=goal.organisation_id)
    return goal


def words_of(goal: Goal) -> GoalWords:
    """What a goal says, as the rules and the form read it."""
    return GoalWords(
        title=goal.title,
        why=goal.why,
        how=goal.how,
        due_on=goal.due_on,
        source=goal.source,
        statement_ids=frozenset(goal.statements.values_list("pk", flat=True)),
    )


def _own(goal: Goal, *, by: Actor) -> Goal:
    if not allows("development.goal.change", by, goal):
        raise Refused("Only the person whose goal it is changes it.")
    current = _locked(goal)
    if not current.is_open:
        raise Refused(CLOSED)
    return current


def _locked(goal: Goal) -> Goal:
    return Goal.objects.select_for_update().get(pk=goal.pk)


def _refuse(faults: list[Fault]) -> None:
    for fault in faults:
        raise Refused(fault.reason, field=fault.field)
