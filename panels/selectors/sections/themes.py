"""On the page of an ASYE under moderation: what was noted of it under themes, for who sees them by the table."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from panels.models import Case, ThemeNote
from panels.rules.visibility import Sight
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees
from panels.selectors.themes import notes_of


@dataclass(frozen=True)
class Line:
    """A note, and whether whoever looks made it and may take it back."""

    note: ThemeNote
    is_own: bool


def themes_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case, for who sees its themes; None for another kind of case. One query."""
    if Sight.THEMES not in sees or not case.is_moderation:
        return None
    lines = [Line(note, note.noted_by_id == actor.person_id) for note in notes_of(case, actor)]
    return Section("panels/case/_themes.html", {"lines": lines}, order=78)
