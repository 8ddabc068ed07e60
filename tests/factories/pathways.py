"""A ladder and what people do on it, for tests. Factories store rows as they are; services are tested by themselves.

The ladder has two rungs with a panel between, three pathways, and something each kind of person agrees to.
"""

from copy import deepcopy
from datetime import date
from typing import Any

import factory
import yaml

from academy.identity.models import Organisation, Person
from pathways.choices import AgreementState, ChoiceState, JourneyState
from pathways.models import Agreement, Choice, Journey, LadderVersion, Milestone, Sitting
from pathways.schema.ladder import LadderContent, LadderFile
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, GradeFactory, GradeLevelFactory, staff_of

LADDER = """
organisation: anywhere
ladder: adults
code: "2026"
title: Career progression in adults' services
service_kind: adults
professions: [social_worker]
valid_from: 2026-01-01
source: The policy, section 4
length_of_service: forbidden
rungs:
  - {code: level-2, title: Level 2, grade: BG10, level: level-2, entry: true, benchmark: Decides on a pathway.}
  - {code: bg11, title: Experienced, grade: BG11, benchmark: Enables others to learn.}
  - {code: bg12, title: Advanced, grade: BG12, benchmark: Is seen at interview.}
steps:
  - code: to-bg11
    from: level-2
    to: bg11
    mechanisms: [panel, vacancy, recruitment]
    how: Panel in June or September
    requires:
      - {code: registered, requires: {registration: swe}}
      - {code: written, requires: {count: {of: development.entry, least: 2, what: kept entries}}}
    gates:
      - {code: endorsed, requires: {agreed: {code: endorsed, by: line_manager, what: The line manager agrees}}}
    pathways: [mca-bia, specialist, amhp]
  - code: to-bg12
    from: bg11
    to: bg12
    mechanisms: [vacancy, recruitment]
    how: A vacancy and recruitment
pathways:
  - code: mca-bia
    title: Mental Capacity and Best Interests Assessor
    short: BIA
    about: Mental capacity law and the role of the assessor.
    before: {months_since: {of: "people.registration:swe", least: 24, what: registration}}
    readiness: Uses the principles of the Mental Capacity Act in her work.
    stages:
      - {code: assessor, title: Best Interests Assessor, requires: {award: bia}}
  - code: specialist
    title: Specialist
    topics: [Law, Mental health]
    stages:
      - code: module
        title: Module on the agreed topic
        requires:
          agreed: {code: specialist-module, by: service_manager, what: A module on the agreed topic}
  - code: amhp
    title: Approved Mental Health Professional
    short: AMHP
    stages:
      - {code: approved, title: AMHP module, requires: {award: amhp}}
"""
_READ: dict[str, Any] = yaml.safe_load(LADDER)


def ladder_said(**changes: Any) -> dict[str, Any]:
    """What a whole ladder file says, with the parts that are named changed; a test may change what is in it."""
    return {**deepcopy(_READ), **changes}


def ladder_file(**changes: Any) -> LadderFile:
    """The same, read and judged for its shape."""
    return LadderFile.model_validate(ladder_said(**changes))


class LadderVersionFactory(factory.django.DjangoModelFactory):
    """An edition in force; `content` is what it says, as it is stored."""

    class Meta:
        model = LadderVersion

    organisation = factory.SubFactory(OrganisationFactory)
    ladder = "adults"
    code = factory.Sequence(lambda number: f"edition-{number}")
    title = "Career progression in adults' services"
    service_kind = "adults"
    valid_from = date(2026, 1, 1)
    checksum = factory.Sequence(lambda number: f"{number:064d}")
    content = factory.LazyFunction(
        lambda: {name: said for name, said in ladder_said().items() if name in LadderContent.model_fields}
    )


class SittingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Sitting

    organisation = factory.SubFactory(OrganisationFactory)
    purpose = "progression"
    on = date(2027, 6, 17)
    submit_by = date(2027, 5, 6)
    endorse_by = date(2027, 4, 29)


class JourneyFactory(factory.django.DjangoModelFactory):
    """Somebody on her way to BG11; `journey_in` makes one of another state."""

    class Meta:
        model = Journey

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    ladder = factory.SubFactory(LadderVersionFactory, organisation=factory.SelfAttribute("..organisation"))
    step = "to-bg11"
    began_at = NOW


class ChoiceFactory(factory.django.DjangoModelFactory):
    """A pathway that waits for the manager; `choice_in` makes one of another state."""

    class Meta:
        model = Choice

    journey = factory.SubFactory(JourneyFactory)
    pathway = "mca-bia"
    asked_at = NOW


class AgreementFactory(factory.django.DjangoModelFactory):
    """Something that waits to be agreed by the line manager; `agreement_in` makes one of another state."""

    class Meta:
        model = Agreement

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    code = "endorsed"
    what = "The line manager agrees"
    agreed_by_role = "line_manager"
    words = "The module at the university, 60 credits."
    asked_at = NOW


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    journey = factory.SubFactory(JourneyFactory)
    kind = "evidence"
    code = factory.Sequence(lambda number: f"part-{number}")
    title = "Two kept entries"
    due_on = date(2027, 3, 1)


def journey_in(state: str, **said: Any) -> Journey:
    """A journey in a state, with what that state needs."""
    needed: dict[str, Any] = {} if state == JourneyState.OPEN else {"ended_at": NOW}
    if state == JourneyState.LEFT:
        needed["left_because"] = "My work has changed."
    made: Journey = JourneyFactory(state=state, **{**needed, **said})
    return made


def choice_in(state: str, **said: Any) -> Choice:
    """A choice in a state, decided by somebody where it was."""
    decided = {"decided_at": NOW, "decided_by": said.pop("decided_by", None) or PersonFactory()}
    grounds = {"service_area": "It fits the team.", "business_need": "We have no assessor."}
    needed: dict[str, dict[str, Any]] = {
        ChoiceState.AGREED: {**decided, **grounds},
        ChoiceState.CHANGED: {**decided, **grounds, "ended_at": NOW},
        ChoiceState.DECLINED: {**decided, "reason": "Not this year.", "ended_at": NOW},
        ChoiceState.TAKEN_BACK: {"ended_at": NOW},
    }
    made: Choice = ChoiceFactory(state=state, **{**needed.get(ChoiceState(state), {}), **said})
    return made


def agreement_in(state: str, **said: Any) -> Agreement:
    """An agreement in a state, decided by somebody where it was."""
    decided = {"decided_at": NOW, "decided_by": said.pop("decided_by", None) or PersonFactory(), "reason": "I saw it."}
    is_decided = state in (AgreementState.AGREED, AgreementState.DECLINED)
    made: Agreement = AgreementFactory(state=state, **{**(decided if is_decided else {}), **said})
    return made


def practitioner_of(organisation: Organisation, **terms: Any) -> Person:
    """Somebody with a post on the lower rung of the ladder: a social worker of adults' services at BG10 level 2."""
    grade = organisation.grades.filter(code="BG10").first() or GradeFactory(organisation=organisation, code="BG10")
    level = grade.levels.filter(code="level-2").first() or GradeLevelFactory(grade=grade, code="level-2")
    return staff_of(organisation, grade=grade, level=level, **terms)
