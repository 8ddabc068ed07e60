"""What a goal says, and what is wrong with it (S2-79). Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from academy.development.choices import MOST_REASON, MOST_TITLE
from academy.development.choices.plans import MOST_WORDS, GoalSource
from academy.development.rules.entries import Fault

# A goal further away than this is a hope; it may be set again when it has come nearer.
MOST_YEARS = 5


@dataclass(frozen=True, kw_only=True)
class GoalWords:
    """What somebody wants to learn or reach, why, how, and by when; and what it came from."""

    title: str
    why: str = ""
    how: str = ""
    due_on: date | None = None
    source: str = GoalSource.OWN
    statement_ids: frozenset[int] = field(default_factory=frozenset)


def goal_faults(words: GoalWords, *, on: date, known_due_on: date | None = None) -> list[Fault]:
    """Everything that is wrong, one fault a field. A day that has passed may stay where it was set before."""
    faults = []
    title = words.title.strip()
    if not title or len(title) > MOST_TITLE:
        faults.append(Fault("title", f"Write what you want to learn or reach, in at most {MOST_TITLE} characters."))
    faults += [
        Fault(name, f"Use at most {MOST_WORDS:,} characters.")
        for name in ("why", "how")
        if len(getattr(words, name)) > MOST_WORDS
    ]
    if words.source not in GoalSource.values:
        faults.append(Fault("source", "Choose one of the answers shown."))
    reason = _due_reason(words.due_on, on=on, known=known_due_on)
    return [*faults, Fault("due_on", reason)] if reason else faults


def closing_reason(words: str, *, is_reached: bool) -> str:
    """Why these closing words do not do; "" where they do. Dropping asks for a reason, reaching does not."""
    if len(words) > MOST_REASON:
        return f"Use at most {MOST_REASON} characters."
    if not words and not is_reached:
        return "Write in a few words why you do not go on with it. It stays with the goal."
    return ""


def breaks_agreement(before: GoalWords, after: GoalWords) -> bool:
    """Did her manager agree to something else? Standards and source may change without her."""
    return any(getattr(before, name) != getattr(after, name) for name in ("title", "why", "how", "due_on"))


def changed_names(before: GoalWords, after: GoalWords) -> tuple[str, ...]:
    """The names of what differs, for the audit."""
    names = ("title", "why", "how", "due_on", "source")
    changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
    return (*changed, "statements") if before.statement_ids != after.statement_ids else changed


def tidied(words: GoalWords) -> GoalWords:
    """The same without spaces around the texts, and with one kind of line end."""
    return GoalWords(
        title=" ".join(words.title.split()),
        why=_plain(words.why),
        how=_plain(words.how),
        due_on=words.due_on,
        source=words.source,
        statement_ids=words.statement_ids,
    )


def is_overdue(due_on: date, *, is_open: bool, on: date) -> bool:
    return is_open and due_on < on


def goals_sentence(due: Collection[date], *, on: date) -> str:
    """How many goals are open, and how many of them are past their day."""
    if not due:
        return "No open goal."
    past = sum(1 for day in due if day < on)
    told = "1 open goal" if len(due) == 1 else f"{len(due)} open goals"
    return f"{told}, {past} past the day." if past else f"{told}."


def _plain(text: str) -> str:
    return text.strip().replace("\r\n", "\n")


def _due_reason(due_on: date | None, *, on: date, known: date | None) -> str:
    if due_on is None:
        return "Write by when, as day, month and year."
    if due_on == known:
        return ""
    if due_on < on:
        return "Write a day to come."
    if due_on.year - on.year > MOST_YEARS:
        return f"Write a day within the next {MOST_YEARS} years."
    return ""
