"""Colleagues somebody may share with: people of the same organisation on the day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from academy.identity.models import Person
from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on

MOST_FOUND = 20


@dataclass(frozen=True)
class Colleague:
    """Somebody to choose, with what helps to tell her from her namesakes."""

    person: Person
    work: str


def colleagues_to_choose(words: str, *, near: int | None, organisation_id: int | None, on: date) -> list[Colleague]:
    """Those called so; without words those nearest to a person. Never the person herself, nobody without a place."""
    if organisation_id is None:
        return []
    if words:
        return colleagues_called(words, organisation_id=organisation_id, on=on, but=near)
    return nearest_colleagues(near, organisation_id=organisation_id, on=on)


def colleagues_called(words: str, *, organisation_id: int, on: date, but: int | None) -> list[Colleague]:
    """People of the organisation in whose name every word occurs, by name, at most twenty; two queries."""
    people = people_of(organisation_id, on=on).exclude(pk=but)
    for word in words.split():
        people = people.filter(
            Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(known_as__icontains=word)
        )
    return _with_work(list(people[:MOST_FOUND]), organisation_id=organisation_id, on=on)


def nearest_colleagues(person_id: int | None, *, organisation_id: int, on: date) -> list[Colleague]:
    """The line manager and the team, for whom nobody should have to search; at most twenty, three queries."""
    own = list(_terms(organisation_id, on).filter(post__person_id=person_id).values_list("team_id", "line_manager_id"))
    teams = [team for team, _ in own]
    managers = [manager for _, manager in own if manager is not None]
    mates = _terms(organisation_id, on).filter(team_id__in=teams).values("post__person_id")
    near = people_of(organisation_id, on=on).filter(Q(pk__in=mates) | Q(pk__in=managers)).exclude(pk=person_id)
    found = sorted(near[:MOST_FOUND], key=lambda person: person.pk not in managers)
    return _with_work(found, organisation_id=organisation_id, on=on)


def people_of(organisation_id: int, *, on: date) -> QuerySet[Person]:
    """Everybody who belongs to the organisation on the day, by post or by membership."""
    staff = _terms(organisation_id, on).values("post__person_id")
    members = Membership.objects.filter(holds_on(on), organisation_id=organisation_id).values("person_id")
    return Person.objects.filter(Q(pk__in=staff) | Q(pk__in=members))


def _terms(organisation_id: int, on: date) -> QuerySet[Terms]:
    return Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__organisation_id=organisation_id)


def _with_work(people: list[Person], *, organisation_id: int, on: date) -> list[Colleague]:
    terms = _terms(organisation_id, on).filter(post__person__in=people).select_related("job_role", "team", "post")
    work = {each.post.person_id: f"{each.title}, {each.team.name}" for each in terms}
    return [Colleague(person, work.get(person.pk, "")) for person in people]
