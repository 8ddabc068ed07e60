from dataclasses import replace
from datetime import UTC, datetime

import pytest

from academy.engines.access import permissions
from academy.engines.audit import commands
from academy.engines.audit.commands import EventMissing, Refused
from academy.engines.audit.models import Event
from academy.engines.workflow import moves
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of
from tests.unit.engines.workflow.leaves import LEAF, Leaf, LeafState, told

pytestmark = pytest.mark.usefixtures("leaf_table")
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
NOT_YOURS = "This is for somebody else to do. If it should be you, ask your academy lead."
OPEN_NOTHING = "This leaf is fallen. You cannot change it any more."


@pytest.fixture(autouse=True)
def _own_acts(monkeypatch):
    """Acts made up here are forgotten afterwards."""
    monkeypatch.setattr(commands, "ACTS", dict(commands.ACTS))


@pytest.fixture
def move():
    @commands.command("tests.leaf.move")
    def act(*, name, thing, by, at, note="", facts=None, workflow=LEAF):
        return moves.apply(workflow, name, thing, by=by, at=at, note=note, facts=facts)

    return act


@pytest.fixture
def gardener() -> Actor:
    return replace(actor_of(), label="Gardener")


@pytest.mark.parametrize(
    ("name", "state", "outcome"),
    [
        ("open", "bud", "green"),
        ("open", "green", "This leaf is green. What you can do now: let fall."),
        ("open", "fallen", OPEN_NOTHING),
        ("let_fall", "bud", "fallen"),
        ("let_fall", "green", "fallen"),
        ("let_fall", "fallen", OPEN_NOTHING),
    ],
)
def test_each_transition_from_each_state_moves_or_says_why_not(name, state, outcome, gardener, move):
    leaf = Leaf.objects.create(state=state)

    try:
        said = move(name=name, thing=leaf, by=gardener, at=AT, note="Autumn").state
    except Refused as refusal:
        said = refusal.reason

    leaf.refresh_from_db()
    moved = outcome in LeafState.values
    assert said == outcome
    assert (leaf.state, Event.objects.count()) == ((outcome, 1) if moved else (state, 0))


def test_refusal_names_every_way_that_is_open_to_this_actor(gardener):
    twice = replace(LEAF, transitions=(*LEAF.transitions, replace(LEAF.transitions[1], name="press")))
    green = Leaf.objects.create(state=LeafState.GREEN)

    choice = moves.available(twice, green, gardener)[0]

    assert choice.decision.reason == "This leaf is green. What you can do now: let fall or press."


def test_transition_stamps_moment_day_and_person_and_is_recorded_once(move):
    person = PersonFactory()
    leaf = Leaf.objects.create(owner_id=12, tree_id=34)

    moved = move(name="open", thing=leaf, by=actor_of(person), at=AT)

    stored = Leaf.objects.get()
    event = Event.objects.get()
    for seen in (moved, stored):
        assert (seen.state, seen.opened_at, seen.opened_on, seen.opened_by) == ("green", AT, TODAY, person.pk)
    assert (event.from_state, event.to_state, event.act) == ("bud", "green", "tests.leaf.move")
    assert event.changed == ["opened_at", "opened_by", "opened_on", "state"]
    assert (event.about_id, event.organisation_id) == (12, 34)


def test_values_are_written_with_the_state_and_named_in_the_event(gardener):
    @commands.command("tests.leaf.open")
    def act(*, thing, by, at):
        return moves.apply(LEAF, "open", thing, by=by, at=at, values={"tree_id": 7})

    moved = act(thing=Leaf.objects.create(tree_id=34), by=gardener, at=AT)

    assert (moved.tree_id, Leaf.objects.get().tree_id) == (7, 7)
    assert Event.objects.get().changed == ["opened_at", "opened_by", "opened_on", "state", "tree_id"]


def test_permission_an_app_names_is_judged_instead_of_the_transitions_own(gardener):
    @commands.command("tests.leaf.sweep")
    def act(*, thing, by, at):
        return moves.apply(LEAF, "open", thing, by=by, at=at, permission="leaves.leaf.sweep")

    leaf = Leaf.objects.create()
    with pytest.raises(Refused) as caught:
        act(thing=leaf, by=actor_of(), at=AT)
    assert caught.value.reason == NOT_YOURS
    assert act(thing=leaf, by=gardener, at=AT).state == LeafState.GREEN


