"""What connects somebody on a panel with a candidate, and what follows from it (workflows 1.1, D5-04). Pure.

Hard ties come from the record by date, or are said; they take somebody out of the case. Of a soft one the chair
decides, and until then it gives her nothing: she is not given the case and does not count towards its quorum.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.engines.requirements.dates import months_later
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.decisions import first_refusal
from academy.people.rules.decisions import refused as refused_at
from panels.choices.judging import DECLARABLE, HARD_KINDS, Strength, TieKind, TieSource, TieState
from panels.rules.reasons import is_reasoned

MONTHS_OF_YEAR = 12
# For so many years after it ended the record still ties: 0 only while it lasts. A kind that is not here ties for good,
# because what was assessed, watched or written is handed in, however old it is.
YEARS: Mapping[TieKind, int] = {
    TieKind.LINE_MANAGER: 1,
    TieKind.MENTOR: 1,
    TieKind.TEAM: 0,
    TieKind.JOINT_WORK: 1,
}
DECIDED = (TieState.STEPS_BACK, TieState.TAKES_PART)
# To the candidate, before and after the panel has decided: that it has is told by the letter alone.
WITH_THE_PANEL = "The panel has it before it now. Tell the academy lead what connects you with somebody on it."
TOO_LATE = "The panel has decided. Tell the academy lead: she can have it opened again, or heard on appeal."


@dataclass(frozen=True, kw_only=True)
class Relation:
    """What the record says somebody was to the candidate, from a day to a day; both days count."""

    kind: TieKind
    person_id: int
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Tie:
    """One thing that connects somebody with the candidate of a case, and how it stands."""

    person_id: int
    kind: TieKind
    source: TieSource
    state: TieState

    @property
    def is_hard(self) -> bool:
        return strength_of(self.kind) == Strength.HARD

    @property
    def is_away(self) -> bool:
        """Does it take her out of the case? A hard one does until it is lifted, whatever else is said of it."""
        return self.state == TieState.STEPS_BACK or (self.is_hard and not self.is_lifted)

    @property
    def is_open(self) -> bool:
        return not self.is_hard and self.state == TieState.OPEN

    @property
    def is_lifted(self) -> bool:
        return self.state == TieState.LIFTED

    @property
    def is_from_record(self) -> bool:
        return self.source == TieSource.RECORD


@dataclass(frozen=True, kw_only=True)
class Declaring:
    """Who says of whom that something connects her with the candidate. `panel` are those who sit on it; `known` the
    ties of the case so far."""

    by_id: int
    person_id: int
    candidate_id: int
    panel: Collection[int]
    known: Collection[Tie] = ()
    is_chair: bool = False
    is_decided: bool = False


@dataclass(frozen=True)
class Changes:
    """What the record says today against what is kept of it: ties to be added, those it had ceased to say and says
    again, and those it no longer says."""

    added: tuple[Tie, ...]
    again: tuple[Tie, ...]
    gone: tuple[Tie, ...]


def strength_of(kind: str) -> Strength:
    """Hard takes somebody out of the case; of soft the chair decides."""
    return Strength.HARD if kind in HARD_KINDS else Strength.SOFT


def begins_as(kind: str) -> TieState:
    """How a new tie stands: out of the case where it is hard, else open until the chair decides."""
    return TieState.STEPS_BACK if strength_of(kind) == Strength.HARD else TieState.OPEN


def does_tie(relation: Relation, *, on: date, years: Mapping[TieKind, int] = YEARS) -> bool:
    """Does it tie on the day? It holds then, or ended at most so many calendar years before, the same day included.
    What is yet to begin does not."""
    if relation.from_on > on:
        return False
    if relation.until_on is None or relation.kind not in years:
        return True
    return months_later(relation.until_on, years[relation.kind] * MONTHS_OF_YEAR) >= on


def ties_by_record(
    relations: Iterable[Relation], *, candidate_id: int, on: date, years: Mapping[TieKind, int] = YEARS
) -> tuple[Tie, ...]:
    """The ties the record says on the day, each kind of somebody's once; the candidate has her own case."""
    found = {(each.person_id, each.kind) for each in relations if does_tie(each, on=on, years=years)}
    own = (candidate_id, TieKind.SELF)
    others = {(person_id, kind) for person_id, kind in found if person_id != candidate_id}
    return tuple(
        Tie(person_id=person_id, kind=kind, source=TieSource.RECORD, state=begins_as(kind))
        for person_id, kind in sorted({own, *others})
    )


def against_record(known: Iterable[Tie], found: Iterable[Tie]) -> Changes:
    """What is to change when the record is read once more.

    What somebody said is left as it is: lifting her word changes nothing of what the record says, and a word that was
    lifted comes back only where the record newly says the same.
    """
    kept = {(each.person_id, each.kind): each for each in known if each.is_from_record}
    said = {(each.person_id, each.kind): each for each in found}
    return Changes(
        added=tuple(each for key, each in said.items() if key not in kept),
        again=tuple(each for key, each in said.items() if key in kept and kept[key].is_lifted),
        gone=tuple(each for key, each in kept.items() if key not in said and not each.is_lifted),
    )


