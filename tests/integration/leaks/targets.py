"""For every kind of address that names something: what it can name in the world of the walk."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model
from django.utils import timezone

from academy.development.choices import DRAFT_FORM
from academy.development.models import (
    Appraisal,
    CoachMatch,
    CoachMeeting,
    CoachProfile,
    Entry,
    EntryFile,
    Goal,
    Induction,
    InductionTick,
    LearningNeed,
    PeerReflection,
    PeerSession,
    PrivateNote,
    RenewalAct,
    SelfAudit,
    Share,
    Supervision,
    SupervisionAgreement,
)
from academy.engines.documents.models import Issued
from academy.engines.drafts.models import Draft, ParkedPost
from academy.engines.files.models import StoredFile
from academy.engines.imports.models import Import
from academy.engines.jobs.models import Job
from academy.engines.notify.models import Notice
from academy.engines.reference.publishing.kinds import published_kinds
from academy.frameworks.models import Framework, FrameworkVersion, Statement
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import (
    Absence,
    Annotation,
    Deputy,
    Invitation,
    Leaving,
    Membership,
    PartnershipMember,
    Post,
    QualifyingSupport,
    Registration,
    RoleHolding,
    SecondJob,
    Service,
    Team,
    Vacancy,
)
from academy.people.selectors.keeping import kept_people
from academy.people.selectors.organisations import organisations_awaiting, organisations_kept
from academy.training.models import (
    Booking,
    Completion,
    Course,
    CourseAudience,
    FocusTheme,
    Need,
    Platform,
    Programme,
    PublishedText,
    QualityReview,
    RequestStage,
    ReviewAction,
    Subscription,
    TrainingEvent,
    TrainingRequest,
)
from tests.integration.leaks.addresses import Target
from tests.integration.leaks.marked_requests import mailed_token
from tests.integration.leaks.targets_asye import of_asye
from tests.integration.leaks.targets_asye_dates import of_dates
from tests.integration.leaks.targets_asye_parts import of_parts
from tests.integration.leaks.targets_asye_reviews import of_asye_reviews
from tests.integration.leaks.targets_asye_weeks import of_weeks
from tests.integration.leaks.targets_ending import of_ending
from tests.integration.leaks.targets_evidence import of_evidence
from tests.integration.leaks.targets_feedback import of_feedback
from tests.integration.leaks.targets_observations import of_observations
from tests.integration.leaks.targets_panels import of_panels
from tests.integration.leaks.targets_pathways import of_choosing
from tests.integration.leaks.targets_portfolios import of_portfolios
from tests.integration.leaks.targets_sharing import of_sharing
from tests.integration.leaks.targets_signing import of_signing
from tests.integration.leaks.targets_why import of_standing

Named = dict[tuple[str, str], list[Target]]


def targets(form_token: UUID, owner: Person) -> dict[tuple[str, frozenset[str]], list[Target]]:
    """For every kind of address that names something: the values to walk it with, made of all there is in the world.

    A new kind of address has to be added here; until then the walk fails. Addresses without names need no line.
    """
    named = {
        **_of_writing(form_token, owner),
        **_of_records(),
        **_of_renewals(owner),
        **_of_frameworks(),
        **_of_kept_people(),
        **_of_kept_organisations(),
        **_of_sign_in(),
        **_of_places(),
        **_of_staff(),
        **_of_plans(),
        **_of_development(),
        **_of_the_offer(),
        **_of_requests(form_token),
        **_of_policies(),
        **of_asye(),
        **of_parts(),
        **of_dates(),
        **of_ending(),
        **of_weeks(),
        **of_asye_reviews(),
        **of_choosing(),
        **of_standing(),
        **of_evidence(),
        **of_portfolios(),
        **of_sharing(),
        **of_signing(),
        **of_observations(),
        **of_feedback(),
        **of_panels(),
    }
    return {(about, frozenset(names.split())): found for (about, names), found in named.items()}


def _of_writing(form_token: UUID, owner: Person) -> Named:
    """Entries with what belongs to them, and unsent words."""
    own_drafts = [
        Target(each, {"form": each.form, "key": each.key}) for each in Draft.objects.filter(owner__person=owner)
    ]
    tokens = [form_token, *Entry.objects.values_list("token", flat=True)]
    return {
        ("Entry", "pk"): _by_pk(Entry),
        ("Entry", "pk share"): [
            Target(each.entry, {"pk": each.entry_id, "share": each.pk})
            for each in Share.objects.select_related("entry")
        ],
        ("Entry", "pk uid"): [
            Target(each.entry, {"pk": each.entry_id, "uid": each.file.uid})
            for each in EntryFile.objects.select_related("entry", "file")
        ],
        ("PeerReflection", "pk"): _by_pk(PeerReflection),
        ("ParkedPost", "uid"): _by_uid(ParkedPost),
        ("Draft", "form key"): own_drafts,
        ("SaveDraft", "form key"): [Target(None, {"form": DRAFT_FORM, "key": f"new-{form_token}"})],
        ("WriteNew", "token"): [Target(None, {"token": token}) for token in tokens],
    }


def _of_records() -> Named:
    """People and their places, and what was made or told."""
    return {
        ("Person", "pk"): _by_pk(Person),
        ("Service", "pk"): _by_pk(Service),
        ("Team", "pk"): _by_pk(Team),
        ("Organisation", "slug"): [Target(each, {"slug": each.slug}) for each in Organisation.objects.all()],
        ("Invitation", "pk"): _by_pk(Invitation),
        ("Notice", "pk"): _by_pk(Notice),
        ("StoredFile", "uid"): _by_uid(StoredFile),
        ("Issued", "uid"): _by_uid(Issued),
        ("Import", "uid"): _by_uid(Import),
        ("Course", "pk"): _by_pk(Course),
        ("Job", "uid"): _by_uid(Job),
    }


def _of_renewals(owner: Person) -> Named:
    """No regulator's edition is in force in this world: there is nothing to renew and nobody to remind."""
    return {
        ("RenewalAct", "pk"): _by_pk(RenewalAct),
        ("own renewal", "regulator"): [Target(None, {"regulator": "swe"})],
        ("own renewal", "regulator act"): [Target(None, {"regulator": "swe", "act": "cpd"})],
        ("person in season", "regulator pk"): [
            Target(owner, {"regulator": "swe", "pk": owner.pk}, known=lambda actor: False)
        ],
    }


