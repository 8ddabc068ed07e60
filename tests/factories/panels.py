"""Panels, cases and what hangs on them, for tests. Factories store rows as they are; services are tested apart.

`panel_of` makes a panel with its seats, `case_in` a case of any state with what that state needs.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import factory

from academy.identity.models import Organisation, Person
from asye.models import Recommendation
from panels import models as made
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.choices.judging import AssignmentKind, AssignmentState, TieState
from panels.choices.panels import MemberSort, Seat
from panels.rules.parts_of_policy import Triggers
from panels.rules.policy import PLAIN, PanelRules
from panels.schema.policy import PanelPolicyFile
from portfolios.models import PortfolioTemplate, Snapshot
from tests.factories.asye import EnrolmentFactory
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, SINCE, staff_of
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory
from tests.factories.vacancies import VacancyFactory

# The panel of the tests meets a fortnight after their day; handing in ended a week before it.
SITS_ON = NOW.date() + timedelta(days=14)
HANDED_IN_BY = NOW.date() - timedelta(days=7)


def policy_content(rules: PanelRules = PLAIN, **said: Any) -> dict[str, Any]:
    """The content of a policy with these rules, as a file of it would be stored."""
    about = {"purpose": "progression", "code": "2026", "title": "Progression panel", "about": "Steps up by panel."}
    file = {"valid_from": date(2026, 1, 1), **about, "rules": rules, **said}
    return PanelPolicyFile.model_validate(file).model_dump(mode="json", exclude_none=True)


def _without_chance(rules: PanelRules) -> PanelRules:
    """Nothing is drawn at random unless a test sets triggers of its own: the draw goes by the case's number, and would
    stop one case in ten whose reviews agree."""
    if rules.triggers != Triggers():
        return rules
    return replace(rules, triggers=replace(rules.triggers, random_percent=0))


class PanelPolicyFactory(factory.django.DjangoModelFactory):
    """The plain rules, for everybody, without a draw; `panel_rules` gives others."""

    class Meta:
        model = made.PanelPolicy

    class Params:
        panel_rules = PLAIN

    organisation = None
    purpose = "progression"
    title = "Progression panel"
    code = factory.Sequence(lambda n: f"edition-{n}")
    valid_from = factory.Sequence(lambda n: date(2020, 1, 1) + timedelta(days=n))
    checksum = "a" * 64
    content = factory.LazyAttribute(lambda row: policy_content(_without_chance(row.panel_rules), purpose=row.purpose))


class PanelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Panel

    organisation = factory.SubFactory(OrganisationFactory)
    purpose = "progression"
    title = factory.Sequence(lambda n: f"Progression panel {n}")
    from_on = SINCE


class MemberFactory(factory.django.DjangoModelFactory):
    """A practitioner's seat; the person is somebody with a post there."""

    class Meta:
        model = made.Member

    panel = factory.SubFactory(PanelFactory)
    person = factory.LazyAttribute(lambda row: staff_of(row.panel.organisation))
    seat = Seat.MEMBER
    sort = MemberSort.PRACTITIONER
    from_on = SINCE
    appointed_by = factory.SubFactory(PersonFactory)
    appointed_at = NOW


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Meeting

    panel = factory.SubFactory(PanelFactory)
    policy = factory.SubFactory(PanelPolicyFactory, purpose=factory.SelfAttribute("..panel.purpose"))
    sitting = factory.LazyAttribute(
        lambda row: SittingFactory(
            organisation=row.panel.organisation,
            purpose=row.panel.purpose,
            on=SITS_ON,
            submit_by=HANDED_IN_BY,
            endorse_by=HANDED_IN_BY,
        )
    )


def panel_of(organisation: Organisation, *, purpose: str = "progression", members: int = 3, **said: Any) -> made.Panel:
    """A panel with a chair, members of both services and a clerk, who all have posts there."""
    panel: made.Panel = PanelFactory(organisation=organisation, purpose=purpose, **said)
    MemberFactory(panel=panel, seat=Seat.CHAIR, sort=MemberSort.PSW_ADULTS, service="adults")
    sorts = [MemberSort.PSW_CHILDREN, MemberSort.SERVICE_MANAGER, *[MemberSort.PRACTITIONER] * members]
    for number, sort in enumerate(sorts[:members]):
        MemberFactory(panel=panel, sort=sort, service="children" if number % 2 == 0 else "adults")
    MemberFactory(panel=panel, seat=Seat.CLERK, sort="")
    return panel


