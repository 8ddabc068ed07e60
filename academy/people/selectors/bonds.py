"""Who has been whose line manager, and who works in the same team: for many people at once, by date."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from academy.people.models import Deputy, Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class Managed:
    """That somebody was line manager of a person, or stood in for her manager, from a day to a day; both count."""

    person_id: int
    manager_id: int
    from_on: date
    until_on: date | None


def managed_spells(people: Collection[int], managers: Collection[int]) -> list[Managed]:
    """Every time one of these managers answered for one of these people, as line manager or as the manager's deputy.
    Two queries."""
    held = Terms.objects.filter(post__person_id__in=people, line_manager_id__isnull=False).select_related("post")
    terms = list(held.order_by("pk"))
    deputies = list(Deputy.objects.filter(deputy_id__in=managers).order_by("pk"))
    own = [spell for each in terms if each.line_manager_id in managers for spell in _own(each)]
    return [*own, *(spell for each in terms for deputy in deputies for spell in _standing_in(each, deputy))]


def teams_on(people: Collection[int], on: date) -> dict[int, frozenset[int]]:
    """The ids of the teams each of these people works in on the day, by person. One query."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id__in=people).order_by()
    found: dict[int, frozenset[int]] = {}
    for person_id, team_id in held.values_list("post__person_id", "team_id"):
        found[person_id] = found.get(person_id, frozenset()) | {team_id}
    return found


def _own(terms: Terms) -> Iterator[Managed]:
    yield Managed(terms.post.person_id, int(terms.line_manager_id or 0), terms.from_on, _last(terms))


def _standing_in(terms: Terms, deputy: Deputy) -> Iterator[Managed]:
    """The days on which both hold: the terms under that manager, and her being stood in for."""
    if (deputy.person_id, deputy.organisation_id) != (terms.line_manager_id, terms.post.organisation_id):
        return
    first = max(terms.from_on, deputy.from_on)
    last = min((day for day in (_last(terms), deputy.until_on) if day is not None), default=None)
    if last is None or first <= last:
        yield Managed(terms.post.person_id, deputy.deputy_id, first, last)


def _last(terms: Terms) -> date | None:
    """The last day of terms: never after that of their post."""
    return min((day for day in (terms.until_on, terms.post.until_on) if day is not None), default=None)
