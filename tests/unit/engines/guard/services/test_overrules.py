"""What a writer overruled: kept beside the thing with its reason, without its words, and not asked again."""

import pytest

from academy.engines.audit.models import Event
from academy.engines.guard import masks
from academy.engines.guard.forms import Overruled
from academy.engines.guard.found import Found
from academy.engines.guard.known import Known
from academy.engines.guard.models import Overrule
from academy.engines.guard.rules import hits_in
from academy.engines.guard.selectors.keys import known_to
from academy.engines.guard.selectors.overrules import overrules_of
from academy.engines.guard.services.overrules import note_overrules
from tests.factories.identity import PersonFactory, actor_of
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def overruled(reason="It is the town hall."):
    found = tuple(Found("account", hit) for hit in hits_in("At BS1 5TR, 01632 960123"))
    return Overruled(found, reason)


def test_overrule_keeps_kind_and_reason_and_not_the_words():
    thing, by = PersonFactory(), actor_of(PersonFactory())
    note_overrules(thing=thing, overruled=overruled(), by=by, at=NOW)
    rows = overrules_of(thing)
    assert [(row.field, row.kind, row.reason, row.writer_id) for row in rows] == [
        ("account", "postcode", "It is the town hall.", by.person_id),
        ("account", "telephone", "It is the town hall.", by.person_id),
    ]
    assert "BS1" not in repr(Overrule.objects.values().first())
    assert str(rows[0]) == f"overrule {rows[0].pk}"
    assert [(event.act, event.changed) for event in Event.objects.all()] == [("guard.overrule.note", ["reason"])]


def test_overruled_again_keeps_the_newer_reason():
    thing, by = PersonFactory(), actor_of(PersonFactory())
    note_overrules(thing=thing, overruled=overruled(), by=by, at=NOW)
    note_overrules(thing=thing, overruled=overruled("It is our office."), by=by, at=NOW)
    assert [row.reason for row in overrules_of(thing)] == ["It is our office."] * 2


def test_nothing_overruled_writes_nothing():
    note_overrules(thing=PersonFactory(), overruled=None, by=actor_of(), at=NOW)
    assert Event.objects.count() == 0


def test_guard_knows_what_was_overruled_in_a_thing_and_in_no_other():
    thing, by = PersonFactory(), actor_of(PersonFactory())
    note_overrules(thing=thing, overruled=overruled(), by=by, at=NOW)
    assert known_to(by, thing=thing).overruled == {each.mark for each in overruled().found}
    assert known_to(by, thing=PersonFactory()) == known_to(by) == known_to(by, thing=PersonFactory.build()) == Known()


def test_guard_knows_the_masks_of_the_organisation_on_the_day(monkeypatch):
    monkeypatch.setattr(masks, "_sources", [])
    masks.register(lambda organisation_id, on: [f"LAS-{organisation_id}-999", "999-999"])
    masks.register(lambda organisation_id, on: ["999-999"])
    by = actor_of(PersonFactory())
    assert known_to(by).masks == (f"LAS-{by.organisation_id}-999", "999-999")