def seat_of(panel: made.Panel | None, seat: Seat = Seat.CHAIR) -> Person:
    """Who has this seat on the panel, the first of several."""
    assert panel is not None
    member: made.Member = panel.members.filter(seat=seat).order_by("pk")[0]
    return member.person


class CaseFactory(factory.django.DjangoModelFactory):
    """A step up in preparation; `case_in` makes one of another state."""

    class Meta:
        model = made.Case

    organisation = factory.SubFactory(OrganisationFactory)
    kind = CaseKind.PROGRESSION
    person = factory.LazyAttribute(lambda row: staff_of(row.organisation))
    policy = factory.SubFactory(PanelPolicyFactory)
    step = "to-bg11"
    begun_at = NOW - timedelta(days=60)
    moved_at = NOW - timedelta(days=3)


def handed_in_by(person: Person, organisation: Organisation, /, **said: Any) -> Snapshot:
    """What somebody handed in: two sections with pieces."""
    template = PortfolioTemplate.objects.filter(organisation=organisation, template="panel").first()
    template = template or PortfolioTemplateFactory(organisation=organisation, template="panel")
    moments = {"state": "submitted", "endorsed_at": NOW, "submitted_at": NOW}
    portfolio = PortfolioFactory(person=person, organisation=organisation, template=template, **moments)
    return snapshot_of(content(**said), portfolio)


def recommended_in(organisation: Organisation, person: Person | None = None, **said: Any) -> Recommendation:
    """A recommendation of a year there, as it was sent to moderation."""
    person = person or staff_of(organisation)
    year = EnrolmentFactory(person=person, organisation=organisation, state="recommended")
    row = {"number": 1, "outcome": "pass", "report": "Seen across all areas.", "recommended_at": NOW, **said}
    return Recommendation.objects.create(enrolment=year, person=row.pop("by", None) or PersonFactory(), **row)


def case_in(state: str, *, kind: str = CaseKind.PROGRESSION, **said: Any) -> made.Case:
    """A case of this state, on a panel and a sitting of its organisation unless others are given."""
    organisation = said.pop("organisation", None) or (said["panel"].organisation if "panel" in said else None)
    organisation = organisation or OrganisationFactory()
    person = said.pop("person", None) or staff_of(organisation)
    row: dict[str, Any] = {"organisation": organisation, "person": person, "kind": kind, "state": state}
    panel = said.pop("panel", None)
    if kind != CaseKind.APPOINTMENT:
        panel = panel or panel_of(organisation, purpose="moderation" if kind == CaseKind.MODERATION else "progression")
        meeting = made.Meeting.objects.filter(panel=panel).first() or MeetingFactory(panel=panel)
        row |= {"panel": panel, "sitting": meeting.sitting, "policy": meeting.policy}
    row |= _about(person, said, kind=kind, organisation=organisation)
    if CaseState(state) not in BEFORE_ACCEPTED and "snapshot" not in said:
        row |= _accepted(kind, organisation, person)
    row |= {"put_off_because": "She is on leave until March."} if state == CaseState.DEFERRED else {}
    row |= {"decided_at": NOW} if state in (CaseState.DECIDED, CaseState.RELEASED) else {}
    row |= {"released_at": NOW} if state == CaseState.RELEASED else {}
    case: made.Case = CaseFactory(**{**row, **said})
    return case


def _about(person: Person, said: dict[str, Any], *, kind: str, organisation: Organisation) -> dict[str, Any]:
    if kind == CaseKind.MODERATION:
        found = said.pop("recommendation", None) or recommended_in(organisation, person)
        return {"recommendation": found, "step": "", "names": said.pop("names", "blind")}
    if kind == CaseKind.APPOINTMENT:
        return {"vacancy": said.pop("vacancy", None) or VacancyFactory(organisation=organisation), "step": "to-bg12"}
    return {}


def _accepted(kind: str, organisation: Organisation, person: Person) -> dict[str, Any]:
    moments = {"handed_in_at": NOW - timedelta(days=9), "accepted_at": NOW - timedelta(days=5)}
    snapshot = handed_in_by(person, organisation)
    return {**moments, "snapshot": snapshot, "portfolio": snapshot.portfolio}


