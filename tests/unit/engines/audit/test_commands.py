from datetime import UTC, datetime

import pytest

from academy.engines.audit import request_id
from academy.engines.audit.choices import EventKind
from academy.engines.audit.commands import ACTS, EventMissing, Refused, command, record, record_read
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.identity.models import Organisation, Person
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory, UserFactory, actor_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_acts(monkeypatch):
    """Acts made up here are forgotten afterwards."""
    monkeypatch.setattr("academy.engines.audit.commands.ACTS", dict(ACTS))


def rename(person: Person, name: str) -> None:
    person.known_as = name
    person.save(update_fields=["known_as"])


def test_command_writes_one_event_with_everything_said_about_it():
    @command("tests.person.rename")
    def act(*, person, by, at):
        rename(person, "Mimi")
        record(person, changed=("known_as",), moved=("draft", "kept"), note="At her wish", about=person.pk)

    person, organisation = PersonFactory(), OrganisationFactory()
    by = actor_of(organisation=organisation)
    with request_id.of("a" * 32):
        act(person=person, by=by, at=AT)

    event = Event.objects.get()
    assert (event.kind, event.act, event.at, event.actor.name) == (EventKind.ACT, "tests.person.rename", AT, by.label)
    assert (event.subject_label, event.subject_id, event.about_id) == ("identity.person", str(person.pk), person.pk)
    assert (event.changed, event.from_state, event.to_state) == (["known_as"], "draft", "kept")
    assert (event.note, event.request_id, event.parent) == ("At her wish", "a" * 32, None)
    assert (event.organisation_id, event.on_behalf_of) == (organisation.pk, None)
    assert str(event) == f"tests.person.rename identity.person {person.pk}"


def test_event_of_another_organisations_thing_names_that_organisation():
    @command("tests.person.touch")
    def act(*, person, by, at):
        record(person, organisation=77)

    act(person=PersonFactory(), by=actor_of(organisation=OrganisationFactory()), at=AT)

    assert Event.objects.get().organisation_id == 77


def test_deputys_act_names_both():
    @command("tests.person.touch")
    def act(*, person, by, at):
        record(person)

    manager = PersonFactory(given_name="Mary", family_name="Manager")
    deputy = PersonFactory(given_name="Dan", family_name="Deputy")
    act(person=PersonFactory(), by=actor_of(deputy, on_behalf_of=manager), at=AT)

    event = Event.objects.get()
    assert (event.actor.name, event.on_behalf_of.name) == ("Dan Deputy", "Mary Manager")


def test_nested_command_names_its_parent_and_is_undone_with_it():
    @command("tests.person.inner")
    def inner(*, person, by, at):
        record(person)

    @command("tests.person.outer")
    def outer(*, person, by, at, fail):
        inner(person=person, by=by, at=at)
        record(person)
        if fail:
            raise Refused("Not today.")

    person, by = PersonFactory(), actor_of()
    with pytest.raises(Refused, match="Not today"):
        outer(person=person, by=by, at=AT, fail=True)
    assert Event.objects.count() == 0

    outer(person=person, by=by, at=AT, fail=False)
    above = Event.objects.get(act="tests.person.outer")
    assert Event.objects.get(act="tests.person.inner").parent == above.uid
    assert above.parent is None


def test_act_after_a_nested_command_is_the_outer_one_again():
    @command("tests.person.inner")
    def inner(*, person, by, at):
        record(person)

    @command("tests.person.outer")
    def outer(*, person, by, at):
        with pytest.raises(EventMissing):
            broken(person=person, by=by, at=at)
        inner(person=person, by=by, at=at)
        record(person)

    @command("tests.person.broken")
    def broken(*, person, by, at):
        pass

    outer(person=PersonFactory(), by=actor_of(), at=AT)

    assert sorted(Event.objects.values_list("act", flat=True)) == ["tests.person.inner", "tests.person.outer"]