def _of_development() -> Named:
    """What people agree and do together through the year."""
    ticks = InductionTick.objects.select_related("induction__person")
    meetings = CoachMeeting.objects.select_related("match")
    return {
        ("SelfAudit", "pk"): _by_pk(SelfAudit),
        ("SelfAudit", "pk domain"): [
            Target(each, {"pk": each.pk, "domain": domain.pk})
            for each in SelfAudit.objects.all()
            for domain in each.framework.domains.all()
        ],
        ("CoachProfile", "pk"): _by_pk(CoachProfile),
        ("CoachMatch", "pk"): _by_pk(CoachMatch),
        ("CoachMatch", "pk meeting"): [
            Target(each.match, {"pk": each.match_id, "meeting": each.pk}) for each in meetings
        ],
        ("Induction", "pk"): _by_pk(Induction),
        ("Induction", "pk item"): [
            Target(each.induction, {"pk": each.induction_id, "item": each.item_id}) for each in ticks
        ],
        ("PeerSession", "pk"): _by_pk(PeerSession),
        ("Supervision", "pk"): _by_pk(Supervision),
        ("SupervisionAgreement", "pk"): _by_pk(SupervisionAgreement),
        ("PrivateNote", "pk"): _by_pk(PrivateNote),
    }


def _of_plans() -> Named:
    """Goals, appraisals with their needs, and the meetings somebody may begin."""
    needs = LearningNeed.objects.select_related("appraisal")
    return {
        ("Goal", "pk"): _by_pk(Goal),
        ("Appraisal", "pk"): _by_pk(Appraisal),
        ("Appraisal", "pk need"): [
            Target(each.appraisal, {"pk": each.appraisal_id, "need": each.pk}) for each in needs
        ],
        ("Person", "pk kind"): [Target(each, {"pk": each.pk, "kind": "review"}) for each in Person.objects.all()],
    }


