"""The small world with an unmistakable word in everything private, and for each word who may know it.

Who may know is asked of the permissions and of `visible_to`, never typed: a word is a leak when a page shows it to
anybody for whom they say no.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from academy.development.choices import DRAFT_FORM
from academy.development.documents import CPD_RECORD
from academy.development.imports import ENTRIES
from academy.development.models import (
    CoachMatch,
    Entry,
    PeerReflection,
    PeerSession,
    PrivateNote,
    RenewalAct,
    SelfAudit,
)
from academy.development.services.entries import withdraw
from academy.development.services.files import attach
from academy.development.services.reflections import Talk, ask_colleague
from academy.development.services.sharing import discuss, share
from academy.engines.access.permissions import allows
from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from academy.engines.imports.models import Import
from academy.engines.jobs.models import Job
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person, User
from academy.people.choices import AbsenceCategory, RoleCode
from academy.people.models import Invitation, Leaving, SecondJob
from academy.training.models import EventTeaching, TrainingPolicy, TrainingRequest
from panels.choices.cases import CaseState
from panels.models import Case
from portfolios.models import Portfolio
from tests.factories.completions import CompletionFactory, FeedbackFactory, attended_by
from tests.factories.development import framework, kept_by
from tests.factories.documents import issued
from tests.factories.events import event_of, on_the_list
from tests.factories.files import upload
from tests.factories.identity import TODAY, UserFactory
from tests.factories.notify import NoticeFactory
from tests.factories.people import (
    NOW,
    AbsenceFactory,
    AnnotationFactory,
    DeputyFactory,
    InvitationFactory,
    RegistrationFactory,
    TeamFactory,
    TermsFactory,
    account_of,
    as_actor,
    holder_of,
    staff_of,
)
from tests.factories.training import CourseFactory
from tests.integration.leaks.marked_audits import audits_kept
from tests.integration.leaks.marked_coaching import coaching_kept
from tests.integration.leaks.marked_meetings import meetings_kept
from tests.integration.leaks.marked_names import names_known
from tests.integration.leaks.marked_offer import offer_kept
from tests.integration.leaks.marked_organisations import organisations_added
from tests.integration.leaks.marked_pathways import ways_kept
from tests.integration.leaks.marked_plans import plans_kept
from tests.integration.leaks.marked_practice import PRACTICE
from tests.integration.leaks.marked_requests import requests_of
from tests.integration.leaks.marked_staff import staff_kept
from tests.integration.leaks.marked_together import kept_together
from tests.scenarios.small_world import SmallWorld, build

# what no page shows before somebody does something, not to its owner either
NO_PAGE = ""

# the makers of each noun's marked rows: they tell the word, its witness and who may know
KEPT = (
    *(organisations_added, requests_of, offer_kept, staff_kept, plans_kept, meetings_kept, kept_together, ways_kept),
    *PRACTICE,
)


@dataclass(frozen=True)
class Secret:
    """A word that stands in one private thing, who may know it, and a walker to whom some page does show it."""

    what: str
    word: str
    witness: str
    may_know: Callable[[Actor], bool]


@dataclass(frozen=True)
class MarkedWorld:
    """`accounts` are the walkers' by name, `people` theirs by id; `secrets` are everything that may leak, and
    `subjects` the things they stand in, `telling` those that hold most of them."""

    accounts: dict[str, User]
    people: dict[int, Person]
    report: Person
    subjects: list[Model]
    telling: list[Model]
    secrets: list[Secret]
    form_token: UUID


def marked_world() -> MarkedWorld:
    """The world, in whatever database the test has."""
    small = build()
    framework()
    people = {**small.people, **_newcomers(small)}
    for name, person in people.items():
        mark = name.replace(" ", "").replace("_", "")
        Person.objects.filter(pk=person.pk).update(
            given_name="Quill", family_name=f"Zqname{mark}zq", work_email=f"zqwork{mark}zq@council.example"
        )
        person.refresh_from_db()
    accounts = {name: account_of(person) for name, person in people.items()}
    for name, account in accounts.items():
        User.objects.filter(pk=account.pk).update(email=f"zqaccount{account.pk}zq@council.example")
        accounts[name].refresh_from_db()
    accounts["nobody"] = UserFactory(person=None, email="zqaccountofnobody@council.example")
    token = uuid4()
    secrets = [
        *(Secret(*told) for told in names_known(people)),
        *_accounts(accounts),
        *_writing(small),
        *_unsent_words(accounts["report"], token),
        *_records(small, people),
        *_things_told(small.report),
        *_talks(small),
        *(Secret(*told) for told in (*coaching_kept(small), *audits_kept(small))),
    ]
    return MarkedWorld(
        accounts=accounts,
        people={each.pk: each for each in people.values()},
        report=small.report,
        subjects=_subjects(small),
        telling=_telling(small),
        secrets=secrets,
        form_token=token,
    )


def _telling(small: SmallWorld) -> list[Model]:
    """What everybody tries to read, whoever wrote it."""
    added = Organisation.objects.filter(opened_by=small.council)
    talks = [*PrivateNote.objects.all(), *PeerSession.objects.all()]
    untold = Case.objects.filter(state=CaseState.DECIDED)
    coming = TrainingPolicy.objects.filter(code="coming")
    return [small.report, small.private, small.shared, *added, *talks, *coming, *untold]


def _subjects(small: SmallWorld) -> list[Model]:
    """Everything a page can be about, of whoever wrote the secrets."""
    return [
        *(small.report, small.candidate, small.leaver, small.neighbour),
        *Entry.objects.filter(author=small.report),
        *PeerReflection.objects.all(),
        *Invitation.objects.all(),
        *Notice.objects.filter(person=small.report),
        *TrainingRequest.objects.filter(person=small.report),
        *SecondJob.objects.all(),
        *Leaving.objects.all(),
        *CoachMatch.objects.all(),
        *SelfAudit.objects.all(),
        *PrivateNote.objects.all(),
        *PeerSession.objects.all(),
        *Portfolio.objects.filter(person=small.report, shares__isnull=False).distinct(),
    ]


def _writes(entry: Entry) -> Callable[[Actor], bool]:
    return lambda actor: allows("development.entry.write", actor, Entry.objects.get(pk=entry.pk))


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())


def _newcomers(small: SmallWorld) -> dict[str, Person]:
    """The manager's deputy, somebody with a post in both councils, and keepers of the other council."""
    deputy = staff_of(small.council)
    DeputyFactory(person=small.manager, deputy=deputy, organisation=small.council)
    both = staff_of(small.council, team=small.other_team)
    team = TeamFactory(service__organisation=small.other_council, name="Zqteamelsewhere")
    TermsFactory(post=both.posts.create(organisation=small.other_council, from_on=date(2024, 1, 1)), team=team)
    return {
        "deputy": deputy,
        "both": both,
        "lead elsewhere": holder_of(RoleCode.ACADEMY_LEAD, small.other_council),
        "hr elsewhere": holder_of(RoleCode.HR, small.other_council),
    }


