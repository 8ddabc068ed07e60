"""Adding people the academy should know, and correcting what they are called."""

from dataclasses import asdict, dataclass
from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import lock_person


@dataclass(frozen=True)
class PersonDetails:
    """What a person is called and reached by; `known_as` only where it differs from the given name."""

    given_name: str
    family_name: str
    known_as: str = ""
    work_email: str = ""


@command("people.person.add")
def add(*, details: PersonDetails, by: Actor, at: datetime) -> Person:
    """Make a record for somebody. Refuses a missing name and a work address that is somebody else's."""
    given = _tidy(details)
    _refuse_taken_address(given.work_email, besides=None)
    person = Person.objects.create(**asdict(given))
    record(person, changed=_filled(given), about=person.pk)
    return person


@command("people.person.change")
def change(*, person: Person, details: PersonDetails, by: Actor, at: datetime) -> Person:
    """Correct name or work address. Refuses what `add` refuses, and a change that changes nothing."""
    lock_person(person.pk)
    person.refresh_from_db()
    given = _tidy(details)
    _refuse_taken_address(given.work_email, besides=person.pk)
    changed = [name for name, value in asdict(given).items() if getattr(person, name) != value]
    if not changed:
        raise Refused("Nothing is different. Change what is wrong, or go back.")
    for name in changed:
        setattr(person, name, getattr(given, name))
    person.save(update_fields=changed)
    record(person, changed=changed, about=person.pk)
    return person


def _tidy(details: PersonDetails) -> PersonDetails:
    tidy = {name: " ".join(value.split()) for name, value in asdict(details).items()}
    tidy["work_email"] = tidy["work_email"].lower()
    for name, words in (("given_name", "given name"), ("family_name", "family name")):
        if not tidy[name]:
            raise Refused(f"Write the person's {words}.", field=name)
    if tidy["known_as"] == tidy["given_name"]:
        tidy["known_as"] = ""
    return PersonDetails(**tidy)


def _filled(details: PersonDetails) -> list[str]:
    return [name for name, value in asdict(details).items() if value]


def _refuse_taken_address(work_email: str, *, besides: int | None) -> None:
    if work_email and Person.objects.filter(work_email=work_email).exclude(pk=besides).exists():
        raise Refused("This work address belongs to another person. Give one of her own.", field="work_email")
