"""A small council whose people ask for training, and requests on their way."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from academy.people.models import Team
from academy.training.choices import AgreedIn
from academy.training.models import RequestStage, TrainingPolicy, TrainingRequest
from academy.training.rules.requests import Words
from academy.training.services.requests import hand_in
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.training import TrainingPolicyFactory

TERMS = {
    "stages": [{"decider": "academy_lead", "cost_over": 500, "days_over": 5, "awards": ["degree"]}],
    "lines": [{"text": "Decided on job role and benefit to the organisation.", "source": "Policy, section 4.2"}],
}


@dataclass(frozen=True)
class AskingCouncil:
    """Amara asks; Helen is her line manager, Sam is Helen's, and Ruth is the academy lead."""

    organisation: Organisation
    team: Team
    amara: Person
    helen: Person
    sam: Person
    ruth: Person
    policy: TrainingPolicy

    @property
    def by(self) -> Actor:
        """Amara as an actor."""
        return as_actor(self.amara)


def _person(given: str, family: str) -> Person:
    person: Person = PersonFactory(given_name=given, family_name=family)
    return person


def asking_council(**terms: Any) -> AskingCouncil:
    """The council with its policy; `terms` change what the policy says."""
    organisation = OrganisationFactory()
    team = TeamFactory(service__organisation=organisation)
    sam = staff_of(organisation, person=_person("Sam", "Ekwueme"))
    helen = staff_of(organisation, person=_person("Helen", "Prosser"), team=team, line_manager=sam)
    amara = staff_of(organisation, person=_person("Amara", "Osei"), team=team, line_manager=helen)
    ruth = holder_of(
        RoleCode.ACADEMY_LEAD, organisation, person=staff_of(organisation, person=_person("Ruth", "Adeyemi"))
    )
    policy = TrainingPolicyFactory(organisation=organisation, content={**TERMS, **terms})
    return AskingCouncil(organisation, team, amara, helen, sam, ruth, policy)


def request_words(**said: Any) -> Words:
    """A whole request for a university module that costs £1,450 and takes ten days."""
    words: dict[str, Any] = {
        "title": "Best Interests Assessor module",
        "provider": "University",
        "need": "Our team waits for assessments.",
        "role_relevance": "I could do them.",
        "benefit": "Shorter waits.",
        "starts_on": date(2027, 1, 25),
        "ends_on": date(2027, 4, 5),
        "days": Decimal(10),
        "agreed_in": AgreedIn.SUPERVISION,
        "agreed_on": date(2026, 11, 3),
        "costs": {"fee": Decimal(1350), "books": Decimal(100)},
    }
    return Words(**{**words, **said})


def submitted(council: AskingCouncil, *, person: Person | None = None, at: datetime = NOW, **said: Any) -> RequestStage:
    """The first decision of a request that somebody, Amara unless told, has handed in; words as `said`."""
    by = as_actor(person or council.amara, on=at.date())
    made: TrainingRequest = hand_in(words=request_words(**said), by=by, at=at)
    stage: RequestStage = made.stages.get(order=1)
    return stage


def small(**said: Any) -> dict[str, Any]:
    """Words of a request that only the line manager decides: free, and one day long."""
    return {"costs": {}, "days": Decimal(1), "starts_on": date(2027, 1, 25), "ends_on": date(2027, 1, 25), **said}