def _accounts(accounts: dict[str, User]) -> list[Secret]:
    """The address somebody signs in with is her own affair."""
    return [
        Secret(f"account of {name}", user.email, name, may_know=lambda actor, pk=user.pk: actor.user_id == pk)
        for name, user in accounts.items()
    ]


def _offer(small: SmallWorld) -> list[Secret]:
    """A course of either council: who belongs to one of them knows of its own, and nobody of the other's."""
    CourseFactory(organisation=small.council)
    there = CourseFactory(organisation=small.other_council, title="Zqcoursethere", is_public=False)
    return [Secret("course elsewhere", "Zqcoursethere", "lead elsewhere", _sees(there))]


def _writing(small: SmallWorld) -> list[Secret]:
    """A private entry with its file, a draft, a withdrawn entry, and what is shared as it was and as it is now."""
    report, by = small.report, as_actor(small.report)
    private, draft, shared = small.private, small.draft, small.shared
    withdrawn = kept_by(report)
    withdraw(entry=withdrawn, reason="Zqwithdrawnbecause", by=by, at=NOW)
    Entry.objects.filter(pk=private.pk).update(title="Zqprivatetitle", happened="Zqprivatetext", impact="Zqimpact")
    Entry.objects.filter(pk=draft.pk).update(title="Zqdrafttitle", happened="Zqdrafttext")
    Entry.objects.filter(pk=withdrawn.pk).update(title="Zqwithdrawntitle")
    Entry.objects.filter(pk=shared.pk).update(title="Zqsharedtitle")
    shared.refresh_from_db()
    share(entry=shared, person=small.manager, note="Zqsharenote", by=by, at=NOW)
    discuss(entry=shared, person=small.manager, on=TODAY, by=by, at=NOW)
    Entry.objects.filter(pk=shared.pk).update(learnt="Zqwrittenaftersharing")
    held = attach(entry=private, upload=upload(b"Zqfilewords", name="Zqfilename.txt"), by=by, at=NOW).file
    also = kept_by(small.neighbour)
    Entry.objects.filter(pk=also.pk).update(title="Zqtitleelsewhere")

    return [
        Secret("title of a private entry", "Zqprivatetitle", "report", _writes(private)),
        Secret("text of a private entry", "Zqprivatetext", "report", _writes(private)),
        Secret("impact in a private entry", "Zqimpact", "report", _writes(private)),
        Secret("title of a draft", "Zqdrafttitle", "report", _writes(draft)),
        Secret("text of a draft", "Zqdrafttext", "report", _writes(draft)),
        Secret("title of a withdrawn entry", "Zqwithdrawntitle", "report", _writes(withdrawn)),
        Secret("reason for withdrawing", "Zqwithdrawnbecause", "report", _writes(withdrawn)),
        Secret("title of a shared entry", "Zqsharedtitle", "manager", _sees(shared)),
        Secret("note of a share", "Zqsharenote", "manager", _sees(shared)),
        Secret("what was written after sharing", "Zqwrittenaftersharing", "report", _writes(shared)),
        Secret("title of an entry elsewhere", "Zqtitleelsewhere", "neighbour", _writes(also)),
        Secret("name of a file", "Zqfilename", "report", _sees(held)),
        Secret("content of a file", "Zqfilewords", "report", _sees(held)),
    ]


