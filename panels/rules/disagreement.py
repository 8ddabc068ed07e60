"""When reviews are looked at once more before the panel meets, why, by whom, and when that is settled (workflows 1.1).

Levels are compared criterion by criterion; nothing is added up and nothing averaged (D5-05). The view of the whole is
compared the same way, as a criterion of its own. Pure.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from academy.engines.requirements.dates import number_of
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from asye.rules.faults import Fault, too_long
from panels.choices.cases import COMPARED, CaseState
from panels.choices.judging import TO_DO, AssignmentState, Look, LookReason, ModerationView, Overall, Standing
from panels.choices.panels import MOST_WORDS, Trigger
from panels.rules.parts_of_policy import Criterion, Triggers
from panels.rules.sampling import is_drawn


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one reviewer handed in: the code of a level for each criterion, and her view of the whole (an Overall, or a
    ModerationView of an ASYE)."""

    view: str
    levels: Mapping[str, str]


@dataclass(frozen=True, order=True)
class Given:
    """A level as a reviewer gave it: how high it stands, counted from 0 for the lowest, and what it means."""

    place: int
    title: str
    standing: Standing


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What a case is drawn at random by, so that the draw can be made again, and whether somebody who assessed or
    reviews it does so for the first time."""

    case_id: int
    seed: str
    is_first_time: bool = False


@dataclass(frozen=True)
class Fired:
    """A trigger that asks for another look, and why in a sentence."""

    trigger: Trigger
    says: str


# The views of the whole as levels, the lowest first.
VIEWS: Mapping[str, Given] = {
    view.value: Given(place, str(view.label), means)
    for place, (views, means) in enumerate(
        (
            ((Overall.NOT_YET, ModerationView.DISAGREE), Standing.NOT_MET),
            ((Overall.CONDITION, ModerationView.QUERY), Standing.BORDERLINE),
            ((Overall.PROGRESS, ModerationView.CONFIRM), Standing.MET),
        )
    )
    for view in views
}


def fired(
    reviews: Sequence[Judged], criteria: Iterable[Criterion], *, triggers: Triggers, drawn: Drawn
) -> tuple[Fired, ...]:
    """Everything that asks for another look at a case, trigger by trigger, the criteria in their order and the whole
    after them. Reviews of an ASYE have no criteria but the whole."""
    given = [
        *((each.title, _given(reviews, each)) for each in criteria),
        ("The whole", [VIEWS[each.view] for each in reviews if each.view in VIEWS]),
    ]
    return (
        *(_apart(title, found) for title, found in given if _is_apart(found, least=triggers.spread)),
        *(_standing(given, Standing.NOT_MET, of=len(reviews)) if triggers.not_met else ()),
        *(_standing(given, Standing.BORDERLINE, of=len(reviews)) if triggers.borderline else ()),
        *_by_draw(triggers, drawn),
    )


def is_settled(found: Iterable[Fired], looked_at: Collection[str]) -> bool:
    """Has everything that asks for another look had one? `looked_at` are the triggers of the looks that were handed in:
    what a review that was opened again brings up anew is looked at anew."""
    return all(each.trigger in looked_at for each in found)


def can_look(
    person_id: int, *, candidate_id: int, reviewers: Collection[int], not_judging: Collection[int]
) -> Decision:
    """May she look again at the case? Not who reviewed it, nor who is tied to it or whose tie is still open."""
    if person_id == candidate_id or person_id in not_judging:
        return refused("Something connects her with the candidate. Choose somebody else to look again.")
    if person_id in reviewers:
        return refused("She reviewed this case. Choose somebody who did not, so that it is another look.")
    return ALLOWED


def can_ask_to_look(*, case: CaseState, is_looked_at: bool) -> Decision:
    """May somebody be asked to look again now? Once the reviews are in, and one at a time: `is_looked_at` says that
    somebody has it to look at."""
    if is_looked_at:
        return refused("Somebody is looking at this case already. Wait for her, or take it off her first.")
    if case not in COMPARED:
        return refused("Reviews are looked at again once all are in, and before the case is on the agenda.")
    return ALLOWED


def can_hand_in_look(*, case: CaseState, assignment: AssignmentState) -> Decision:
    """May another look be handed in now? Only by whoever has the case still to look at."""
    if assignment == AssignmentState.DONE:
        return refused("You have handed this in. It stays as it is.")
    if assignment not in TO_DO or case != CaseState.LOOKED_AGAIN:
        return refused("This case is not looked at again now. Your words are kept; ask the chair how it goes on.")
    return ALLOWED


def look_faults(*, view: str, reason: str, words: str) -> tuple[Fault, ...]:
    """What another look lacks: a view, words, and a reason of the list where the reviews are varied or do not hold."""
    return (
        *_view_faults(view),
        *_reason_faults(view, reason),
        *(() if words.strip() else (Fault("words", "Write what you found. The panel reads it."),)),
        *((too_long("words", MOST_WORDS),) if len(words) > MOST_WORDS else ()),
    )


def _given(reviews: Iterable[Judged], criterion: Criterion) -> list[Given]:
    """The level each reviewer gave on a criterion; without those who say nothing of it."""
    places = {level.code: Given(place, level.title, level.standing) for place, level in enumerate(criterion.levels)}
    codes = (each.levels.get(criterion.code, "") for each in reviews)
    return [places[code] for code in codes if code in places]


def _is_apart(found: Sequence[Given], *, least: int) -> bool:
    return bool(found) and 0 < least <= max(found).place - min(found).place


def _apart(title: str, found: Sequence[Given]) -> Fired:
    low, high = min(found), max(found)
    apart = number_of(high.place - low.place, "level")
    return Fired(Trigger.SPREAD, f"{title}: the reviewers are {apart} apart, from “{low.title}” to “{high.title}”.")


def _standing(given: Iterable[tuple[str, Sequence[Given]]], standing: Standing, *, of: int) -> Iterable[Fired]:
    trigger = Trigger.NOT_MET if standing == Standing.NOT_MET else Trigger.BORDERLINE
    for title, found in given:
        number = sum(each.standing == standing for each in found)
        if number:
            who = f"{number} of {of} reviewers {'find' if number > 1 else 'finds'}" if of > 1 else "the reviewer finds"
            yield Fired(trigger, f"{title}: {who} it {standing.label.lower()}.")


def _by_draw(triggers: Triggers, drawn: Drawn) -> Iterable[Fired]:
    if is_drawn(drawn.case_id, percent=triggers.random_percent, seed=drawn.seed):
        yield Fired(Trigger.RANDOM, f"Drawn at random, as about {triggers.random_percent} of 100 cases are.")
    if triggers.first_time and drawn.is_first_time:
        yield Fired(Trigger.FIRST_TIME, "Somebody assessed or reviewed for the first time.")


def _view_faults(view: str) -> Iterable[Fault]:
    if view not in Look.values:
        yield Fault("view", "Say whether the reviews hold, are to be varied, or do not hold.")


def _reason_faults(view: str, reason: str) -> Iterable[Fault]:
    if reason not in ("", *LookReason.values) or (view in (Look.VARY, Look.DISAGREE) and not reason):
        yield Fault("reason", "Choose the reason from the list. Reasons are counted over the year.")
