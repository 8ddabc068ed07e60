"""What registers say of many people, as facts: registrations, what is noted beside the name, the awards it shows."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import ANNOTATION, AWARD, REGISTRATION, keyed, which_of
from academy.people.choices import AnnotationKind, Regulator
from academy.people.models import Annotation, Registration
from academy.people.rules.registrations import RegistrationFacts, live_span
from academy.people.rules.spans import Span, unbroken, within

# Whom something is told of, and the key it is told by.
Told = tuple[int, str]


def registration_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Each stretch on a regulator's register without a break, as far as its newest renewal reaches; one query."""
    asked = which_of(keys, REGISTRATION)
    rows = Registration.objects.filter(person_id__in=person_ids, from_on__lte=on)
    if asked is not None:
        rows = rows.filter(regulator__in=asked)
    columns = ("person_id", "regulator", "from_on", "until_on", "expires_on")
    held: dict[Told, list[Span]] = defaultdict(list)
    for person_id, regulator, from_on, until_on, expires_on in rows.order_by("person_id", "pk").values_list(*columns):
        live = live_span(RegistrationFacts(regulator, Span(from_on, until_on), expires_on))
        held[person_id, keyed(REGISTRATION, regulator)].append(live)
    names = {keyed(REGISTRATION, code): f"Register of {label}" for code, label in Regulator.choices}
    yield from _facts(held, names)


def annotation_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """What registers note beside names while the registration is live, and the award it shows; one query, none
    where only awards are asked for that no register notes.

    Somebody is noted as AMHP or BIA who passed the approved course: that is the award, and it outlives a registration
    that ran out. Approval to act as an AMHP is another thing (D3-46, D3-47).
    """
    noted, awards = _kinds_of(keys, ANNOTATION), _kinds_of(keys, AWARD)
    if not noted | awards:
        return
    rows = Annotation.objects.filter(
        registration__person_id__in=person_ids, from_on__lte=on, kind__in=sorted(noted | awards)
    )
    columns = ("registration__person_id", "kind", "from_on", "until_on")
    register = (
        "registration__regulator",
        "registration__from_on",
        "registration__until_on",
        "registration__expires_on",
    )
    held: dict[Told, list[Span]] = defaultdict(list)
    for row in rows.order_by("registration__person_id", "pk").values_list(*columns, *register):
        person_id, kind, from_on, until_on, regulator, *entered = row
        span = Span(from_on, until_on)
        live = within(span, live_span(RegistrationFacts(regulator, Span(*entered[:2]), entered[2])))
        if live and kind in noted:
            held[person_id, keyed(ANNOTATION, kind)].append(live)
        if kind in awards:
            held[person_id, keyed(AWARD, kind)].append(span)
    names = {keyed(family, code): "Noted on the register" for family in (ANNOTATION, AWARD) for code in AnnotationKind}
    yield from _facts(held, names)


def _kinds_of(keys: Collection[str], family: str) -> frozenset[str]:
    """What is asked for of a family that registers note at all."""
    asked, known = which_of(keys, family), frozenset(AnnotationKind.values)
    return known if asked is None else known & asked


def _facts(held: dict[Told, list[Span]], names: dict[str, str]) -> Iterator[Fact]:
    link = reverse("people:own")
    for (person_id, key), spans in held.items():
        for span in unbroken(spans):
            yield Fact(key=key, person=person_id, on=span.from_on, until=span.until_on, source=names[key], link=link)
