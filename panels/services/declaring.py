"""Ties that are said: by a member of herself, by the candidate, by who chairs; decided where they are soft, lifted."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.judging import Strength, TieState
from panels.models import Case, Tie
from panels.notices.ties import OPENED
from panels.rules import ties as rules
from panels.rules.visibility import As
from panels.selectors.benches import benches_of, chairs_of, judged, ties_kept
from panels.selectors.declaring import CLOSED, CLOSED_TO_CANDIDATE
from panels.selectors.sight import parts_held
from panels.services.locking import locked
from panels.services.stepping_out import step_out
from panels.services.telling import tell
from panels.workflow import TIE

DECLARE, DECIDE = "panels.tie.declare", "panels.tie.decide"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said to connect somebody with the candidate, in a sentence where there is more to say."""

    person_id: int
    kind: str
    words: str = ""


@command("panels.tie.declare")
def declare(*, case: Case, said: Said, by: Actor, at: datetime) -> Tie:
    """Say what connects somebody with a case. A hard tie takes her out of it at once; of a soft one who chairs is told
    and decides.

    Refuses who does not see the case, of others whoever neither is the candidate nor chairs, somebody who does not sit
    on the panel, what is not on the list, what was said before, and a case that is decided; the candidate already once
    it is on the agenda, in words that do not tell whether it is decided.
    """
    held = locked(case, DECLARE, by=by)
    if held.person_id == by.person_id and held.state in CLOSED_TO_CANDIDATE:
        raise Refused(rules.WITH_THE_PANEL)
    words = said.words.strip()
    known = ties_kept([held])[held.pk]
    declaring = rules.Declaring(
        by_id=int(by.person_id or 0),
        person_id=said.person_id,
        candidate_id=held.person_id,
        panel=benches_of([held], on=by.on)[held.pk],
        known=[judged(tie) for tie in known],
        is_chair=As.CHAIR in parts_held(by, held),
        is_decided=held.state in CLOSED,
    )
    require(rules.can_declare(declaring, kind=said.kind, words=words))
    source = rules.source_of(declaring)
    same = [tie for tie in known if (tie.person_id, tie.kind, tie.source) == (said.person_id, said.kind, source)]
    if same:
        tie = _said_again(same[0], words, by=by, at=at)
    else:
        tie = _said_first(held, replace(said, words=words), source=source, by=by, at=at)
    _follow(tie, by=by, at=at)
    return tie


@command("panels.tie.decide")
def decide(*, tie: Tie, state: str, reason: str, by: Actor, at: datetime) -> Tie:
    """Say of a soft tie whether she steps back (`TieState.STEPS_BACK`) or takes part all the same; it may be changed
    the same way. Whoever steps back judges the case no more.

    Refuses whoever neither chairs nor leads, whom it ties and the candidate, a hard one, no reason, and a case that is
    decided.
    """
    held = _open(tie, by=by)
    require(_judge_decision(held, state=state, reason=reason, by=by))
    verb = "step_back" if state == TieState.STEPS_BACK else "let_take_part"
    decided = apply(TIE, verb, held, by=by, at=at, note=reason, values={"reason": reason.strip()})
    if decided.state == TieState.STEPS_BACK:
        step_out(decided, by=by, at=at)
    return decided


@command("panels.tie.lift")
def lift(*, tie: Tie, reason: str, by: Actor, at: datetime) -> Tie:
    """Lift a tie that was said and is wrong. It stays to be read, and she sees the case again unless another takes her
    out; what was taken off her stays off.

    Refuses whoever neither chairs nor leads, whom it ties and the candidate, one the record says, one that is lifted,
    no reason, and a case that is decided.
    """
    held = _open(tie, by=by)
    who = {"by_id": int(by.person_id or 0), "candidate_id": held.case.person_id}
    require(rules.can_lift(judged(held), reason=reason, **who))
    return apply(TIE, "lift", held, by=by, at=at, note=reason, values={"reason": reason.strip()})


def _open(tie: Tie, *, by: Actor) -> Tie:
    case = locked(tie.case, DECIDE, by=by)
    if case.state in CLOSED:
        raise Refused(rules.TOO_LATE)
    held: Tie = Tie.objects.select_for_update(of=("self",)).select_related("case", "person").get(pk=tie.pk)
    return held


def _judge_decision(held: Tie, *, state: str, reason: str, by: Actor) -> rules.Decision:
    who = {"by_id": int(by.person_id or 0), "candidate_id": held.case.person_id}
    return rules.can_decide_tie(judged(held), state=state, reason=reason, **who)


def _said_first(case: Case, said: Said, *, source: rules.TieSource, by: Actor, at: datetime) -> Tie:
    made = Tie.objects.create(
        case=case,
        person_id=said.person_id,
        kind=said.kind,
        strength=rules.strength_of(said.kind),
        source=source,
        words=said.words,
        state=rules.begins_as(said.kind),
        noted_by_id=by.person_id,
        noted_at=at,
    )
    record(made, moved=("", made.state), about=case.person_id, organisation=case.organisation_id)
    return made


def _said_again(tie: Tie, words: str, *, by: Actor, at: datetime) -> Tie:
    """One that was lifted, said once more by who chairs."""
    again = "take_out_again" if tie.strength == Strength.HARD else "ask_again"
    values = {"reason": "", "decided_at": None, "decided_by": None, "words": words, "noted_by": by.person_id}
    return apply(TIE, again, tie, by=by, at=at, values=values)


def _follow(tie: Tie, *, by: Actor, at: datetime) -> None:
    if tie.state == TieState.STEPS_BACK:
        step_out(tie, by=by, at=at)
        return
    tell(OPENED, tie.case, to=chairs_of(tie.case, on=by.on), by=by, at=at, url=_page(tie), who=tie.person.full_name)


def _page(tie: Tie) -> str:
    return reverse("panels:tie", args=[tie.pk])