def test_refused_command_leaves_neither_change_nor_event():
    @command("tests.person.rename")
    def act(*, person, by, at):
        rename(person, "Mimi")
        record(person, changed=("known_as",))
        raise Refused("Ask her first.", field="known_as")

    person = PersonFactory(known_as="Mia")
    with pytest.raises(Refused) as refusal:
        act(person=person, by=actor_of(), at=AT)

    person.refresh_from_db()
    assert (refusal.value.reason, refusal.value.field, str(refusal.value)) == (
        "Ask her first.",
        "known_as",
        "Ask her first.",
    )
    assert (person.known_as, Event.objects.count()) == ("Mia", 0)


@pytest.mark.parametrize(("times", "said"), [(0, "recorded 0 events"), (2, "recorded 2 events")])
def test_command_that_does_not_record_once_is_a_bug_and_undone(times, said):
    @command("tests.person.rename")
    def act(*, person, by, at):
        rename(person, "Mimi")
        for _ in range(times):
            record(person)

    person = PersonFactory(known_as="Mia")
    with pytest.raises(EventMissing, match=said):
        act(person=person, by=actor_of(), at=AT)

    person.refresh_from_db()
    assert (person.known_as, Event.objects.count()) == ("Mia", 0)


def test_record_outside_a_command_is_a_bug():
    with pytest.raises(EventMissing, match="inside a command"):
        record(PersonFactory())


def test_two_commands_of_one_name_are_a_bug():
    command("tests.person.touch")(lambda **_: None)

    with pytest.raises(RuntimeError, match=r"Two commands are called tests\.person\.touch"):
        command("tests.person.touch")(lambda **_: None)


def test_value_among_the_changed_names_is_a_bug_that_does_not_repeat_it():
    @command("tests.person.rename")
    def act(*, person, by, at):
        record(person, changed=("known_as", "Mimi"))

    with pytest.raises(ValueError, match=r"^1 of the changed names are no field of identity\.Person\.$"):
        act(person=PersonFactory(), by=actor_of(), at=AT)

    assert Event.objects.count() == 0


def test_name_of_the_actor_is_in_no_column_of_the_event():
    person = PersonFactory(given_name="Wilhelmina", family_name="Quill")

    record_read(PersonFactory(), about=PersonFactory().pk, by=actor_of(person), at=AT)

    row = str(Event.objects.values_list().get())
    assert ("Wilhelmina" in row, "Quill" in row) == (False, False)


def test_read_of_anothers_record_is_one_event():
    reader, owner, organisation = PersonFactory(), PersonFactory(), OrganisationFactory()

    with request_id.of("b" * 32):
        record_read(owner, about=owner.pk, by=actor_of(reader, organisation=organisation), at=AT)

    event = Event.objects.get()
    assert (event.kind, event.act, event.about_id, event.actor.name) == (
        EventKind.READ,
        "read",
        owner.pk,
        reader.full_name,
    )
    assert (event.organisation_id, event.request_id) == (organisation.pk, "b" * 32)


def test_read_of_ones_own_record_is_no_event():
    owner = PersonFactory()

    assert record_read(owner, about=owner.pk, by=actor_of(owner), at=AT) is None
    assert Event.objects.count() == 0


def test_account_without_a_person_is_not_taken_for_the_person_of_that_number():
    organisation = Organisation.objects.create(name="Bristol", short_name="Bristol", slug="bristol", kind="council")
    person = PersonFactory(given_name="Amara", family_name="Osei")
    account = UserFactory(person=None)
    nobody = Actor(kind=ActorKind.USER, on=TODAY, label="administrator", user_id=person.pk)

    record_read(organisation, about=0, by=actor_of(person), at=AT)
    record_read(organisation, about=0, by=nobody, at=AT)

    assert account.person is None
    assert [event.actor.name for event in Event.objects.order_by("pk")] == ["Amara Osei", "administrator"]