def _of_staff() -> Named:
    """What an employer keeps of somebody beside her record."""
    return {
        ("SecondJob", "pk"): _by_pk(SecondJob),
        ("Leaving", "pk"): _by_pk(Leaving),
        ("Vacancy", "pk"): _by_pk(Vacancy),
    }


def _of_places() -> Named:
    """Events, who has a place with them, and what was finished."""
    return {
        ("TrainingEvent", "pk"): _by_pk(TrainingEvent),
        ("Booking", "pk"): _by_pk(Booking),
        ("Completion", "pk"): _by_pk(Completion),
    }


def _of_requests(form_token: UUID) -> Named:
    """Requests, the decisions about them, and the addresses of decisions as mails carry them."""
    stages = RequestStage.objects.select_related("request")
    return {
        ("TrainingRequest", "pk"): _by_pk(TrainingRequest),
        ("RequestStage", "pk"): _by_pk(RequestStage),
        ("RequestStage", "token"): [Target(each, {"token": mailed_token(each)}) for each in stages],
        ("WriteNewRequest", "token"): [Target(None, {"token": form_token})],
    }


def _of_policies() -> Named:
    """Kinds of policy, and their versions: an organisation's own, and those for all; only published ones end."""
    kinds = [Target(None, {"kind": kind.code}) for kind in published_kinds()]
    every: list[tuple[str, Any]] = [(kind.code, kind.model._default_manager.all()) for kind in published_kinds()]
    rows = [(code, row) for code, found in every for row in found]
    read = [_version_in(code, row, homes={row.organisation_id}) for code, row in rows if row.organisation_id]
    everywhere = set(Organisation.objects.values_list("pk", flat=True))
    read += [_version_in(code, row, homes=everywhere) for code, row in rows if row.organisation_id is None]
    published = [_version_in(code, row, homes={row.organisation_id}) for code, row in rows if row.is_published]
    return {
        **{(view, "kind"): kinds for view in ("OneKind", "PublishPolicy")},
        **{(view, "kind pk"): read for view in ("ReadVersion", "VersionText")},
        ("WithdrawVersion", "kind pk"): published,
    }


def _version_in(code: str, row: Any, *, homes: set[int]) -> Target:
    """One for all is nobody's: who may read it is judged where she acts."""
    thing = row if row.organisation_id else None
    return Target(thing, {"kind": code, "pk": row.pk}, lambda actor: actor.organisation_id in homes)


def _of_the_offer() -> Named:
    """What an academy keeps of its offer: known where it is kept."""
    kept = (FocusTheme, Need, Platform, PublishedText, Subscription)
    lines = CourseAudience.objects.select_related("course")
    edition = [Target(None, {"year": timezone.localdate().year})]
    return {
        ("ReadGuide", "year"): edition,
        ("MakeGuide", "year"): edition,
        ("Programme", "pk"): _by_pk(Programme),
        ("QualityReview", "pk"): _by_pk(QualityReview),
        ("ReviewAction", "pk"): _by_pk(ReviewAction),
        ("Course", "pk row"): [Target(each.course, {"pk": each.course_id, "row": each.pk}) for each in lines],
        **{(model.__name__, "pk"): [_kept_here(each) for each in model.objects.all()] for model in kept},
    }


def _kept_here(row: Any) -> Target:
    return Target(row, {"pk": row.pk}, lambda actor: actor.organisation_id == row.organisation_id)


