"""A small world for generic tests: two councils, a holder of every role, a manager with a report, and who does not fit.

    from tests.scenarios.small_world import SmallWorld, small_world  (the fixture; import it into the test module)

Everybody is made by factories; what was written is written through the services. Actors are as of `TODAY`.
"""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from academy.development.models import Entry
from academy.development.services.sharing import share
from academy.identity.actor import Actor
from academy.identity.choices import OrganisationKind
from academy.identity.models import Organisation, Person, User
from academy.people.choices import MembershipKind, RoleCode, ServiceKind
from academy.people.models import Post, Service, Team, Terms
from tests.factories.development import EntryFactory, kept_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import (
    NOW,
    ServiceFactory,
    TeamFactory,
    account_of,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)


@dataclass(frozen=True)
class SmallWorld:
    """Who and what there is. `holders` are people by the code of the role each of them holds for the whole council.

    `report` is managed by `manager` and kept `private` and `shared` (with her manager); `draft` is hers too.
    `colleague` works in the other service, `neighbour` in the other council; `leaver` left yesterday, `candidate` is
    external.
    """

    council: Organisation
    other_council: Organisation
    adults: Service
    children: Service
    team: Team
    other_team: Team
    manager: Person
    report: Person
    colleague: Person
    neighbour: Person
    leaver: Person
    candidate: Person
    holders: dict[str, Person]
    private: Entry
    shared: Entry
    draft: Entry
    accounts: dict[int, User] = field(default_factory=dict)

    @property
    def administrator(self) -> Person:
        return self.holders[RoleCode.ADMINISTRATOR]

    @property
    def people(self) -> dict[str, Person]:
        """Everybody by what she is called here, role holders by the code of the role."""
        named = ("manager", "report", "colleague", "neighbour", "leaver", "candidate")
        return {name: getattr(self, name) for name in named} | dict(self.holders)

    def actors(self) -> dict[str, Actor]:
        """Everybody as the actor she is today."""
        return {name: as_actor(person) for name, person in self.people.items()}


def build() -> SmallWorld:
    """The world, in whatever database the test has."""
    council, other_council = OrganisationFactory(), OrganisationFactory(kind=OrganisationKind.COUNCIL)
    adults = ServiceFactory(organisation=council, kind=ServiceKind.ADULTS)
    children = ServiceFactory(organisation=council, kind=ServiceKind.CHILDREN)
    team, other_team = TeamFactory(service=adults), TeamFactory(service=children)
    manager = staff_of(council, team=team)
    report = staff_of(council, team=team, line_manager=manager)
    return SmallWorld(
        council=council,
        other_council=other_council,
        adults=adults,
        children=children,
        team=team,
        other_team=other_team,
        manager=manager,
        report=report,
        colleague=staff_of(council, team=other_team),
        neighbour=staff_of(other_council),
        leaver=_left(staff_of(council, team=team)),
        candidate=member_of(council, kind=MembershipKind.CANDIDATE),
        holders={role: holder_of(role, council) for role in RoleCode.values},
        private=kept_by(report),
        shared=_shared(report, manager),
        draft=EntryFactory(author=report, organisation=council, draft=True),
        accounts={person.pk: account_of(person) for person in (manager, report)},
    )


@pytest.fixture
def small_world(db: None) -> SmallWorld:
    return build()


def _left(person: Person) -> Person:
    """She left yesterday."""
    last_day = TODAY - timedelta(days=1)
    Terms.objects.filter(post__person=person).update(until_on=last_day)
    Post.objects.filter(person=person).update(until_on=last_day)
    return person


def _shared(author: Person, reader: Person) -> Entry:
    entry = kept_by(author)
    share(entry=entry, person=reader, note="", by=as_actor(author), at=NOW)
    return entry
