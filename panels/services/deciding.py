"""The panel decides on the case at the table. What is decided is not told: that is another act."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.audit.commands import command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from asye.services.refusing import require_faultless
from panels.choices.outcomes import Outcome
from panels.models import AgendaItem, Case, Decision, Target
from panels.rules.appeals import Involved, can_decide_again
from panels.rules.days import changes_by
from panels.rules.deciding import Deciding, Proposed, can_decide, faults
from panels.selectors.deciding import basis_of, deciding_of, latest_decision
from panels.selectors.fresh import used_before
from panels.selectors.rooms import members_away
from panels.services.items import finish
from panels.services.letters import write_for
from panels.services.locking import locked
from panels.services.meetings import lock_meeting
from panels.workflow import CASE

DECIDE = "panels.case.decide"
MOST_OWNER = 120


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What is to be recorded. `owners` are the ids of who sees to each target, in the order of the targets; None for
    somebody who is named in words alone."""

    proposed: Proposed
    owners: tuple[int | None, ...] = ()
    next_sitting_id: int | None = None


@command("panels.case.decide")
def decide(*, item: AgendaItem, said: Recorded, by: Actor, at: datetime) -> Decision:
    """Record what the panel decides on the case at the table, with who decided and who was out of it at that moment;
    the item is done with, and its letter is written. A decision is never changed; the next number follows it.

    Refuses whoever does not chair the case, what is not on the table, while a review or another look is to come, a room
    without quorum or, after an appeal, with somebody who had a part in the decision before, and whatever the
    words lack.
    """
    there = lock_meeting(item.meeting_id)
    case = locked(item.case, DECIDE, by=by)
    current = AgendaItem.objects.select_for_update().get(pk=item.pk)
    current.case, current.meeting = case, there
    deciding = deciding_of(current, by=by, at=at)
    require(can_decide(deciding), can_decide_again(deciding.room.counting, Involved(present=used_before(case))))
    require_faultless(faults(said.proposed, deciding))
    made = _kept(case, current, said, deciding=deciding, by=by, at=at)
    decided = apply(CASE, "decide", case, by=by, at=at)
    made.case = decided
    finish(item=current, by=by, at=at)
    write_for(decision=made, by=by, at=at)
    return made


def _kept(case: Case, item: AgendaItem, said: Recorded, *, deciding: Deciding, by: Actor, at: datetime) -> Decision:
    proposed, latest = said.proposed, latest_decision(case)
    made = Decision(
        case=case,
        number=latest.number + 1 if latest else 1,
        basis=basis_of(latest),
        meeting=item.meeting,
        outcome=proposed.outcome,
        wording=proposed.wording.strip(),
        reasons=proposed.reasons.strip(),
        condition=proposed.condition.strip(),
        condition_by_on=proposed.condition_by_on,
        effective_on=proposed.effective_on,
        answer_by_on=_answer_by(proposed, deciding),
        next_sitting_id=said.next_sitting_id if proposed.outcome in AGAIN else None,
        present=list(deciding.room.counting),
        away=sorted(members_away(case, item.meeting, on=by.on)),
        decided_by_id=by.person_id,
        decided_on=by.on,
        decided_at=at,
    )
    made.save()
    owners = (*said.owners, *[None] * len(proposed.aims))
    Target.objects.bulk_create(
        Target(
            decision=made,
            position=place,
            words=aim.words.strip(),
            owner_id=owner,
            owner_words=aim.owner.strip()[:MOST_OWNER],
            due_on=aim.due_on,
        )
        for place, (aim, owner) in enumerate(zip(proposed.aims, owners, strict=False), start=1)
    )
    return made


def _answer_by(proposed: Proposed, deciding: Deciding) -> date | None:
    """Questions are answered by the day the panel names, else within the policy's days to mend what is asked for."""
    if proposed.outcome != Outcome.QUERIED:
        return None
    return proposed.answer_by_on or changes_by(deciding.rules, asked_on=deciding.on).on


# After these somebody comes again.
AGAIN = (Outcome.NOT_YET, Outcome.DEFERRED)
