"""What comes up again and again in moderation, counted by its theme, and the year's actions it led to (D1-64, D1-66).

Comments are coded when they are noted, so that counting needs no reading. The next report tells what was closed. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from asye.rules.faults import Fault
from panels.choices.outcomes import ActionState
from panels.rules.reasons import is_reasoned


@dataclass(frozen=True)
class Comment:
    """A comment on a case under a theme, a strength or something to learn; `is_from_outside` where it came back from a
    sample."""

    theme: str
    case_id: int
    is_strength: bool = False
    is_from_outside: bool = False


@dataclass(frozen=True)
class ThemeCount:
    """How often a theme came up: comments, on how many cases, how many of the comments are strengths, and how many came
    from outside."""

    code: str
    title: str
    comments: int
    cases: int
    strengths: int
    from_outside: int

    @property
    def to_learn(self) -> int:
        """How many of the comments are something to learn."""
        return self.comments - self.strengths


@dataclass(frozen=True, kw_only=True)
class PlannedAction:
    """An action of the year's plan: what is done, who sees to it, until when; how and when it ended. `theme` is a code,
    empty where it belongs to none; `owner` is empty where no name is told."""

    words: str
    owner: str
    due_on: date
    theme: str = ""
    progress: str = ""
    state: ActionState = ActionState.OPEN
    ended_on: date | None = None
    ended_words: str = ""

    def is_late(self, on: date) -> bool:
        """Is its last day over while it is open?"""
        return self.state == ActionState.OPEN and on > self.due_on

    def says(self, on: date) -> str:
        """How it stands on the day, in a sentence for the report."""
        what = self.words.rstrip(".") + (f" ({self.owner})" if self.owner else "")
        if self.state == ActionState.OPEN:
            late = ", late" if self.is_late(on) else ""
            return f"{what}: open until {in_words(self.due_on)}{late}. {self.progress}".rstrip()
        ended = f" on {in_words(self.ended_on)}" if self.ended_on else ""
        return f"{what}: {self.state.label.lower()}{ended}. {self.ended_words}".rstrip()


@dataclass(frozen=True)
class YearPlan:
    """A year's actions in the order of the report: what was closed, what is open (the late first), what was dropped."""

    closed: tuple[PlannedAction, ...]
    still_open: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...]

    @property
    def says(self) -> str:
        """In a sentence: how many of the actions were closed (D1-66)."""
        of = len(self.closed) + len(self.still_open) + len(self.dropped)
        if not of:
            return "No actions were planned."
        actions = "1 action" if of == 1 else f"{of} actions"
        return f"{len(self.closed)} of {actions} closed, {len(self.still_open)} open, {len(self.dropped)} dropped."


def counted(comments: Iterable[Comment], titles: Mapping[str, str]) -> tuple[ThemeCount, ...]:
    """Every theme with how often it came up: on the most cases first, then by title. One without a comment is told
    too, so that nobody takes it for forgotten. `titles` are the words of the themes by their codes."""
    of: dict[str, list[Comment]] = {code: [] for code in titles}
    for comment in comments:
        of[comment.theme].append(comment)
    found = (
        ThemeCount(
            code=code,
            title=titles[code],
            comments=len(said),
            cases=len({each.case_id for each in said}),
            strengths=sum(each.is_strength for each in said),
            from_outside=sum(each.is_from_outside for each in said),
        )
        for code, said in of.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.cases, -each.comments, each.title)))


def year_plan(actions: Iterable[PlannedAction], *, on: date) -> YearPlan:
    """A year's actions by how they stand on the day, each group by its last day."""
    every = sorted(actions, key=lambda action: (not action.is_late(on), action.due_on))
    return YearPlan(*(tuple(each for each in every if each.state == state) for state in _ORDER))


def plan_lines(plan: YearPlan, titles: Mapping[str, str], *, on: date) -> tuple[str, ...]:
    """The lines of a report: each action under its theme, as the plan has them, then how many were closed. Themes come
    in the order of `titles`, actions of none last."""
    actions = (*plan.closed, *plan.still_open, *plan.dropped)
    themed = [f"{title}: {each.says(on)}" for code, title in titles.items() for each in actions if each.theme == code]
    return (*themed, *(each.says(on) for each in actions if each.theme not in titles), plan.says)


def comment_faults(*, theme: str, words: str, themes: Iterable[str]) -> tuple[Fault, ...]:
    """What a comment lacks: one of the themes that are open, and words."""
    known = () if theme in set(themes) else (Fault("theme", "Choose a theme from the list."),)
    return (*known, *_worded(words, asks="Write what was found."))


def action_faults(*, words: str, has_owner: bool, due_on: date | None, on: date) -> tuple[Fault, ...]:
    """What an action lacks: words, somebody who sees to it, and a day from today on."""
    owner = () if has_owner else (Fault("owner", "Say who sees to it."),)
    due = () if due_on and due_on >= on else (Fault("due_on", f"Give {in_words(on)} or a later day."),)
    return (*_worded(words, asks="Write what is to be done."), *owner, *due)


def can_close(state: ActionState, *, words: str) -> Decision:
    """May an action be closed? While it is open, with words on what came of it."""
    return _can_end(state, words=words, asks="Write what came of it. The next report tells it.")


def can_drop(state: ActionState, *, reason: str) -> Decision:
    """May an action be dropped? While it is open, with a reason."""
    return _can_end(state, words=reason, asks="Write why it is dropped. The next report tells it.")


_ORDER = (ActionState.CLOSED, ActionState.OPEN, ActionState.DROPPED)


def _can_end(state: ActionState, *, words: str, asks: str) -> Decision:
    if state != ActionState.OPEN:
        return refused("This action has ended. Plan another if there is more to do.")
    return is_reasoned(words, asks=asks, field="words")


def _worded(words: str, *, asks: str) -> Iterable[Fault]:
    found = is_reasoned(words, asks=asks, field="words")
    return () if found.allowed else (Fault("words", found.reason),)