def _of_frameworks() -> Named:
    versions = FrameworkVersion.objects.select_related("framework")
    return {
        ("FrameworkNow", "code"): [Target(None, {"code": each.code}) for each in Framework.objects.all()],
        ("FrameworkVersion", "code version"): [
            Target(each, {"code": each.framework.code, "version": each.code}) for each in versions
        ],
        ("ConfirmWording", "kind pk"): [
            Target(each, {"kind": "statement", "pk": each.pk}) for each in Statement.objects.all()
        ],
    }


def _of_kept_people() -> Named:
    """People as those keep them who keep them where they act, and what is dated of theirs there."""
    anywhere = [("absences", Absence), ("registrations", Registration)]
    here: list[tuple[str, type[Model]]] = [
        ("posts", Post),
        ("memberships", Membership),
        ("role_holdings", RoleHolding),
        ("deputies", Deputy),
        ("qualifying", QualifyingSupport),
    ]
    rows = {name: _rows(model, is_of_organisation=False) for name, model in anywhere}
    rows |= {name: _rows(model, is_of_organisation=True) for name, model in here}
    notes = [
        _kept(each.registration.person_id, each.registration, row=each.registration_id, note=each.pk)
        for each in Annotation.objects.select_related("registration")
    ]
    return {
        ("kept person", "pk"): [_kept(person.pk, person) for person in Person.objects.all()],
        ("kept registrations", "pk row note"): notes,
        **{(f"kept {name}", "pk row"): found for name, found in rows.items()},
    }


def _of_kept_organisations() -> Named:
    """Organisations as those keep them who keep all of where they act, and partners of a partnership."""

    def among(found: Callable[[Actor], Any]) -> list[Target]:
        return [
            Target(each, {"pk": each.pk}, lambda actor, pk=each.pk: found(actor).filter(pk=pk).exists())
            for each in Organisation.objects.all()
        ]

    return {
        ("Organisation", "pk"): among(organisations_kept),
        ("organisation awaiting", "pk"): among(organisations_awaiting),
        ("PartnershipMember", "pk"): _by_pk(PartnershipMember),
    }


def _rows(model: type[Model], *, is_of_organisation: bool) -> list[Target]:
    rows: list[Any] = list(model._default_manager.all())
    return [
        _kept(row.person_id, row, of=row.organisation_id if is_of_organisation else None, row=row.pk) for row in rows
    ]


def _kept(person_id: int, thing: Model, *, of: int | None = None, **names: int) -> Target:
    """Something of a person's: known to whoever keeps her where she acts and, of an organisation's row, acts there."""

    def known(actor: Actor) -> bool:
        return of in {None, actor.organisation_id} and kept_people(actor).filter(pk=person_id).exists()

    return Target(thing, {"pk": person_id, **names}, known)


def _of_sign_in() -> Named:
    """Addresses that come with the sign-in, and those that open by a token."""
    return {
        ("OpenInvitation", "token"): [Target(None, {"token": "guessed"})],
        ("OpenLink", "token"): [Target(None, {"token": "guessed"})],
        ("ConfirmEmailView", "key"): [Target(None, {"key": "guessed"})],
        ("PasswordResetFromKeyView", "uidb36 key"): [Target(None, {"uidb36": "1", "key": uuid4().hex})],
        ("EditWebAuthnView", "pk"): [Target(None, {"pk": 1})],
        ("RemoveWebAuthnView", "pk"): [Target(None, {"pk": 1})],
        ("login", "provider_id"): [Target(None, {"provider_id": "council"})],
        ("ComeBack", "provider_id"): [Target(None, {"provider_id": "council"})],
    }


def _by_pk(model: type[Model]) -> list[Target]:
    return [Target(each, {"pk": each.pk}) for each in model._default_manager.all()]


def _by_uid(model: type[Model]) -> list[Target]:
    return [Target(each, {"uid": getattr(each, "uid")}) for each in model._default_manager.all()]
