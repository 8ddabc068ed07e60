"""The plan of a "not yet", and a condition: how far a target is, and that it is done, is noted by whoever it concerns
(S2-21)."""

from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.services.judging import require, worded
from panels.choices.cases import CaseState
from panels.choices.panels import MOST_REASON
from panels.models import Decision, Progress
from panels.models.decision import Target
from panels.notices import outcomes as told
from panels.rules.plans import can_note_done, can_note_progress
from panels.selectors.audience import manager_of
from panels.selectors.plans import as_planned
from panels.services.locking import NOT_YOURS
from panels.services.telling import tell

KEEP = "panels.target.keep"
BESIDE = ("decision__case__person", "decision__case__grade", "decision__case__vacancy")


@command("panels.target.note")
def note_done(*, target: Target, done_on: date, words: str = "", by: Actor, at: datetime) -> Target:
    """Note on which day a target was done, and how it shows. The candidate and her line manager are told.

    Refuses whoever it does not concern, a plan that is not told or was followed by another decision, what is noted
    already, a day before the decision or to come, and too many words.
    """
    held = _held(target, by=by)
    decision = held.decision
    days = {"done_on": done_on, "decided_on": decision.decided_on, "on": by.on}
    require(can_note_done(as_planned(held), is_hers=True, **days))
    held.done_words = worded(words, field="words", most=MOST_REASON)
    held.done_on = done_on
    held.save(update_fields=["done_on", "done_words"])
    record(held, changed=("done_on", "done_words"), about=held.person_id, organisation=held.organisation_id)
    concerned = [decision.case.person, *manager_of(decision.case, on=by.on)]
    tell(told.TARGET_DONE, decision.case, to=concerned, by=by, at=at)
    return held


@command("panels.target.note_progress")
def note_progress(*, target: Target, on: date, words: str, by: Actor, at: datetime) -> Progress:
    """Note how far a target is on a day. It is read beside the plan, and when the candidate comes again.

    Refuses whoever it does not concern, a plan that is not told or was followed by another decision, a target that is
    done, a day before the decision or to come, no words, and too many.
    """
    held = _held(target, by=by)
    require(can_note_progress(as_planned(held), noted_on=on, decided_on=held.decision.decided_on, on=by.on))
    said = worded(words, field="words", missing="Write how far it is.", most=MOST_REASON)
    made = Progress.objects.create(target=held, on=on, words=said, noted_by_id=by.person_id, noted_at=at)
    record(made, about=held.person_id, organisation=held.organisation_id)
    return made


def _held(target: Target, *, by: Actor) -> Target:
    """The target as it is stored now, locked, of a plan that was told and holds."""
    held: Target = Target.objects.select_for_update(of=("self",)).select_related(*BESIDE).get(pk=target.pk)
    if not allows(KEEP, by, held):
        raise Refused(NOT_YOURS)
    decision = held.decision
    if decision.case.state != CaseState.RELEASED or not Decision.objects.holding().filter(pk=decision.pk).exists():
        raise Refused("This plan does not hold now. Open the case to see how it stands.")
    return held
