"""Giving seats: who can be chosen, the pathways somebody may know, and what a seat is judged by."""

from datetime import date

from django.db.models import QuerySet

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose, people_of
from academy.identity.models import Person
from academy.people.choices import MembershipKind
from academy.people.models import Membership
from academy.people.querysets import holds_on
from academy.people.rules.spans import Span
from panels.choices.panels import Seat
from panels.models import Member, Panel
from panels.rules.seats import Around
from panels.selectors.policies import policy_in_force, rules_of
from pathways.selectors.ladders import ladders_in_force

# Who belongs to an organisation and yet sits on none of its panels.
NO_SEAT = (MembershipKind.CANDIDATE, MembershipKind.STUDENT, MembershipKind.STARTER)


def to_seat(panel: Panel, words: str, *, near: int | None, on: date) -> list[Colleague]:
    """People of the organisation who are called so, guests among them; without words those nearest to a person. Three
    queries."""
    found = colleagues_to_choose(words, near=near, organisation_id=panel.organisation_id, on=on)
    away = set(
        _members(panel, on)
        .filter(kind__in=NO_SEAT, person__in=[each.person.pk for each in found])
        .values_list("person")
    )
    return [each for each in found if (each.person.pk,) not in away]


def pathways_of(panel: Panel, *, on: date) -> list[tuple[str, str]]:
    """Code and title of each pathway of the organisation's ladders in force, each once, in their order. One query."""
    ladders = ladders_in_force([panel.organisation_id], on=on)
    return list({way.code: way.title for ladder in ladders for way in ladder.content.pathways}.items())


def term_years(panel: Panel, *, on: date) -> int:
    """For how many years somebody sits by the policy in force; 0 without a limit or a policy. One query."""
    policy = policy_in_force(panel.organisation, panel.purpose, on)
    return rules_of(policy).terms_years if policy is not None else 0


def around_seat(panel: Panel, person: Person, seat: Seat, *, on: date, but: int | None = None) -> Around:
    """What a seat is judged by; `but` is the seat that is changed itself. Four queries."""
    kinds = set(_members(panel, on).filter(person=person).values_list("kind", flat=True))
    others = Member.objects.filter(panel=panel, person=person, seat=seat).exclude(pk=but)
    return Around(
        panel=Span(panel.from_on, panel.until_on),
        belongs=people_of(panel.organisation_id, on=on).filter(pk=person.pk).exists() and not kinds & set(NO_SEAT),
        is_guest=MembershipKind.GUEST in kinds,
        pathways=[code for code, _ in pathways_of(panel, on=on)],
        same=[Span(*days) for days in others.values_list("from_on", "until_on")],
    )


def _members(panel: Panel, on: date) -> QuerySet[Membership]:
    return Membership.objects.filter(holds_on(on), organisation_id=panel.organisation_id)
