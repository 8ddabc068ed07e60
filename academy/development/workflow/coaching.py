"""From asking a coach to the end of coaching. Both accept, both sign, and either ends it (D6-20 to D6-22)."""

from academy.development.choices.coaching import BEFORE_CONTRACT, FINISHED, MatchState
from academy.development.rules.coaching import Match, can_begin
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _is_signed_by_both(match: Match, facts: object, by: Actor) -> Decision:
    return can_begin(match)


MATCH = declare(
    Workflow(
        model_label="development.CoachMatch",
        choices=MatchState,
        initial=MatchState.ASKED,
        terminal=FINISHED,
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="accept",
                source=(MatchState.ASKED,),
                target=MatchState.OFFERED,
                permission="development.match.answer",
                stamps=("coach_accepted_at", "changed_at"),
            ),
            Transition(
                name="decline",
                source=BEFORE_CONTRACT,
                target=MatchState.DECLINED,
                permission="development.match.answer",
                stamps=("changed_at",),
            ),
            Transition(
                name="say_yes",
                source=(MatchState.OFFERED,),
                target=MatchState.AGREED,
                permission="development.match.own",
                stamps=("person_accepted_at", "changed_at"),
            ),
            Transition(
                name="withdraw",
                source=BEFORE_CONTRACT,
                target=MatchState.WITHDRAWN,
                permission="development.match.own",
                stamps=("changed_at",),
            ),
            Transition(
                name="begin",
                source=(MatchState.AGREED,),
                target=MatchState.RUNNING,
                permission="development.match.keep",
                guard=_is_signed_by_both,
                stamps=("changed_at",),
            ),
            Transition(
                name="end",
                source=(MatchState.RUNNING,),
                target=MatchState.ENDED,
                permission="development.match.keep",
                stamps=("ended_on", "changed_at"),
            ),
        ),
    )
)
