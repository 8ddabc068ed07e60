"""Cutting immutable copies of entries, and citing them."""

from dataclasses import dataclass
from datetime import datetime

from academy.development.models import Entry, EntryVersion, Use
from academy.development.rules.copies import Copy
from academy.development.selectors.copies import beside, present_copy
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor

NOT_KEPT = "Keep this entry first. A draft can still change under the reader’s eyes."


@dataclass(frozen=True, kw_only=True)
class Citation:
    """What an entry is used for: the purpose's code, a word or two for lists, and the citing app's own name for it."""

    purpose: str
    label: str
    reference: str = ""


@command("development.entry.cite")
def cite(*, entry: Entry, citation: Citation, by: Actor, at: datetime) -> Use:
    """Use a kept entry for a purpose; the use keeps this version, whatever becomes of the entry.

    Citing the same version again for the same thing gives the use there is. Refuses drafts, withdrawn entries and
    anybody but the author. For the apps above: portfolios, ASYE, panels, the regulator's piece.
    """
    if not allows("development.entry.cite", by, entry):
        raise Refused("Only the person who wrote it can use this entry.")
    version = latest_version(entry=entry, at=at)
    use, _ = Use.objects.get_or_create(
        version=version,
        purpose=citation.purpose,
        reference=citation.reference,
        defaults={"label": citation.label, "used_at": at},
    )
    record(use, changed=("version",), note=citation.purpose, about=entry.author_id, organisation=entry.organisation_id)
    return use


def latest_version(*, entry: Entry, at: datetime) -> EntryVersion:
    """The version of the entry as it stands: the last one if nothing changed since, else the next, cut now.

    To be called inside a command. Refuses an entry that is not kept.
    """
    current = Entry.objects.select_for_update().get(pk=entry.pk)
    if not current.is_kept:
        raise Refused(NOT_KEPT)
    copy = present_copy(current, beside(current))
    last = current.versions.order_by("-number").first()
    if last is not None and last.sha256 == copy.sha256:
        return last
    return _cut(current, copy=copy, number=last.number + 1 if last else 1, at=at)


def _cut(entry: Entry, *, copy: Copy, number: int, at: datetime) -> EntryVersion:
    version = EntryVersion.objects.create(
        entry=entry,
        number=number,
        title=entry.title,
        text=copy.text,
        statements=copy.statements,
        files=copy.files,
        sha256=copy.sha256,
        cut_at=at,
    )
    version.attached.set(entry.files.values_list("file_id", flat=True))
    return version
