"""When reviews are looked at once more before the panel meets, why, by whom, and when that is settled (workflows 1.1).

Levels are compared criterion by criterion; nothing is added up and nothing averaged (D5-05). The view of the whole is
compared the same way, as a criterion of its own. Pure.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from asye.rules.faults import Fault, too_long
from panels.choices.judging import Look, LookReason, ModerationView, Overall, Standing
from panels.choices.panels import MOST_WORDS, Trigger
from panels.rules.parts_of_policy import Criterion, Level, Triggers
from panels.rules.sampling import is_drawn

# No criterion of an employer has this code: theirs are plain words.
WHOLE = "*whole*"


def _views(*views: tuple[Overall | ModerationView, Standing]) -> Criterion:
    """The view of the whole as a criterion: its levels from the lowest."""
    levels = (Level(code=view.value, title=str(view.label), describes="", standing=means) for view, means in views)
    return Criterion(code=WHOLE, title="The whole", asks="", levels=tuple(levels))


OVERALL = _views(
    (Overall.NOT_YET, Standing.NOT_MET), (Overall.CONDITION, Standing.BORDERLINE), (Overall.PROGRESS, Standing.MET)
)
OF_MODERATION = _views(
    (ModerationView.DISAGREE, Standing.NOT_MET),
    (ModerationView.QUERY, Standing.BORDERLINE),
    (ModerationView.CONFIRM, Standing.MET),
)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one reviewer handed in: the code of a level for each criterion, and her view of the whole (an Overall, or a
    ModerationView of an ASYE)."""

    view: str
    levels: Mapping[str, str]

    def level(self, code: str) -> str:
        """The code of her level on a criterion; empty where she says nothing of it."""
        return self.view if code == WHOLE else self.levels.get(code, "")


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


def fired(
    reviews: Sequence[Judged], criteria: Iterable[Criterion], *, triggers: Triggers, drawn: Drawn
) -> tuple[Fired, ...]:
    """Everything that asks for another look at a case, trigger by trigger, the criteria in their order and the whole
    after them. Reviews of an ASYE have no criteria but the whole."""
    asked = (*criteria, OVERALL, OF_MODERATION)
    return (
        *(_apart(reviews, each) for each in asked if _is_apart(reviews, each, least=triggers.spread)),
        *(_standing(reviews, asked, Standing.NOT_MET) if triggers.not_met else ()),
        *(_standing(reviews, asked, Standing.BORDERLINE) if triggers.borderline else ()),
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


def look_faults(*, view: str, reason: str, words: str) -> tuple[Fault, ...]:
    """What another look lacks: a view, words, and a reason of the list where the reviews are varied or do not hold."""
    return (
        *_view_faults(view),
        *_reason_faults(view, reason),
        *(() if words.strip() else (Fault("words", "Write what you found. The panel reads it."),)),
        *((too_long("words", MOST_WORDS),) if len(words) > MOST_WORDS else ()),
    )


def _places(reviews: Iterable[Judged], criterion: Criterion) -> list[int]:
    """How high each level given on a criterion stands, counted from 0; without those who say nothing of it."""
    places = (criterion.place(each.level(criterion.code)) for each in reviews)
    return [place for place in places if place is not None]


def _is_apart(reviews: Sequence[Judged], criterion: Criterion, *, least: int) -> bool:
    places = _places(reviews, criterion)
    return 0 < least <= max(places, default=0) - min(places, default=0)


def _apart(reviews: Sequence[Judged], criterion: Criterion) -> Fired:
    places = _places(reviews, criterion)
    low, high = (criterion.levels[place].title for place in (min(places), max(places)))
    levels = max(places) - min(places)
    apart = f"{levels} level{'' if levels == 1 else 's'} apart"
    return Fired(Trigger.SPREAD, f"{criterion.title}: the reviewers are {apart}, from “{low}” to “{high}”.")


def _standing(reviews: Sequence[Judged], asked: Iterable[Criterion], standing: Standing) -> Iterable[Fired]:
    trigger = Trigger.NOT_MET if standing == Standing.NOT_MET else Trigger.BORDERLINE
    for criterion in asked:
        found = [criterion.levels[place] for place in _places(reviews, criterion)]
        number = sum(level.standing == standing for level in found)
        if number:
            find = "find" if number > 1 else "finds"
            who = f"{number} of {len(reviews)} reviewers {find}" if len(reviews) > 1 else "the reviewer finds"
            yield Fired(trigger, f"{criterion.title}: {who} it {standing.label.lower()}.")


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