def test_thing_whose_workflow_names_nobody_is_recorded_about_nobody(gardener, move):
    move(
        name="open", thing=Leaf.objects.create(), by=gardener, at=AT, workflow=replace(LEAF, about="", organisation="")
    )

    event = Event.objects.get()
    assert (event.about_id, event.organisation_id) == (None, None)


def test_judgement_is_about_the_stored_row_and_not_the_loaded_one(gardener, move):
    leaf = Leaf.objects.create()
    Leaf.objects.update(state=LeafState.FALLEN)

    with pytest.raises(Refused, match="This leaf is fallen"):
        move(name="open", thing=leaf, by=gardener, at=AT)


def test_row_moved_by_somebody_else_meanwhile_is_not_moved_again(gardener, monkeypatch, move):
    leaf = Leaf.objects.create()
    judge = moves._judge

    def meanwhile(*args, **kwargs):
        Leaf.objects.update(state=LeafState.FALLEN)
        return judge(*args, **kwargs)

    monkeypatch.setattr(moves, "_judge", meanwhile)
    with pytest.raises(Refused, match="Somebody else has just changed this leaf"):
        move(name="open", thing=leaf, by=gardener, at=AT)


def test_row_deleted_meanwhile_is_refused(gardener, move):
    leaf = Leaf.objects.create()
    Leaf.objects.filter(pk=leaf.pk).delete()

    with pytest.raises(Refused, match="This leaf is no longer there"):
        move(name="open", thing=leaf, by=gardener, at=AT)


def test_guard_that_refuses_is_the_reason_given(gardener, move):
    leaf = Leaf.objects.create()

    with pytest.raises(Refused, match=r"^It is too cold\. Wait for spring\.$"):
        move(name="open", thing=leaf, by=gardener, at=AT, facts=3)

    leaf.refresh_from_db()
    assert (leaf.state, leaf.opened_at) == ("bud", None)


@pytest.mark.parametrize("note", ["", "  \n"])
def test_note_that_is_required_and_empty_is_asked_for_at_its_field(note, gardener, move):
    with pytest.raises(Refused) as refusal:
        move(name="let_fall", thing=Leaf.objects.create(), by=gardener, at=AT, note=note)

    assert (refusal.value.reason, refusal.value.field) == ("Give a reason. It is kept with the record.", "note")
    assert told == []


def test_notices_are_told_of_a_move_with_its_note(gardener, move):
    move(name="let_fall", thing=Leaf.objects.create(), by=gardener, at=AT, note="Autumn")

    assert told == [("fallen", "Autumn")]
    assert Event.objects.get().note == "Autumn"


@pytest.mark.parametrize("state", LeafState.values)
def test_somebody_without_the_permission_learns_nothing_about_the_state(state, move):
    leaf = Leaf.objects.create(state=state)

    with pytest.raises(Refused) as refusal:
        move(name="let_fall", thing=leaf, by=actor_of(), at=AT, note="Autumn")

    assert refusal.value.reason == NOT_YOURS


def test_available_gives_every_transition_with_its_decision(gardener):
    leaf = Leaf.objects.create()

    def shown(actor, facts):
        return [
            (choice.transition.name, choice.is_open, choice.decision.reason)
            for choice in moves.available(LEAF, leaf, actor, facts=facts)
        ]

    assert shown(gardener, 20) == [("open", True, ""), ("let_fall", True, "")]
    assert shown(actor_of(), 3) == [
        ("open", False, "It is too cold. Wait for spring."),
        ("let_fall", False, NOT_YOURS),
    ]


def test_two_moves_in_one_command_are_a_bug(gardener):
    @commands.command("tests.leaf.hurry")
    def move_twice(*, thing, by, at):
        moves.apply(LEAF, "open", thing, by=by, at=at)
        moves.apply(LEAF, "let_fall", thing, by=by, at=at, note="Autumn")

    leaf = Leaf.objects.create()
    with pytest.raises(EventMissing, match="recorded 2 events"):
        move_twice(thing=leaf, by=gardener, at=AT)

    leaf.refresh_from_db()
    assert leaf.state == "bud"


def test_unknown_transition_is_a_bug(gardener, move):
    with pytest.raises(KeyError, match="fly"):
        move(name="fly", thing=Leaf.objects.create(), by=gardener, at=AT)


def test_undeclared_permission_is_a_bug(gardener, monkeypatch):
    monkeypatch.delitem(permissions._declared, "leaves.leaf.grow")

    with pytest.raises(KeyError, match=r"leaves\.leaf\.grow"):
        moves.available(LEAF, Leaf(), gardener)
