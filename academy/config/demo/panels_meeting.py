"""A sitting of the demo's panel as it was held: who was there, what was decided, the letters, and what followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from academy.config.demo import reading
from academy.config.demo.panels_hands import Hands
from academy.config.demo.panels_seats import BEGINS, CHAIR, CLERK, LEAD, PLACE
from academy.development.rules.renewals import LONDON
from panels.choices.outcomes import LetterState, Outcome
from panels.choices.panels import ItemState, MeetingState
from panels.models import AgendaItem, Case, Decision, Discussion, Feedback, Letter, Meeting, Panel, Presence, Target
from panels.rules.days import feedback_by
from panels.rules.letters import body_of
from panels.selectors.letters import closing_on, told_of
from panels.selectors.policies import policy_in_force, rules_of
from panels.services.progressing import follow_up
from pathways.models import Sitting

ENDS = time(12, 40)
FOR_EACH = timedelta(minutes=20)

# What is told of one case.
Said = Mapping[str, Any]


@dataclass(frozen=True)
class Sat:
    """One meeting that was held."""

    hands: Hands
    meeting: Meeting

    @property
    def on(self) -> date:
        day: date = self.meeting.sitting.on
        return day

    def there(self, who: Sequence[str]) -> None:
        """Note who was in the room from its beginning to its end."""
        row = {"meeting": self.meeting, "noted_by": self.hands.named[CLERK]}
        times = {"arrived_at": self.meeting.opened_at, "left_at": self.meeting.closed_at}
        Presence.objects.bulk_create(Presence(person=self.hands.named[each], **row, **times) for each in who)

    def decided(
        self, case: Case, said: Mapping[str, Any], *, present: Sequence[str], again: Sitting | None
    ) -> Decision:
        """One case as it was called, talked about and decided; whoever is to come again comes to `again`."""
        number = self.meeting.items.count()
        began_at = _at(self.on, BEGINS) + number * FOR_EACH
        ended_at = began_at + FOR_EACH
        item = AgendaItem.objects.create(
            meeting=self.meeting,
            case=case,
            position=number + 1,
            state=ItemState.DONE,
            began_at=began_at,
            ended_at=ended_at,
        )
        words = reading.content("panels/cases.yaml")["heard"]
        Discussion.objects.create(
            item=item, words=words, revision=1, changed_by=self.hands.named[CLERK], changed_at=ended_at
        )
        made: Decision = Decision.objects.create(
            case=case,
            number=1,
            meeting=self.meeting,
            outcome=said["outcome"],
            wording=said["wording"],
            reasons=said["reasons"],
            next_sitting=again if said["outcome"] == Outcome.NOT_YET else None,
            present=sorted(self.hands.named[each].pk for each in present),
            decided_by=self.hands.named[CHAIR],
            decided_on=self.on,
            decided_at=ended_at,
        )
        self._planned(made, said)
        return made

    def told(self, decision: Decision, *, givers: Mapping[str, str], on: date, fed_back: date) -> None:
        """Its letter as it was read and sent, what followed, and the feedback that came later."""
        hands, case = self.hands, decision.case
        due_on = feedback_by(rules_of(case.policy), decided_on=self.on).on
        words = reading.content("panels/cases.yaml")["feedback"]
        rows = [Feedback(case=case, person=hands.named[who], sort=sort, due_on=due_on) for sort, who in givers.items()]
        Feedback.objects.bulk_create(rows)
        by, at = hands.by(LEAD, on), hands.at(on)
        body = "\n\n".join((body_of(told_of(decision)), closing_on(decision, released_on=on)))
        Letter.objects.create(
            decision=decision,
            state=LetterState.SENT,
            body=body,
            written_at=decision.decided_at,
            read_by=hands.named[LEAD],
            read_at=at,
            sent_at=at,
        )
        follow_up(decision, by=by, at=at)
        for row in rows:
            row.words, row.given_on = words[row.sort], fed_back
        Feedback.objects.bulk_update(rows, ["words", "given_on"])

    def _planned(self, decision: Decision, said: Said) -> None:
        """The targets of a plan; none where it needs none."""
        Target.objects.bulk_create(
            Target(
                decision=decision,
                position=place,
                words=row["words"],
                owner_words=row["owner"],
                due_on=self.on + timedelta(weeks=row["weeks"]),
            )
            for place, row in enumerate(said.get("aims", ()), start=1)
        )


def held(hands: Hands, panel: Panel, sitting: Sitting, *, told_on: date | None) -> Meeting:
    """The sitting as a meeting that is closed, and told where a day is given."""
    named = {"released_at": hands.at(told_on), "released_by": hands.named[LEAD]} if told_on else {}
    made: Meeting = Meeting.objects.create(
        sitting=sitting,
        panel=panel,
        policy=policy_in_force(panel.organisation, panel.purpose, sitting.on),
        state=MeetingState.CLOSED,
        starts_at=_at(sitting.on, BEGINS),
        place=PLACE,
        opened_at=_at(sitting.on, BEGINS),
        closed_at=_at(sitting.on, ENDS),
        **named,
    )
    return made


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, tzinfo=LONDON)
