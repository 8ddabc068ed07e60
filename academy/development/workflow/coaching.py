"""From asking a coach to the end of coaching. Both accept, both sign, and either ends it (D6-20 to D6-22)."""

from academy.development.choices.coaching import MatchState
from academy.development.rules.coaching import Match, can_begin, has_reason_to_end
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _is_signed_by_both(match: Match, facts: object, by: Actor) -> Decision:
    return can_begin(match)


def _has_reason(match: Match, facts: object, by: Actor) -> Decision:
    return has_reason_to_end(match)


BEFORE_CONTRACT = (MatchState.ASKED, MatchState.OFFERED, MatchState.AGREED)

MATCH = declare(
    Workflow(
        model_label="development.CoachMatch",
        choices=MatchState,
        initial=MatchState.ASKED,
        terminal=(MatchState.ENDED, MatchState.DECLINED, MatchState.WITHDRAWN),
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
                guard=_has_reason,
                stamps=("ended_on", "changed_at"),
            ),
        ),
    )
)