def _talks(small: SmallWorld) -> list[Secret]:
    """What the report asked a colleague to confirm: the colleague reads that, and nothing else of the entry."""
    entry = kept_by(small.report)
    Entry.objects.filter(pk=entry.pk).update(title="Zqtalkedtitle")
    entry.refresh_from_db()
    talk = Talk(talked_on=TODAY, learnt="Zqlearntfrompeer")
    asked = ask_colleague(entry=entry, peer=small.colleague, talk=talk, by=as_actor(small.report), at=NOW)

    return [
        Secret("title of an entry talked over", "Zqtalkedtitle", "colleague", _sees(asked)),
        Secret("what was learnt from a peer", "Zqlearntfrompeer", "colleague", _sees(asked)),
    ]


def _places(small: SmallWorld) -> list[Secret]:
    """What somebody needs for an event a colleague holds, and an event the other council is still planning."""
    event = event_of(small.council, title="An open event")
    EventTeaching.objects.create(event=event, person=small.colleague)
    booking = on_the_list(event, person=small.report, access_needs="Zqaccessneeds")
    planned = event_of(small.other_council, planned=True, title="Zqplannedevent")

    def reads_needs(actor: Actor) -> bool:
        return actor.person_id == small.report.pk or allows("training.attendance.keep", actor, booking)

    return [
        Secret("what somebody needs at an event", "Zqaccessneeds", "colleague", reads_needs),
        Secret("title of a planned event", "Zqplannedevent", "lead elsewhere", _sees(planned)),
    ]


def _finished(small: SmallWorld) -> list[Secret]:
    """Why a completion was taken back, and what somebody alone said of an event."""
    taken_back = CompletionFactory(
        person=small.report, organisation=small.council, withdrawn_at=NOW, withdrawn_because="Zqtakenback"
    )
    FeedbackFactory(booking=attended_by(small.report), takes_along="Zqfeedback")

    return [
        Secret("why a completion was taken back", "Zqtakenback", "manager", _sees(taken_back)),
        Secret("feedback of one person alone", "Zqfeedback", NO_PAGE, lambda actor: False),
    ]


