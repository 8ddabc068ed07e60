"""What the crowd shared with their managers, and what was talked over: copies, shares, grants and talks in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.config.demo.keeping import Kept
from academy.development.choices import SHARE
from academy.development.models import Discussion, Entry, EntryVersion, Share
from academy.development.rules.copies import CitedStatement, copy_of
from academy.engines.access.models import Grant

# Of a hundred kept entries so many are shared, and of a hundred shared ones so many talked over when there was time.
SHARED = 16
DISCUSSED = 80
NOTES = (
    "For our next supervision, please.",
    "I should like to talk this one through.",
    "Ten minutes would be enough.",
    "You asked how it went.",
    "I am not sure about the last part.",
    "",
    "",
)


@dataclass
class Sharing:
    """Shares of one loading. A manager is not shown the same text by two people."""

    yesterday: date
    _shown: set[tuple[int, str]] = field(default_factory=set)

    def write(self, kept: Iterable[Kept]) -> int:
        """Share some of the kept entries with whoever managed their author that day; returns how many."""
        chosen = [(each, reader) for each in kept if (reader := self._reader(each)) is not None]
        versions = EntryVersion.objects.bulk_create(self._version(each) for each, _ in chosen)
        shares = Share.objects.bulk_create(
            self._share(each, version=version, reader_id=reader)
            for (each, reader), version in zip(chosen, versions, strict=True)
        )
        Grant.objects.bulk_create(self._grant(share) for share in shares)
        talks = (self._talk(share, author=each.writer.name) for (each, _), share in zip(chosen, shares, strict=True))
        Discussion.objects.bulk_create(filter(None, talks))
        return len(shares)

    def _reader(self, each: Kept) -> int | None:
        dice = Dice("shares", each.writer.name, each.entry.title)
        manager_id = each.writer.manager_on(self._shared_at(each).date())
        if not each.entry.is_kept or manager_id is None or not dice.happens(SHARED):
            return None
        if (manager_id, each.entry.title) in self._shown:
            return None
        self._shown.add((manager_id, each.entry.title))
        return manager_id

    def _shared_at(self, each: Kept) -> datetime:
        dice = Dice("shared", each.writer.name, each.entry.title)
        kept_on = timezone.localdate(each.entry.kept_at)
        day = min(kept_on + timedelta(days=dice.between(0, 5)), self.yesterday, each.writer.until)
        at = moment(day, dice)
        return max(at, each.entry.kept_at) if each.entry.kept_at else at

    def _version(self, each: Kept) -> EntryVersion:
        cited = [CitedStatement(statement.key, statement.title) for statement in each.statements]
        copy = copy_of(each.entry, statements=cited, files=[])
        return EntryVersion(
            entry=each.entry,
            number=1,
            title=each.entry.title,
            text=copy.text,
            statements=copy.statements,
            files=copy.files,
            sha256=copy.sha256,
            cut_at=self._shared_at(each),
        )

    def _share(self, each: Kept, *, version: EntryVersion, reader_id: int) -> Share:
        note = Dice("note", each.writer.name, each.entry.title).pick(NOTES)
        return Share(entry=each.entry, version=version, person_id=reader_id, note=note, shared_at=version.cut_at)

    def _grant(self, share: Share) -> Grant:
        return Grant(
            person_id=share.person_id,
            thing_type=ContentType.objects.get_for_model(Entry),
            thing_id=share.entry_id,
            purpose=SHARE,
            from_on=timezone.localdate(share.shared_at),
            given_by_id=share.entry.author_id,
            given_at=share.shared_at,
        )

    def _talk(self, share: Share, *, author: str) -> Discussion | None:
        dice = Dice("talk", author, share.entry.title)
        on = timezone.localdate(share.shared_at) + timedelta(days=dice.between(2, 21))
        if on > self.yesterday or not dice.happens(DISCUSSED):
            return None
        noted_by = dice.pick((share.entry.author_id, share.person_id))
        return Discussion(
            entry=share.entry, person_id=share.person_id, on=on, noted_by_id=noted_by, noted_at=moment(on, dice)
        )
