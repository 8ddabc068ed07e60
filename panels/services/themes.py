"""Themes of moderation and what is noted of an ASYE under one: counted without reading, told without names (D1-66)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import slugify

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.services.judging import lock_organisation, worded
from asye.services.refusing import require_faultless
from panels.choices.outcomes import NoteSort
from panels.choices.panels import MOST_TITLE
from panels.models import Case, Sampled, Theme, ThemeNote
from panels.rules.themes import comment_faults
from panels.selectors.themes import open_themes
from panels.services.locking import NOT_YOURS, locked

KEEP, NOTE, TAKE_BACK = "panels.theme.keep", "panels.theme.note", "panels.theme.take_back"
MOST_CODE = 40


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What is to be noted: under the code of a theme, of which sort, in words that name nobody."""

    theme: str
    sort: NoteSort
    words: str


@command("panels.theme.open")
def open_theme(*, organisation: Organisation, title: str, by: Actor, at: datetime) -> Theme:
    """Take up a theme under which comments are noted from now on; its code is made of its title.

    Refuses whoever does not run moderation there, no title or one that is too long, and one that is there already.
    """
    if not allows(KEEP, by, organisation):
        raise Refused(NOT_YOURS)
    # Two presses at once take it up once.
    held = lock_organisation(organisation.pk)
    said = worded(title, field="title", missing="Name the theme.", most=MOST_TITLE)
    code = slugify(said)[:MOST_CODE] or "theme"
    there = Theme.objects.filter(organisation=held)
    if there.filter(title__iexact=said).exists() or there.filter(code=code).exists():
        raise Refused("There is a theme of this name. One that has ended can be taken up again.", field="title")
    made = Theme.objects.create(organisation=held, code=code, title=said)
    record(made, changed=("code", "title"), organisation=held.pk)
    return made


@command("panels.theme.end")
def end_theme(*, theme: Theme, by: Actor, at: datetime) -> Theme:
    """End a theme: nothing more is noted under it, and what was stays counted. Refuses whoever does not run moderation
    there, and one that has ended."""
    held = _kept(theme, by=by)
    if held.ended_on is not None:
        raise Refused("This theme has ended.")
    return _until(held, by=by, ended=True)


@command("panels.theme.take_up")
def take_up(*, theme: Theme, by: Actor, at: datetime) -> Theme:
    """Take a theme up again that has ended. Refuses whoever does not run moderation there, and one that is open."""
    held = _kept(theme, by=by)
    if held.ended_on is None:
        raise Refused("This theme is open.")
    return _until(held, by=by, ended=False)


@command("panels.theme.note")
def note(*, case: Case, said: Noted, by: Actor, at: datetime) -> ThemeNote:
    """Note on an ASYE under moderation what was done well or what there is to learn. Candidate and assessor never see
    it; it counts once the case is told.

    Refuses whoever the table of sight does not show the themes of the case, another kind of case, and what has no open
    theme or no words.
    """
    return _noted(locked(case, NOTE, by=by), said, by=by)


@command("panels.theme.note_from_outside")
def note_from_outside(*, sampled: Sampled, said: Noted, by: Actor, at: datetime) -> ThemeNote:
    """Note under a theme what came back of a sampled case. Refuses whoever does not run moderation there or does not
    see the case, one of which nothing came back, and what has no open theme or no words."""
    seen = Sampled.objects.visible_to(by).filter(pk=sampled.pk)
    current = seen.select_related("sample", "case").first()
    if current is None or not allows(KEEP, by, current):
        raise Refused(NOT_YOURS)
    if current.received_on is None:
        raise Refused("Note what came back first, then under which theme it belongs.")
    return _noted(current.case, said, by=by, sampled=current)


@command("panels.theme.take_back")
def take_back(*, note: ThemeNote, by: Actor, at: datetime) -> Case:
    """Take back what one noted oneself: it is gone and counts no more. Gives its case. Refuses whoever did not note it
    or does not see the themes of the case any more."""
    held = ThemeNote.objects.select_for_update(of=("self",)).select_related("case").filter(pk=note.pk).first()
    if held is None or not allows(TAKE_BACK, by, held):
        raise Refused(NOT_YOURS)
    record(held, moved=("noted", ""), about=held.person_id, organisation=held.organisation_id)
    held.delete()
    return held.case


def _kept(theme: Theme, *, by: Actor) -> Theme:
    held: Theme = Theme.objects.select_for_update().get(pk=theme.pk)
    if not allows(KEEP, by, held):
        raise Refused(NOT_YOURS)
    return held


def _until(held: Theme, *, by: Actor, ended: bool) -> Theme:
    held.ended_on = by.on if ended else None
    held.save(update_fields=["ended_on"])
    record(held, changed=("ended_on",), organisation=held.organisation_id)
    return held


def _noted(case: Case, said: Noted, *, by: Actor, sampled: Sampled | None = None) -> ThemeNote:
    themes = {theme.code: theme for theme in open_themes(case.organisation_id)}
    require_faultless(comment_faults(theme=said.theme, words=said.words, themes=themes))
    made = ThemeNote.objects.create(
        theme=themes[said.theme],
        case=case,
        sampled=sampled,
        sort=said.sort,
        words=said.words.strip(),
        noted_on=by.on,
        noted_by_id=by.person_id,
    )
    record(made, changed=("theme", "sort", "words"), about=case.person_id, organisation=case.organisation_id)
    return made
