"""What is known of somebody before her year begins, who can be enrolled, and who can be given a part in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import Profession, Regulator, RoleCode
from academy.people.models import Membership, QualifyingSupport, Registration, RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.people.rules.registrations import RegistrationFacts, is_registered_on
from academy.people.rules.spans import Span
from academy.people.selectors.answering import taken_in
from academy.people.selectors.directory import called
from asye.choices.enrolments import ENDED, EnrolmentState, Outcome, Role
from asye.models import AsyePolicy, Enrolment, Part
from asye.querysets.enrolments import RUNNERS
from asye.selectors.policies import policy_for

MOST_SHOWN = 30
Registered = tuple[RegistrationFacts, ...]
# Who is offered for a part before anybody is looked for: those who hold the role for it, and those who run the academy.
OFFERED = {
    Role.ASSESSOR: (RoleCode.ASYE_ASSESSOR,),
    Role.PRACTICE_ASSESSOR: (RoleCode.ASYE_ASSESSOR, RoleCode.ACADEMY_STAFF),
    Role.SUPERVISOR: (RoleCode.ASYE_ASSESSOR, RoleCode.LEAD_SOCIAL_WORKER, RoleCode.PRINCIPAL_SOCIAL_WORKER),
    Role.COORDINATOR: RUNNERS,
}


@dataclass(frozen=True)
class Known:
    """What is known of her at this employer on a day: her post, her registrations, when she qualified with its
    support. Without terms she has no post there, today or later."""

    terms: Terms | None
    registered: Registered
    qualified_on: date | None
    is_supervised: bool

    @property
    def service(self) -> str:
        return str(self.terms.team.service.kind) if self.terms else ""

    @property
    def contract_on(self) -> date | None:
        return self.terms.post.from_on if self.terms else None

    @property
    def fte(self) -> Decimal:
        return self.terms.fte if self.terms else Decimal("1.00")


@dataclass(frozen=True)
class Candidate:
    """Somebody who can have a part: who she is, in how many years she has it now, and whether she is registered."""

    person: Person
    role: Role
    load: int
    is_registered: bool

    @property
    def work(self) -> str:
        """What helps to choose: "assessor of 2 now"."""
        says = f"{self.role.label} of {self.load or 'nobody'} now"
        return says if self.is_registered else f"{says}; no live registration entered here"


def can_be_enrolled(actor: Actor, words: str = "") -> list[Terms]:
    """The posts of registered social workers and of those who are about to be, for whom the actor runs the programme,
    without a year under way or passed; those in a newly qualified post first. With words, those called so."""
    years = Enrolment.objects.filter(person_id=OuterRef("post__person_id"))
    done = years.filter(~Q(state__in=ENDED) | Q(outcome=Outcome.PASS))
    lasting = Q(until_on=None) | Q(until_on__gte=actor.on)
    here = Terms.objects.filter(lasting, Q(post__until_on=None) | Q(post__until_on__gte=actor.on))
    mine = taken_in(actor, *RUNNERS, organisation="post__organisation_id", person="post__person_id")
    rows = here.filter(mine, ~Exists(done), post__organisation_id=actor.organisation_id, job_role__is_registered=True)
    rows = rows.filter(job_role__profession=Profession.SOCIAL_WORKER).exclude(post__person_id=actor.person_id)
    if words.strip():
        rows = rows.filter(post__person__in=called(Person.objects.all(), words))
    newly = Q(job_role__code="newly-qualified-social-worker") | Q(level__code="asye")
    if not words:
        rows = rows.filter(newly)
    related = rows.select_related("post__person", "job_role", "team")
    return list(related.order_by("post__person__family_name", "post__person__given_name", "pk")[:MOST_SHOWN])


def known_of(person_id: int, organisation_id: int, *, on: date) -> Known:
    """What is known of her there on the day, or of the post that begins next. Four queries at most."""
    lasting = Q(until_on=None) | Q(until_on__gte=on)
    rows = Terms.objects.filter(lasting, post__person_id=person_id, post__organisation_id=organisation_id)
    posts = rows.select_related("post", "team__service", "job_role", "grade", "level", "line_manager")
    terms = posts.order_by("from_on", "-post__is_primary", "pk").first()
    manager = terms.line_manager_id if terms else None
    registers = registrations_of({person_id, *([manager] if manager else [])})
    qualified = QualifyingSupport.objects.filter(person_id=person_id, qualified_on__isnull=False)
    return Known(
        terms=terms,
        registered=registers.get(person_id, ()),
        qualified_on=qualified.order_by("-qualified_on").values_list("qualified_on", flat=True).first(),
        is_supervised=is_registered_on(on, registers.get(manager or 0, ()), regulator=Regulator.SWE),
    )


def policy_of(known: Known, organisation_id: int, *, starts_on: date, programme: str) -> AsyePolicy | None:
    """The edition for the service she works in and the day she starts. One query."""
    return policy_for(organisation_id, service=known.service, on=starts_on, programme=programme)


def registrations_of(people: Collection[int]) -> dict[int, Registered]:
    """Every entry in registers of these people. One query."""
    found: dict[int, Registered] = {}
    columns = ("person_id", "regulator", "from_on", "until_on", "expires_on")
    rows = Registration.objects.filter(person_id__in=people).order_by("person_id", "pk").values_list(*columns)
    for person_id, regulator, from_on, until_on, expires_on in rows:
        fact = RegistrationFacts(regulator, Span(from_on, until_on), expires_on)
        found[person_id] = (*found.get(person_id, ()), fact)
    return found


def candidates_for(
    role: Role, organisation_id: int, *, on: date, but: int, manager: int | None = None, words: str = ""
) -> list[Candidate]:
    """Who is offered for a part: holders of the role for it there, and her line manager, who may assess, too (D1-11);
    with words anybody there who is called so. With how many years each has it now, by name; never she herself. Four
    queries at most."""
    held = RoleHolding.objects.filter(holds_on(on), organisation_id=organisation_id, role__in=OFFERED.get(role, ()))
    wanted = Q(pk__in=held.values("person_id"))
    if role in (Role.ASSESSOR, Role.MANAGER) and manager is not None:
        wanted |= Q(pk=manager)
    if words.strip():
        wanted |= Q(pk__in=called(Person.objects.all(), words).values("pk"))
    people = list(Person.objects.filter(wanted, belonging_to(organisation_id, on)).exclude(pk=but)[:MOST_SHOWN])
    ids = [person.pk for person in people]
    loads, registers = _loads(role, ids, on), registrations_of(ids)
    live = {pk for pk, held in registers.items() if is_registered_on(on, held, regulator=Regulator.SWE)}
    return [Candidate(each, role, loads.get(each.pk, 0), each.pk in live) for each in people]


def belonging_to(organisation_id: int, on: date, *, person: str = "pk") -> Q:
    """People with a post or a membership there on the day: only they can open what they have a part in."""
    posts = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__organisation_id=organisation_id)
    members = Membership.objects.filter(holds_on(on), organisation_id=organisation_id)
    return Q(Exists(posts.filter(post__person_id=OuterRef(person)))) | Q(
        Exists(members.filter(person_id=OuterRef(person)))
    )


def _loads(role: Role, people: list[int], on: date) -> dict[int, int]:
    """In how many years that have not ended each has that part."""
    held: QuerySet[Part] = Part.objects.filter(holds_on(on), role=role, person_id__in=people)
    loads: dict[int, int] = {}
    for person_id in held.exclude(enrolment__state__in=ENDED).values_list("person_id", flat=True):
        loads[person_id] = loads.get(person_id, 0) + 1
    return loads


def is_running(person_id: int) -> EnrolmentState | None:
    """How her year stands that has not ended, or that she passed; None where she can be enrolled. One query."""
    years = Enrolment.objects.filter(Q(person_id=person_id) & (~Q(state__in=ENDED) | Q(outcome=Outcome.PASS)))
    found = years.order_by("pk").values_list("state", flat=True).first()
    return EnrolmentState(found) if found else None
