"""What the portal knows of everybody, beyond entries and places: something of every family of facts that is found."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import yaml
from django.apps import apps
from django.db.models import Model

from academy.development.choices.supervisions import Strand
from academy.development.models import (
    Appraisal,
    AppraisalPolicy,
    Entry,
    Goal,
    Induction,
    InductionProgramme,
    PeerAttendance,
    PeerReflection,
    PeerSession,
    SelfAudit,
    Supervision,
    SupervisionAgreement,
)
from academy.identity.models import Person
from academy.people.models import Annotation, Grade, GradeLevel, Post, Registration, Terms
from academy.training.models import Completion, Course, EventTeaching, TrainingEvent, TrainingRequest
from pathways.models import LadderVersion
from pathways.schema.ladder import LadderFile
from tests.benchmarks.building import AT, BATCH, ON, SINCE, Academy

Row = TypeVar("Row", bound=Model)
LADDERS = Path(apps.get_app_config("pathways").path) / "reference" / "ladders"
SESSIONS_EACH, FINISHED_EACH = 6, 4
# One in so many is noted as AMHP, one in so many teaches; so many learn together.
NOTED_EACH, TEACHING_EACH, TOGETHER = 10, 20, 10
YEAR_ON = date(2026, 4, 1)
LATELY = ON - timedelta(days=30)


def know(academy: Academy) -> None:
    """Let something of every family be known of the people the academy has."""
    _at_work(academy)
    _learnt(academy)
    _together(academy)
    _supervised(academy)
    _signed(academy)


def _many(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    made: list[Row] = model._default_manager.bulk_create(rows, batch_size=BATCH)
    return made


def _other(academy: Academy, person: Person) -> Person:
    """Somebody else: who holds, signs or is a peer."""
    return academy.people[1] if person == academy.people[0] else academy.people[0]


def _at_work(academy: Academy) -> None:
    """A ladder as long as Bristol's, with everybody on one rung of it."""
    said = LadderFile.model_validate(yaml.safe_load((LADDERS / "bristol-adults-2026.yaml").read_text()))
    LadderVersion.objects.create(
        organisation=academy.organisation,
        ladder="adults",
        code="benchmark",
        title="Career progression",
        valid_from=SINCE,
        checksum="b" * 64,
        content=said.content,
    )
    grade = Grade.objects.create(organisation=academy.organisation, code="BG10", title="BG10", rank=1)
    level = GradeLevel.objects.create(grade=grade, code="level-2", title="Level 2", rank=1)
    Terms.objects.filter(post__organisation=academy.organisation).update(grade=grade, level=level)
    noted = Registration.objects.filter(person__in=academy.people[::NOTED_EACH])
    _many(Annotation, (Annotation(registration=each, kind="amhp", from_on=SINCE) for each in noted))


def _learnt(academy: Academy) -> None:
    courses = list(academy.organisation.courses.order_by("pk"))
    Course.objects.filter(pk=courses[0].pk).update(outcome="award", credits=30, credit_level=7)
    _many(
        Completion,
        (
            Completion(
                person=person,
                organisation=academy.organisation,
                course=course,
                completed_on=LATELY,
                source="noted",
                noted_by=person,
                noted_at=AT,
            )
            for person in academy.people
            for course in courses[:FINISHED_EACH]
        ),
    )
    TrainingRequest.objects.filter(organisation=academy.organisation).update(course=courses[-1])
    event = TrainingEvent.objects.filter(organisation=academy.organisation, state="held").earliest("pk")
    _many(EventTeaching, (EventTeaching(event=event, person=each) for each in academy.people[::TEACHING_EACH]))