def strongest(ties: Iterable[Tie]) -> Tie | None:
    """Of the ties of one person the one that decides: what takes her out, a hard one before one she steps back for;
    then one that is open; then the others. None where there are none."""
    return min(ties, key=_rank, default=None)


def is_away(ties: Iterable[Tie]) -> bool:
    """Is she out of the case by any of her ties? Then it is in none of her lists, counts and exports."""
    return any(each.is_away for each in ties)


def may_judge(ties: Iterable[Tie]) -> Decision:
    """May she be given the case, and count towards its quorum, by her ties? Not while one is open either."""
    tie = strongest(ties)
    if tie is None or not (tie.is_away or tie.is_open):
        return ALLOWED
    if tie.is_away:
        return refused("She is out of this case, because something connects her with the candidate. Choose another.")
    return refused(f"What connects her with the candidate is still open: {tie.kind.label}. Decide on it first.")


def people_away(ties: Iterable[Tie]) -> frozenset[int]:
    """Who is out of the case."""
    return frozenset(each.person_id for each in ties if each.is_away)


def people_not_judging(ties: Iterable[Tie]) -> frozenset[int]:
    """Who is out of the case, and who has a tie that is still open."""
    return frozenset(each.person_id for each in ties if each.is_away or each.is_open)


def source_of(declaring: Declaring) -> TieSource:
    """As whom somebody says it: the candidate, the member of herself, or else the chair."""
    if declaring.by_id == declaring.candidate_id:
        return TieSource.CANDIDATE
    return TieSource.MEMBER if declaring.by_id == declaring.person_id else TieSource.CHAIR


def can_declare(declaring: Declaring, *, kind: str, words: str) -> Decision:
    """May this be said of her? Anybody on the panel of herself, the candidate of anybody on it, the chair of all.
    What is read from the record is not said; a soft one says what it is, so that the chair can decide. A word that was
    lifted is not said again; only the chair takes it up once more."""
    if declaring.is_decided:
        return refused(TOO_LATE)
    if kind not in DECLARABLE:
        return refused_at("Choose what connects them from the list. The rest is read from the record.", "kind")
    if source_of(declaring) == TieSource.CHAIR and not declaring.is_chair:
        return refused("Say it of yourself. Of others the candidate and the chair say it.")
    if declaring.person_id not in declaring.panel or declaring.person_id == declaring.candidate_id:
        return refused_at("Choose somebody who sits on the panel for this case.", "person")
    said = [each for each in declaring.known if _is_same(each, declaring, kind=kind)]
    if said and not (said[0].is_lifted and source_of(declaring) == TieSource.CHAIR):
        return refused_at("You have said this already. Where something has changed, tell who chairs the panel.", "kind")
    if strength_of(kind) == Strength.HARD and not words.strip():
        return ALLOWED
    return is_reasoned(words, asks="Say in a sentence what it is. The chair decides by it.", field="words")


def can_decide_tie(tie: Tie, *, state: str, by_id: int, candidate_id: int, reason: str) -> Decision:
    """May somebody decide whether she takes part all the same? Only of a soft tie that is not lifted, with a reason,
    and neither by whom it ties nor by the candidate. A decision may be changed the same way."""
    if tie.is_hard or tie.is_lifted:
        return refused(
            "There is nothing to decide: a hard one takes her out of the case, and a lifted one no longer ties."
        )
    return first_refusal(
        _is_for(tie, by_id=by_id, candidate_id=candidate_id),
        ALLOWED if state in DECIDED else refused_at("Say whether she takes part or steps back.", "state"),
        is_reasoned(reason, asks="Say why. The reason stands in the minutes."),
    )


def can_lift(tie: Tie, *, by_id: int, candidate_id: int, reason: str) -> Decision:
    """May a tie be lifted because it was wrong? Only what somebody said: what the record says is put right there."""
    if tie.is_lifted:
        return refused("It is lifted already. There is nothing more to do.")
    if tie.is_from_record:
        return refused("This is read from the record. Where it is wrong, have the record put right.")
    return first_refusal(
        _is_for(tie, by_id=by_id, candidate_id=candidate_id),
        is_reasoned(reason, asks="Say why it is lifted. The reason is kept with it."),
    )


def _is_for(tie: Tie, *, by_id: int, candidate_id: int) -> Decision:
    if by_id in (tie.person_id, candidate_id):
        return refused("You have a part in this yourself. Ask somebody else who chairs the panel to decide.")
    return ALLOWED


def _is_same(tie: Tie, declaring: Declaring, *, kind: str) -> bool:
    """The same, said by the same: what others said of it is not told."""
    return (tie.person_id, tie.kind, tie.source) == (declaring.person_id, kind, source_of(declaring))


def _rank(tie: Tie) -> tuple[bool, bool, bool, bool, str]:
    is_away = tie.is_away
    return not is_away, not (is_away and tie.is_hard), not tie.is_open, tie.is_lifted, tie.kind