class AssignmentFactory(factory.django.DjangoModelFactory):
    """A case somebody took on to review; she has a post there."""

    class Meta:
        model = made.Assignment

    case = factory.LazyFunction(lambda: case_in(CaseState.IN_REVIEW))
    person = factory.LazyAttribute(lambda row: staff_of(row.case.organisation))
    kind = AssignmentKind.REVIEW
    state = AssignmentState.ACCEPTED
    answer_by = NOW.date() + timedelta(days=3)
    due_on = NOW.date() + timedelta(days=10)
    asked_at = NOW - timedelta(days=2)
    done_at = factory.LazyAttribute(lambda row: NOW if row.state == AssignmentState.DONE else None)
    ended_at = factory.LazyAttribute(lambda row: NOW if row.state in ("declined", "taken_off") else None)
    reason = factory.LazyAttribute(lambda row: "I am away." if row.state in ("declined", "taken_off") else "")


class ReviewFactory(factory.django.DjangoModelFactory):
    """A review that was handed in, with a level on the one criterion of the plain rules."""

    class Meta:
        model = made.Review

    assignment = factory.SubFactory(AssignmentFactory, state=AssignmentState.DONE)
    number = 1
    overall = "progress"
    words = "She shows the work, and thinks about it."
    submitted_at = NOW


class ScoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Score

    review = factory.SubFactory(ReviewFactory)
    criterion = "whole"
    level = "shown"
    standing = "met"
    reason = "Two pieces show it plainly."


def review_of(case: made.Case, person: Person | None = None, **said: Any) -> made.Review:
    """A review of the case that was handed in, by this person or somebody with a post there."""
    level = {name: said.pop(name) for name in ("level", "standing", "reason") if name in said}
    who = {"person": person} if person else {}
    given: made.Assignment = AssignmentFactory(case=case, state=AssignmentState.DONE, **who)
    review: made.Review = ReviewFactory(assignment=given, **said)
    ScoreFactory(review=review, **level)
    return review


class TieFactory(factory.django.DjangoModelFactory):
    """A hard tie from the record, which takes somebody out of the case."""

    class Meta:
        model = made.Tie

    case = factory.LazyFunction(lambda: case_in(CaseState.ACCEPTED))
    person = factory.LazyAttribute(lambda row: staff_of(row.case.organisation))
    kind = "line_manager"
    strength = "hard"
    source = "record"
    state = TieState.STEPS_BACK
    noted_at = NOW


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Decision

    case = factory.LazyFunction(lambda: case_in(CaseState.DECIDED))
    number = factory.LazyAttribute(lambda row: row.case.decisions.count() + 1)
    outcome = "progressed"
    wording = "The panel agreed that she progresses to BG11."
    reasons = "All reviewers saw the standard met."
    decided_by = factory.SubFactory(PersonFactory)
    decided_on = NOW.date()
    decided_at = NOW


class LetterFactory(factory.django.DjangoModelFactory):
    """A letter in the outbox nobody has read yet."""

    class Meta:
        model = made.Letter

    decision = factory.SubFactory(DecisionFactory)
    body = "The panel has decided that you progress."
    written_at = NOW
    read_by = factory.LazyAttribute(lambda row: None if row.state == "written" else PersonFactory())
    read_at = factory.LazyAttribute(lambda row: None if row.state == "written" else NOW)
    sent_at = factory.LazyAttribute(lambda row: NOW if row.state == "sent" else None)
    state = "written"


class AppealFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Appeal

    decision = factory.LazyFunction(lambda: DecisionFactory(case=case_in(CaseState.RELEASED), outcome="not_yet"))
    ground = "evidence"
    words = "The second observation was not looked at."
    opened_at = NOW
    hear_by = NOW.date() + timedelta(days=28)


class HearerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Hearer

    appeal = factory.SubFactory(AppealFactory)
    person = factory.LazyAttribute(lambda row: staff_of(row.appeal.decision.case.organisation))
    named_at = NOW
    named_by = factory.SubFactory(PersonFactory)


class AppointmentFactory(factory.django.DjangoModelFactory):
    """Somebody eligible for a post after a case that was told."""

    class Meta:
        model = made.Appointment

    case = factory.LazyFunction(lambda: case_in(CaseState.RELEASED))
    eligible_at = NOW