def _unsent_words(user: User, token: UUID) -> list[Secret]:
    """What a form saved by itself, what a second tab sent, and what came too late."""
    words = {field: [""] for field in ("kind", "learnt", "impact", "way", "hours")}
    form = {"owner": user, "form": DRAFT_FORM, "key": f"new-{token}"}
    kept = {"expires_on": TODAY + timedelta(days=180)}
    draft = Draft.objects.create(
        **form,
        **kept,
        revision=1,
        saved_at=NOW,
        payload=words | {"title": ["Zqautosavedtitle"], "happened": ["Zqauto"]},
    )
    DraftCopy.objects.create(draft=draft, began_from=0, sent_at=NOW, payload=words | {"title": ["Zqsecondtab"]})
    parked = ParkedPost.objects.create(
        **form, **kept, path=f"/cpd/new/{token}/", parked_at=NOW, payload=words | {"title": ["Zqparkedtitle"]}
    )

    def owns(actor: Actor) -> bool:
        return Draft.objects.visible_to(actor).exists() and ParkedPost.objects.visible_to(actor).exists()

    return [
        Secret("autosaved title", "Zqautosavedtitle", "report", owns),
        Secret("autosaved text", "Zqauto", "report", owns),
        Secret("words of a second tab", "Zqsecondtab", "report", owns),
        Secret("that words came too late", str(parked.uid), "report", owns),
        Secret("words that came too late", "Zqparkedtitle", NO_PAGE, owns),
    ]


def _records(small: SmallWorld, people: dict[str, Person]) -> list[Secret]:
    """Pay, absence, an ended registration, an invitation, a team of the other council, and organisations kept."""
    report = small.report
    report.posts.get().terms.update(spinal_point=4127)
    AbsenceFactory(person=report, category=AbsenceCategory.CAREER_BREAK)
    RegistrationFactory(
        person=report, number="SW81818", from_on=date(2020, 1, 1), until_on=date(2021, 1, 1), regulator="hcpc"
    )
    AnnotationFactory(registration=RegistrationFactory(person=report, number="SW90909"))
    invitation = InvitationFactory(
        person=small.candidate, organisation=small.council, email="zqinvited@council.example"
    )
    elsewhere = InvitationFactory(
        person=small.neighbour, organisation=small.other_council, email="zqinvitedelsewhere@council.example"
    )
    other = small.other_council.pk

    def may(code: str, thing: Person | Invitation) -> Callable[[Actor], bool]:
        return lambda actor: allows(code, actor, thing)

    def reaches_other(actor: Actor) -> bool:
        return other in actor.reaches

    return [
        Secret("spinal point", "Spinal point 4127", "hr", may("people.pay.see", report)),
        Secret("category of an absence", "Away: career break", "hr", may("people.absence.see", report)),
        Secret("ended registration", "SW81818", "auditor", may("people.record.see", report)),
        Secret("invited address", invitation.email, "hr", may("people.invitation.keep", invitation)),
        Secret("address invited elsewhere", elsewhere.email, "hr elsewhere", may("people.invitation.keep", elsewhere)),
        Secret("team of the other council", "Zqteamelsewhere", "both", reaches_other),
        *_places(small),
        *_finished(small),
        *_offer(small),
        *(Secret(*told) for kept in KEPT for told in kept(small)),
    ]


def _things_told(person: Person) -> list[Secret]:
    """A notice, work that was asked for, a document, a table taken in, and a renewal noted."""
    notice = NoticeFactory(person=person, subject="Zqnoticesubject", body="Zqnoticebody")
    job = Job.objects.create(
        kind="sample.work", owner=person, asked_at=NOW, due_at=NOW, finished_at=NOW, status="failed", reason="Zqjob."
    )

    document = issued(person, kind=CPD_RECORD.name, title="Zqdocument")
    table = Import.objects.create(
        kind=ENTRIES.name, owner=person, original_name="Zqtable.csv", sha256="0" * 64, uploaded_at=NOW
    )
    RenewalAct.objects.create(
        person=person, regulator="swe", closes_on=date(2026, 11, 30), act="cpd", done_on=TODAY, noted_at=NOW
    )

    return [
        Secret("title of a document", "Zqdocument", "report", _sees(document)),
        Secret("name of a table", "Zqtable.csv", "report", _sees(table)),
        Secret("subject of a notice", "Zqnoticesubject", "report", _sees(notice)),
        Secret("words of a notice", "Zqnoticebody", "report", _sees(notice)),
        Secret("standing of a job", "Zqjob.", "report", _sees(job)),
    ]
