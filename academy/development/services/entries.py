"""Writing, keeping, withdrawing and bringing back entries. Everything here is for the author alone."""

import uuid
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from academy.development.choices import DRAFT_FORM, MOST_REASON, Kind
from academy.development.models import Entry
from academy.development.rules.entries import faults, missing_for_keeping
from academy.development.services.sharing import end_all
from academy.development.workflow.entries import ENTRY
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.drafts.services.drafts import delete as forget_draft
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import User


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the form says. Hours are hours of learning in quarters; statements are ids."""

    kind: str = Kind.WORK
    title: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    way: str = ""
    happened: str = ""
    learnt: str = ""
    impact: str = ""
    hours: Decimal | None = None
    statement_ids: frozenset[int] = frozenset()


TEXT_FIELDS = tuple(field.name for field in fields(Words) if field.name != "statement_ids")


@dataclass(frozen=True)
class Form:
    """Which form the words come from: its random name, and how the entry stood when it was opened.

    `seen` is the `changed_at` of that moment, None for a form opened on nothing.
    """

    token: uuid.UUID
    seen: datetime | None = None


class ChangedSince(Refused):
    """The entry was changed elsewhere after the form was opened and says something else now; nothing is overwritten."""


@command("development.entry.leave")
def leave_as_draft(*, form: Form, words: Words, by: Actor, at: datetime) -> Entry:
    """Store what is written so far, whole or not. The same form sent again changes the entry it made.

    Refuses impossible dates, hours and lengths, an entry that is kept or withdrawn by now, and (`ChangedSince`) one
    that another tab changed.
    """
    entry, changed = _write(form=form, words=words, by=by, at=at)
    if not entry.is_draft:
        raise Refused("This entry is kept already. Press “Keep this entry” to keep what you changed.")
    _record(entry, changed)
    return entry


@command("development.entry.keep")
def keep(*, form: Form, words: Words, by: Actor, at: datetime) -> Entry:
    """Keep what is written: a new entry, a draft, or the changes of an entry kept before. Sent twice, it is one entry.

    Refuses what is impossible, an entry without title, date, way or what happened, and (`ChangedSince`) one that
    another tab changed. Versions that were shared or used stay as they are; the next share or use makes the next one.
    """
    missing = missing_for_keeping(words)
    if missing:
        raise Refused(missing[0].reason, field=missing[0].field)
    entry, changed = _write(form=form, words=words, by=by, at=at)
    if entry.is_kept:
        _record(entry, changed)
        return entry
    return apply(ENTRY, "keep", entry, by=by, at=at)


@command("development.entry.withdraw")
def withdraw(*, entry: Entry, reason: str, by: Actor, at: datetime) -> Entry:
    """Take an entry back: it counts nowhere any more, nobody reads it, and every share of it ends.

    What used it keeps its copy. A kept entry needs a reason (500 characters at most), which stays with the entry and is
    shown to its author only; a draft needs none.
    """
    reason = reason.strip()
    if entry.is_kept and not reason:
        raise Refused("Say in a few words why. Only you will see it.", field="reason")
    if len(reason) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    withdrawn = apply(ENTRY, "withdraw", entry, by=by, at=at)
    withdrawn.withdrawn_because = reason
    withdrawn.save(update_fields=["withdrawn_because"])
    end_all(entry=withdrawn, by=by, at=at)
    return withdrawn


@command("development.entry.bring_back")
def bring_back(*, entry: Entry, by: Actor, at: datetime) -> Entry:
    """Make a withdrawn entry a draft again. Shares that ended stay ended."""
    back = apply(ENTRY, "bring_back", entry, by=by, at=at)
    back.withdrawn_at, back.withdrawn_because = None, ""
    back.save(update_fields=["withdrawn_at", "withdrawn_because"])
    return back


def _write(*, form: Form, words: Words, by: Actor, at: datetime) -> tuple[Entry, set[str]]:
    """The entry of this form with these words in it, and the names of the fields that changed."""
    if not allows("development.entry.start", by):
        raise Refused("Entries belong to somebody with a post or a membership. Ask your academy lead to add yours.")
    wrong = faults(words, on=by.on)
    if wrong:
        raise Refused(wrong[0].reason, field=wrong[0].field)
    entry, is_new = Entry.objects.select_for_update().get_or_create(
        author_id=by.person_id,
        token=form.token,
        defaults={"organisation_id": by.organisation_id, "created_at": at, "changed_at": at, **_columns(words)},
    )
    if entry.is_withdrawn:
        raise Refused("This entry is withdrawn. Bring it back first, then change it.")
    mapped = set() if is_new else set(entry.statements.values_list("pk", flat=True))
    changed = set(TEXT_FIELDS) if is_new else _differing(entry, words)
    if mapped != words.statement_ids:
        changed.add("statements")
    if changed and not is_new and form.seen != entry.changed_at:
        raise ChangedSince("This entry was changed in another tab since you opened it. Both texts are below.")
    _overwrite(entry, words=words, changed=changed, at=at)
    _forget_drafts(entry, by=by)
    return entry, changed


def _differing(entry: Entry, words: Words) -> set[str]:
    return {name for name, value in _columns(words).items() if getattr(entry, name) != value}


def _overwrite(entry: Entry, *, words: Words, changed: set[str], at: datetime) -> None:
    for name in changed - {"statements"}:
        setattr(entry, name, getattr(words, name))
    if changed:
        entry.changed_at = at
        entry.save(update_fields=[*(changed - {"statements"}), "changed_at"])
    if "statements" in changed:
        _map(entry, words.statement_ids)


def _map(entry: Entry, statement_ids: frozenset[int]) -> None:
    """Map the entry to these statements; refuses ids that are not there."""
    if entry.statements.model._default_manager.filter(pk__in=statement_ids).count() != len(statement_ids):
        raise Refused("One of the standards is no longer there. Open the page again and choose.", field="statements")
    entry.statements.set(statement_ids)


def _forget_drafts(entry: Entry, *, by: Actor) -> None:
    """The words are handed in: what the form saved by itself, under its first name or the entry's id, goes with it."""
    owner = User.objects.filter(pk=by.user_id).first()
    if owner is not None:
        for key in (f"new-{entry.token}", str(entry.pk)):
            forget_draft(owner=owner, form=DRAFT_FORM, key=key)


def _columns(words: Words) -> dict[str, object]:
    return {name: getattr(words, name) for name in TEXT_FIELDS}


def _record(entry: Entry, changed: set[str]) -> None:
    record(entry, changed=changed, about=entry.author_id, organisation=entry.organisation_id)