def _together(academy: Academy) -> None:
    sessions = _many(
        PeerSession,
        (
            PeerSession(
                organisation=academy.organisation,
                leader=leader,
                topic="What helps",
                held_on=LATELY,
                state="held",
                planned_at=AT,
                changed_at=AT,
            )
            for leader in academy.people[::TOGETHER]
        ),
    )
    _many(
        PeerAttendance,
        (
            PeerAttendance(session=sessions[number // TOGETHER], person=person, joined_at=AT, came=True)
            for number, person in enumerate(academy.people)
        ),
    )
    _talked(academy)


def _talked(academy: Academy) -> None:
    """The latest entry of everybody was talked over with a peer, who confirmed it."""
    latest = Entry.objects.kept().filter(author__in=academy.people, started_on=ON - timedelta(days=1))
    _many(
        PeerReflection,
        (
            PeerReflection(
                entry_id=entry_id,
                outside_name="A nurse",
                counts_as="professional",
                title="What I learnt",
                talked_on=ON,
                learnt="Something.",
                state="confirmed",
                noted_at=AT,
                asked_at=AT,
                answered_at=AT,
            )
            for entry_id in latest.values_list("pk", flat=True)
        ),
    )


def _supervised(academy: Academy) -> None:
    agreements = _many(
        SupervisionAgreement,
        (
            SupervisionAgreement(
                person=person,
                organisation=academy.organisation,
                supervisor=_other(academy, person),
                strand=Strand.REFLECTIVE,
                from_on=SINCE,
                made_at=AT,
                agreed_at=AT,
            )
            for person in academy.people
        ),
    )
    _many(
        Supervision,
        (
            Supervision(
                agreement=agreement,
                person_id=agreement.person_id,
                supervisor_id=agreement.supervisor_id,
                organisation=academy.organisation,
                strand=Strand.REFLECTIVE,
                planned_on=day,
                held_on=day,
                minutes=90,
                state="held",
                planned_at=AT,
                changed_at=AT,
            )
            for agreement in agreements
            for day in (ON - timedelta(weeks=4 * number + 1) for number in range(SESSIONS_EACH))
        ),
    )


def _signed(academy: Academy) -> None:
    """An appraisal, a self-audit, an induction and a goal of everybody."""
    edition = {"valid_from": SINCE, "checksum": "b" * 64}
    policy = AppraisalPolicy.objects.create(
        organisation=academy.organisation, code="benchmark", name="Appraisal", **edition
    )
    programme = InductionProgramme.objects.create(code="benchmark", title="Induction", **edition)
    posts = Post.objects.filter(organisation=academy.organisation).order_by("pk")
    _many(Appraisal, (_appraisal(academy, person, policy) for person in academy.people))
    _many(SelfAudit, (_audit(academy, person) for person in academy.people))
    _many(Induction, (_induction(academy, post, programme) for post in posts.select_related("person")))
    _many(
        Goal,
        (
            Goal(
                person=person,
                organisation=academy.organisation,
                title="Court skills",
                due_on=ON,
                state="reached",
                set_at=AT,
                changed_at=AT,
                closed_at=AT,
            )
            for person in academy.people
        ),
    )


def _appraisal(academy: Academy, person: Person, policy: AppraisalPolicy) -> Appraisal:
    other = _other(academy, person)
    return Appraisal(
        person=person,
        organisation=academy.organisation,
        manager=other,
        policy=policy,
        kind="appraisal",
        year_on=YEAR_ON,
        due_on=ON,
        held_on=LATELY,
        state="signed",
        begun_at=AT,
        changed_at=AT,
        own_signed_at=AT,
        manager_signed_at=AT,
        manager_signed_by=other,
        locked_at=AT,
    )


def _audit(academy: Academy, person: Person) -> SelfAudit:
    return SelfAudit(
        person=person,
        organisation=academy.organisation,
        framework=academy.statements[0].version,
        supervisor=_other(academy, person),
        state="discussed",
        started_at=AT,
        changed_at=AT,
        shared_at=AT,
        discussed_on=LATELY,
        person_signed_at=AT,
        supervisor_signed_at=AT,
        locked_at=AT,
    )


def _induction(academy: Academy, post: Post, programme: InductionProgramme) -> Induction:
    return Induction(
        person=post.person,
        organisation=academy.organisation,
        post=post,
        programme=programme,
        joined_on=SINCE,
        due_on=ON,
        state="signed",
        begun_at=AT,
        changed_at=AT,
        own_signed_at=AT,
        manager_signed_at=AT,
        manager_signed_by=_other(academy, post.person),
        closed_at=AT,
    )
