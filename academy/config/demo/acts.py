"""What the cast wrote, shared and talked over, each by its own act of the person herself on that day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment
from academy.config.demo.dice import Dice
from academy.config.demo.keeping import hours_of, kept_at, token_of
from academy.config.demo.reading import Text
from academy.config.demo.standards import Standards, own_keys
from academy.config.demo.writers import Writer
from academy.config.demo.writing import Planned
from academy.development.models import Entry
from academy.development.services import entries, partners, reflections, sharing, versions
from academy.development.services.entries import Form, Words
from academy.development.services.reflections import Talk
from academy.development.services.versions import Citation
from academy.identity.actor import Actor
from academy.identity.models import Person


@dataclass(frozen=True)
class Acts:
    """The acts of the cast upon their own writing."""

    cast: Cast
    standards: Standards

    def write(self, writer: Writer, planned: Planned) -> Entry:
        """Keep an entry, or leave it as a draft, at the moment it was written down."""
        at = kept_at(writer, planned, yesterday=self.cast.days.yesterday)
        by = self._actor(writer, timezone.localdate(at))
        act = entries.leave_as_draft if planned.is_draft else entries.keep
        words = self._words(planned, writer)
        return act(form=Form(token_of(writer.name, planned.text.title)), words=words, by=by, at=at)

    def share(self, entry: Entry, reader: Person, *, days_ago: int, note: str, talked: int | None = None) -> None:
        """Share so many days ago, and talk it over so many days later."""
        at = self._at(entry, days_ago)
        sharing.share(entry=entry, person=reader, note=note, by=self._author(entry, at), at=at)
        if talked is not None:
            on = min(timezone.localdate(at) + timedelta(days=talked), self.cast.days.yesterday)
            noted_at = moment(on, Dice("noted", entry.title))
            by = actor(reader, entry.organisation, on)
            sharing.discuss(entry=entry, person=reader, on=on, by=by, at=noted_at)

    def cite(self, entry: Entry, text: Text, *, days_ago: int) -> None:
        """Use the entry for what the text says it was used for."""
        at = self._at(entry, days_ago)
        for use in text.uses:
            versions.cite(entry=entry, citation=Citation(**use), by=self._author(entry, at), at=at)

    def reflect(self, entry: Entry, peer: Person, *, talk: Talk, confirmed: str | None = None) -> None:
        """Note a talk with a colleague the day after, and let her confirm it in her words two days later."""
        on = min(talk.talked_on + timedelta(days=1), self.cast.days.yesterday)
        at = moment(on, Dice("reflected", entry.title))
        asked = reflections.ask_colleague(entry=entry, peer=peer, talk=talk, by=self._author(entry, at), at=at)
        if confirmed is not None:
            on = min(on + timedelta(days=2), self.cast.days.yesterday)
            by = actor(peer, entry.organisation, on)
            at = max(moment(on, Dice("confirmed", entry.title)), at)
            reflections.answer(reflection=asked, took_place=True, words=confirmed, by=by, at=at)

    def offer(self, person: Person, entry: Entry, *, days_ago: int) -> None:
        """Let somebody be suggested as a peer to the colleagues of an entry's author."""
        at = self._at(entry, days_ago)
        partners.offer(by=actor(person, entry.organisation, timezone.localdate(at)), at=at)

    def withdraw(self, entry: Entry, *, reason: str, days_ago: int) -> None:
        at = self._at(entry, days_ago)
        entries.withdraw(entry=entry, reason=reason, by=self._author(entry, at), at=at)

    def _at(self, entry: Entry, days_ago: int) -> datetime:
        """A moment so many days ago, but not before the entry was kept."""
        at = moment(self.cast.days.around(-days_ago), Dice("act", entry.title, days_ago))
        return max(at, entry.kept_at or at)

    def _author(self, entry: Entry, at: datetime) -> Actor:
        return actor(entry.author, entry.organisation, timezone.localdate(at))

    def _actor(self, writer: Writer, on: date) -> Actor:
        """The writer as she acted that day."""
        organisations = self.cast.places.organisations.values()
        own = next(each for each in organisations if each.pk == writer.organisation_id)
        return actor(self.cast.people[writer.name], own, on)

    def _words(self, planned: Planned, writer: Writer) -> Words:
        text = planned.text
        keys = own_keys(text.statements, writes=writer.writes, service=writer.service)
        return Words(
            kind=text.kind,
            title=text.title,
            started_on=planned.on,
            way=text.way,
            happened=text.happened,
            learnt=text.learnt,
            impact=text.impact,
            hours=hours_of(text),
            statement_ids=frozenset(each.pk for each in self.standards.statements(keys, on=planned.on)),
        )
