"""Enrolling a newly qualified social worker: her year begins with its policy, people, dates and agreement."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import lock_person, require
from asye.choices.enrolments import MOST_REASON, EnrolmentState, Programme, Role
from asye.models import AsyePolicy, Enrolment, Part, Period
from asye.rules.documents_seen import seen_among
from asye.rules.eligibility import Start, can_assess, can_start, grant_for, roles_needed
from asye.selectors.enrolling import Known, belonging_to, is_running, known_of, policy_of, registrations_of
from asye.selectors.policies import rules_of
from asye.services.agreements import begin as begin_agreement
from asye.services.enrolments_told import tell_enrolled
from asye.services.grants import claims_due
from asye.services.milestones import set_dates
from asye.services.reviews import schedule

ENROL = "asye.enrolment.enrol"
NOT_YOURS = "Only the ASYE co-ordinator or the academy lead where she works enrols her."
UNDER_WAY = "A year of hers is under way. A year that another employer released is taken up and not begun anew."
PASSED = "She has passed her assessed and supported year. There is no second one."
NO_POST = "She has no post here, today or later. Ask human resources to enter it first."
NO_POLICY = "No ASYE policy holds for her service on that day. Choose a later first day, or have one published."
NO_MANAGER = "No line manager is entered for her. Ask human resources to enter one first."


@dataclass(frozen=True, kw_only=True)
class Details:
    """What is said of the year: its first day, when she qualified, the share of full time, what is noted where it has
    to be, which documents were seen, and who has which part beside her line manager."""

    starts_on: date
    qualified_on: date
    fte: Decimal
    people: dict[Role, int]
    contract_on: date | None = None
    knowledge_current: str = ""
    is_agency: bool = False
    agency_agreement: str = ""
    documents: tuple[str, ...] = ()
    programme: Programme = Programme.ASYE


@command("asye.enrolment.enrol")
def enrol(*, person: Person, details: Details, by: Actor, at: datetime) -> Enrolment:
    """Begin somebody's year at the organisation acted in, under the policy of her service and first day.

    With it come her time there, everybody's part, the dates, a review for each date that is one, the draft of the
    agreement, and what can be claimed of a grant. She and those who have a part are told. Refuses who does not run the
    programme where she works; somebody whose year is under way or passed; no post or line manager; no policy; what
    keeps a year from starting (`rules.eligibility`); a part the policy needs that nobody is given; a part for somebody
    who does not belong here, for her herself, or who assesses without a registration. Two presses begin one year.
    """
    lock_person(person.pk)
    if not allows(ENROL, by, person) or by.organisation_id is None:
        raise Refused(NOT_YOURS)
    known = known_of(person.pk, by.organisation_id, on=by.on)
    policy = _judged(person, details, known, by=by)
    manager_id = known.terms.line_manager_id if known.terms else None
    people = {**details.people, **({Role.MANAGER: manager_id} if manager_id else {})}
    made = _write(person, replace(details, people=people), policy, by=by, at=at)
    set_dates(made, by=by, at=at)
    schedule(enrolment=made, by=by, at=at)
    begin_agreement(enrolment=made, by=by, at=at)
    grant = grant_for(start_of(details, known), rules_of(policy)).grant
    if grant is not None:
        claims_due(enrolment=made, grant=grant, by=by, at=at)
    record(made, moved=("", EnrolmentState.AGREEMENT_DUE), about=person.pk, organisation=made.organisation_id)
    tell_enrolled(made, by=by, at=at)
    return made


def start_of(details: Details, known: Known) -> Start:
    """What the rules judge: what is said, beside what is known."""
    return Start(
        starts_on=details.starts_on,
        qualified_on=details.qualified_on,
        fte=details.fte,
        registered=known.registered,
        contract_on=details.contract_on,
        is_agency=details.is_agency,
        knowledge_current=details.knowledge_current,
        agency_agreement=details.agency_agreement,
        is_supervised=known.is_supervised or Role.SUPERVISOR in details.people,
        documents=details.documents,
    )


def _judged(person: Person, details: Details, known: Known, *, by: Actor) -> AsyePolicy:
    running = is_running(person.pk)
    if running is not None:
        raise Refused(PASSED if running in (EnrolmentState.DECIDED, EnrolmentState.CERTIFIED) else UNDER_WAY)
    if known.terms is None:
        raise Refused(NO_POST)
    if known.terms.line_manager_id is None:
        raise Refused(NO_MANAGER)
    organisation_id = known.terms.post.organisation_id
    policy = policy_of(known, organisation_id, starts_on=details.starts_on, programme=details.programme)
    if policy is None:
        raise Refused(NO_POLICY, field="starts_on")
    for field in ("knowledge_current", "agency_agreement"):
        if len(getattr(details, field)) > MOST_REASON:
            raise Refused(f"Use at most {MOST_REASON} characters.", field=field)
    require(can_start(start_of(details, known), rules_of(policy), on=by.on))
    _judge_people(person, details, policy, by=by)
    return policy


def _judge_people(person: Person, details: Details, policy: AsyePolicy, *, by: Actor) -> None:
    for role in roles_needed(rules_of(policy)):
        if role != Role.MANAGER and role not in details.people:
            raise Refused(f"Say who is her {role.label}.", field=role.value)
    require_fit(details.people, nqsw=person.pk, organisation_id=by.organisation_id or 0, on=by.on)


def require_fit(people: dict[Role, int], *, nqsw: int, organisation_id: int, on: date, field: str = "") -> None:
    """Refuse a part for the newly qualified social worker herself, for somebody who does not belong to the employer,
    and for who would assess without a live registration. `field` is the answer it is about, else the role's. Two
    queries."""
    found = {each.pk: each for each in Person.objects.filter(belonging_to(organisation_id, on), pk__in=people.values())}
    registers = registrations_of(people.values())
    for role, person_id in people.items():
        if person_id == nqsw:
            raise Refused("She cannot have this part in her own year. Choose somebody else.", field=field or role.value)
        if person_id not in found:
            raise Refused("Choose somebody who works or has a place here.", field=field or role.value)
        name = found[person_id].full_name
        may = can_assess(role, name, registered=registers.get(person_id, ()), on=on)
        if not may.allowed:
            raise Refused(may.reason, field=field or role.value)


def _write(person: Person, details: Details, policy: AsyePolicy, *, by: Actor, at: datetime) -> Enrolment:
    """The year, her time there, and everybody's part: from the first day, or from today where it lies ahead, so that
    they can prepare it."""
    organisation_id = by.organisation_id or 0
    made = Enrolment.objects.create(
        person=person,
        organisation_id=organisation_id,
        policy=policy,
        qualified_on=details.qualified_on,
        contract_on=details.contract_on,
        starts_on=details.starts_on,
        fte=details.fte,
        knowledge_current=details.knowledge_current.strip(),
        agency_agreement=details.agency_agreement.strip(),
        documents_seen=[each.code for each in seen_among(rules_of(policy), details.documents)],
        enrolled_at=at,
        changed_at=at,
    )
    Period.objects.create(enrolment=made, organisation_id=organisation_id, policy=policy, from_on=details.starts_on)
    first = min(details.starts_on, by.on)
    Part.objects.bulk_create(
        Part(enrolment=made, role=role, person_id=who, from_on=first, assigned_at=at, assigned_by_id=by.person_id)
        for role, who in sorted(details.people.items())
    )
    return made
