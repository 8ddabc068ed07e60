"""The team of each person who asks, and its members: who they are and how much of full time they work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.identity.models import Person
from academy.people.models import Team, Terms
from academy.people.querysets import holds_on
from academy.training.selectors.deciders import Asker


@dataclass(frozen=True)
class Member:
    """Somebody of a team."""

    person: Person
    fte: Decimal


@dataclass(frozen=True)
class AskersTeam:
    """The team somebody works in, with everybody in it, herself too."""

    team: Team
    members: tuple[Member, ...]

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(member.person.pk for member in self.members)


def teams_of(askers: Collection[Asker], *, on: date) -> dict[Asker, AskersTeam]:
    """The team of each asker's first post there on a day, in two queries; who has no post has none."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"))
    hers = held.filter(post__person_id__in={person for person, _ in askers})
    teams: dict[Asker, Team] = {}
    for terms in hers.select_related("post", "team").order_by("-post__is_primary", "post__from_on", "post_id"):
        teams.setdefault((terms.post.person_id, terms.post.organisation_id), terms.team)
    members: dict[int, dict[int, Member]] = {}
    everybody = held.filter(team_id__in={team.pk for team in teams.values()}).select_related("post__person")
    for terms in everybody.order_by("post__person__family_name", "post__person__given_name", "pk"):
        person = terms.post.person
        members.setdefault(terms.team_id, {}).setdefault(person.pk, Member(person, terms.fte))
    return {
        asker: AskersTeam(teams[asker], tuple(members[teams[asker].pk].values())) for asker in askers if asker in teams
    }
