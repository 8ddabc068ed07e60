"""Own writing and learning with peers, as facts: that it was and on which day, never what of.

An entry is its author's until she shares it. That she kept one on a day is counted for her, her manager and the
academy; its title, its words and with whom she talked about it are in no fact.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import cast

from django.db.models import F
from django.urls import reverse

from academy.development.choices import EntryState, Kind, ReflectionState
from academy.development.choices.supervisions import PeerSessionState
from academy.development.models import Entry, PeerAttendance, PeerReflection, PeerSession
from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import keyed, which_of

ENTRY, PEER_LEARNING = "development.entry", "development.peer_learning"
PEER_REFLECTION = "development.peer_reflection"
LED, CAME = "led", "came"


def entry_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Entries these people kept, by kind, each on its first day; drafts and withdrawn ones never. One query."""
    asked, link = which_of(keys, ENTRY), reverse("development:year")
    rows = Entry.objects.kept().filter(author_id__in=person_ids, started_on__lte=on)
    if asked is not None:
        rows = rows.filter(kind__in=asked)
    told = {kind: keyed(ENTRY, kind) for kind in Kind.values}
    columns = ("author_id", "kind", "started_on")
    for person_id, kind, day in rows.order_by("author_id", "started_on", "pk").values_list(*columns):
        yield Fact(
            key=told[kind], person=person_id, on=cast(date, day), source="Kept in the learning record", link=link
        )


def peer_learning_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Peer learning these people led, or came to while another led; one query for each of the two."""
    asked, link = which_of(keys, PEER_LEARNING), reverse("development:peer-sessions")
    if asked is None or LED in asked:
        led = PeerSession.objects.filter(leader_id__in=person_ids, state=PeerSessionState.HELD, held_on__lte=on)
        for person_id, day in led.order_by("leader_id", "held_on", "pk").values_list("leader_id", "held_on"):
            key, source = keyed(PEER_LEARNING, LED), "Peer learning led"
            yield Fact(key=key, person=person_id, on=day, source=source, link=link)
    if asked is None or CAME in asked:
        came = PeerAttendance.objects.filter(person_id__in=person_ids, came=True, session__held_on__lte=on)
        others = came.filter(session__state=PeerSessionState.HELD).exclude(session__leader_id=F("person_id"))
        columns = ("person_id", "session__held_on")
        for person_id, day in others.order_by(*columns, "pk").values_list(*columns):
            key, source = keyed(PEER_LEARNING, CAME), "Came to peer learning"
            yield Fact(key=key, person=person_id, on=day, source=source, link=link)


def peer_reflection_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Talks with a peer about a kept entry that the peer confirmed, each on its day; one query."""
    link = reverse("development:year")
    rows = PeerReflection.objects.filter(
        entry__author_id__in=person_ids,
        entry__state=EntryState.KEPT,
        state=ReflectionState.CONFIRMED,
        talked_on__lte=on,
    )
    columns = ("entry__author_id", "talked_on")
    for person_id, day in rows.order_by(*columns, "pk").values_list(*columns):
        yield Fact(key=PEER_REFLECTION, person=person_id, on=day, source="Confirmed by a peer", link=link)
