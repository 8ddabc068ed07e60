"""Names and work addresses, each unmistakable, and who may know them."""

from collections.abc import Callable, Iterator, Mapping

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.selectors.holders import holders
from academy.people.selectors.people import visible_to
from panels.models import Case, Sample
from panels.querysets.samples import READS_OUTSIDE
from panels.rules.visibility import Sight

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def names_known(people: Mapping[str, Person]) -> Iterator[Told]:
    """Of whom one may know, and of the leads the page "Contact" names. A name is known, too, to whom the table of sight
    shows it of her case: a candidate from outside is nobody's colleague; and of who reads a draw from outside, to whom
    the draw is there."""
    for name, person in people.items():
        yield f"name of {name}", person.family_name, name, _is_named(person)
        yield f"work address of {name}", person.work_email, name, _is_known(person)


def _is_named(person: Person) -> Callable[[Actor], bool]:
    is_known, cases = _is_known(person), Case.objects.filter(person=person)
    reads = Grant.objects.filter(person=person, purpose=READS_OUTSIDE).values("thing_id")

    def may_know(actor: Actor) -> bool:
        runs = Sample.objects.visible_to(actor).filter(pk__in=reads)
        return is_known(actor) or bool(cases.showing(actor, Sight.NAME).exists()) or bool(runs.exists())

    return may_know


def _is_known(person: Person) -> Callable[[Actor], bool]:
    def may_know(actor: Actor) -> bool:
        leads = holders(RoleCode.ACADEMY_LEAD, organisation_id=actor.organisation_id or 0, on=actor.on)
        return visible_to(actor).filter(pk=person.pk).exists() or leads.filter(pk=person.pk).exists()

    return may_know
