"""Themes of moderation: those that are open, what was noted of a case, and how often each came up in a half-year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from asye.rules.moderation_summary import Half, halves
from panels.choices.cases import CaseState
from panels.choices.outcomes import NoteSort
from panels.models import Case, Theme, ThemeNote
from panels.rules.themes import Comment, ThemeCount, counted


@dataclass(frozen=True)
class ThemeRow:
    """A theme with how often it came up in the half-year."""

    theme: Theme
    count: ThemeCount


def open_themes(organisation_id: int | None) -> list[Theme]:
    """Those under which something can be noted there, by title. One query."""
    return list(Theme.objects.filter(organisation_id=organisation_id, ended_on=None).order_by("title", "pk"))


def notes_of(case: Case, actor: Actor) -> list[ThemeNote]:
    """What was noted of a case, for who sees its themes, the first first. One query."""
    seen = ThemeNote.objects.visible_to(actor).filter(case=case)
    return list(seen.select_related("theme").order_by("noted_on", "pk"))


def noted_halves(organisation_id: int | None, *, on: date) -> list[Half]:
    """Half-years since something was first noted there, the latest first. One query."""
    rows = ThemeNote.objects.filter(theme__organisation_id=organisation_id).order_by("noted_on", "pk")
    first = rows.values_list("noted_on", flat=True).first()
    return halves(min(first or on, on), on=on)


def theme_rows(actor: Actor, half: Half) -> list[ThemeRow]:
    """Every theme where the actor acts with how often it came up in the half-year, the widest first; of one that has
    ended only where it did come up, or to take it up again, after those that are open. Two queries."""
    themes = {theme.code: theme for theme in Theme.objects.filter(organisation_id=actor.organisation_id)}
    counts = counts_of(actor, half, list(themes.values()))
    return sorted((ThemeRow(themes[each.code], each) for each in counts), key=lambda row: bool(row.theme.ended_on))


def counts_of(actor: Actor, half: Half, themes: Sequence[Theme]) -> tuple[ThemeCount, ...]:
    """How often each of these themes came up in the half-year: what was noted then of cases that are told now, but none
    the actor is out of. One query."""
    notes = ThemeNote.objects.filter(theme__in=[each.pk for each in themes], case__state=CaseState.RELEASED)
    notes = notes.filter(noted_on__gte=half.first, noted_on__lte=half.last)
    notes = notes.filter(case__in=Case.objects.not_away(actor).order_by().values("pk"))
    rows = notes.order_by("pk").values_list("theme__code", "case_id", "sort", "sampled_id")
    comments = [
        Comment(code, case_id, is_strength=sort == NoteSort.STRENGTH, is_from_outside=sampled_id is not None)
        for code, case_id, sort, sampled_id in rows
    ]
    return counted(comments, {each.code: each.title for each in themes})
