from datetime import date

import pytest
from django.template.loader import render_to_string

from academy.development.services.versions import latest_version
from portfolios.choices.evidence import Giver
from portfolios.models import Evidence, EvidenceFile
from portfolios.rules.content import Fact, FileSaid, Passage, Spoken
from portfolios.selectors.names import names_in
from portfolios.selectors.pieces import entry_piece, pieces_of
from tests.factories import portfolios as made
from tests.factories.development import EntryFactory, framework
from tests.factories.files import TEXT, stored
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW
from tests.factories.supervisions import agreement_between, session_of

TEXTS = {"account": "An account.", "reflection": "A reflection."}
pytestmark = pytest.mark.django_db
DONE = {"state": "complete", "asked_at": NOW, "completed_at": NOW, "happened_on": date(2026, 6, 10)}


def piece(evidence):
    return pieces_of([Evidence.objects.get(pk=evidence.pk)])[evidence.pk]


def observed(**said):
    seen = {"seen": "Saw it.", "seen_at": NOW, "reflected_at": NOW, "judged_at": NOW, "judgement": "shown"}
    evidence = made.EvidenceFactory(kind="observation", title="A visit", **TEXTS, **DONE)
    return made.ObservationFactory(evidence=evidence, judgement_reason="All of it.", **{**seen, **said}).evidence


def test_an_observation_tells_who_saw_what_and_judged_it():
    observer = PersonFactory(given_name="Helen", family_name="Prosser")
    found = piece(observed(observer=observer, people_agreed=True, focus="My questions.", strengths="Calm."))
    assert (found.source.partition(":")[0], found.kind_words, found.title) == (
        "evidence",
        "Direct observation",
        "A visit",
    )
    assert (found.on, found.day) == ("2026-06-10", date(2026, 6, 10))
    assert found.facts == (
        Fact(label="What was observed", text="A visit"),
        Fact(label="Observed by", text="Helen Prosser, line manager"),
        Fact(label="The people present", text="Agreed to being observed"),
        Fact(label="Judgement", text="Shown at this level"),
    )
    assert found.passages == (
        Passage(heading="What it is and what it shows", text="An account."),
        Passage(heading="What I asked the observer to look at", text="My questions."),
        Passage(heading="What was seen", text="Saw it.", says_who="Helen Prosser"),
        Passage(heading="Strengths", text="Calm.", says_who="Helen Prosser"),
        Passage(heading="Reflection", text="A reflection."),
        Passage(heading="Why this judgement", text="All of it.", says_who="Helen Prosser"),
    )


def test_an_outside_observer_is_named_as_she_gave_herself_never_by_address():
    outsider = {
        "observer": None,
        "outsider_name": "Bo Lund",
        "outsider_registration": "SW1",
        "outsider_email": "bo@demo.example",
    }
    found = piece(observed(**outsider))
    assert found.facts[1] == Fact(label="Observed by", text="Bo Lund, line manager, SW1")
    assert "bo@demo.example" not in repr(found)


@pytest.mark.parametrize("giver", [*Giver.values])
def test_feedback_names_nobody_but_professionals_and_managers(giver):
    named = giver in ("professional", "manager")
    who = {"giver_name": "Rosa Pike", "giver_role": "Health visitor"} if named else {}
    evidence = made.EvidenceFactory(kind="feedback", title="Feedback", **DONE)
    answers = {"Did she listen?": "Yes"}
    made.FeedbackFactory(
        evidence=evidence,
        giver=giver,
        agreed_to_use=True,
        given_at=NOW,
        went_well="She listened.",
        answers=answers,
        **who,
    )
    found, label = piece(evidence), str(Giver(giver).label).capitalize()
    assert found.facts == (
        Fact(label="From", text=f"{label}: Rosa Pike, Health visitor" if named else label),
        Fact(label="How it came", text="By a card with a code"),
        Fact(label="Collected by", text=evidence.person.full_name),
        Fact(label="Consent", text="Agreed to its use" if named else "Agreed to its use; no name is kept"),
    )
    assert found.passages == (
        Passage(heading="What went well", text="She listened.", says_who=label),
        Passage(heading="Did she listen?", text="Yes", says_who=label),
    )


def test_an_audit_tells_case_auditor_and_grade():
    auditor = PersonFactory(given_name="Una", family_name="Frost")
    evidence = made.EvidenceFactory(kind="audit", title="An audit", **DONE)
    made.CaseAuditFactory(
        evidence=evidence,
        auditor=auditor,
        grade="requires-improvement",
        comments="Thin.",
        audited_at=NOW,
        is_live=False,
    )
    found = piece(evidence)
    assert found.facts == (
        Fact(label="Case", text="Case A"),
        Fact(label="Audited by", text="Una Frost, an independent auditor"),
        Fact(label="Grade", text="Requires improvement"),
    )
    assert found.passages == (Passage(heading="What the auditor found", text="Thin.", says_who="Una Frost"),)


def test_what_somebody_verified_says_by_whom_and_for_whom():
    signer, absent = (
        PersonFactory(given_name="Una", family_name="Frost"),
        PersonFactory(known_as="Jo", family_name="Low"),
    )
    signed = {"signed_by": signer, "signed_for": absent, "signed_at": NOW, "signer_words": "Seen on screen."}
    found = piece(made.EvidenceFactory(kind="assignment", words=3420, **signed, **TEXTS, **DONE))
    assert found.facts == (
        Fact(label="Length", text="3,420 words"),
        Fact(label="Seen and verified by", text="Una Frost, for Jo Low"),
    )
    assert found.passages[2] == Passage(
        heading="What the person who verified it says", text="Seen on screen.", says_who="Una Frost"
    )


def test_a_supervision_record_names_strand_and_supervisor(council):
    session = session_of(agreement_between(council.author, PersonFactory(given_name="Una", family_name="Frost")))
    found = piece(made.EvidenceFactory(kind="supervision", supervision=session, person=session.person, **DONE))
    assert found.facts == (
        Fact(label="Supervision", text=session.get_strand_display()),
        Fact(label="With", text="Una Frost"),
        Fact(label="Verified", text="Signed by both in supervision"),
    )


@pytest.mark.parametrize("kind", ["observation", "feedback", "audit", "supervision", "assignment"])
def test_a_piece_only_begun_shows_what_there_is(kind):
    found = piece(made.EvidenceFactory(kind=kind))
    assert (found.facts, found.passages, found.on, found.day) == ((), (), "", None)


def test_statements_and_files_are_told_as_they_are_called(council):
    line, *_ = framework()
    evidence = made.EvidenceFactory(person=council.author)
    evidence.statements.set([line])
    shown, gone = stored(council.author), stored(council.author, deleted_at=NOW, deleted_because="Retention.")
    for file in (shown, gone):
        EvidenceFile.objects.create(evidence=evidence, file=file, caption="The room", added_at=NOW)
    found = piece(evidence)
    assert found.statements == (Spoken(key=line.key, title="1 Line 1", framework="PCF"),)
    said = {"uid": str(shown.uid), "name": "notes.txt", "kind": "text", "size": len(TEXT), "sha256": "a" * 64}
    assert found.files == (FileSaid(**said, caption="The room"),)


def test_own_writing_is_told_as_it_was_cited(council):
    line, *_ = framework()
    said = {"ended_on": date(2026, 11, 13), "started_on": date(2026, 11, 12), "hours": "1.50", "learnt": "Much."}
    entry = EntryFactory(author=council.author, organisation=council.organisation, **said)
    entry.statements.set([line])
    version = latest_version(entry=entry, at=NOW)
    found = entry_piece(version)
    assert (found.source, found.kind, found.on) == (f"entry:{entry.pk}:1", "entry", "2026-11-12")
    assert found.statements == (Spoken(key=line.key, title="1 Line 1", framework="PCF"),)
    assert Fact(label="Until", text="13 November 2026") in found.facts
    assert Fact(label="Time", text="1.5 hours") in found.facts


def test_own_writing_of_one_day_says_less(council):
    entry = EntryFactory(author=council.author, organisation=council.organisation, hours="1.00")
    version = latest_version(entry=entry, at=NOW)
    version.statements = [{"key": "old/1/2", "title": "A line from before"}]
    found = entry_piece(version)
    assert found.facts == (Fact(label="Learnt", text="By experience"), Fact(label="Time", text="1 hour"))
    assert found.statements == (Spoken(key="old/1/2", title="A line from before", framework="old"),)


def test_pieces_cost_as_much_for_three_as_for_one(council, django_assert_num_queries):
    def some(number):
        for _ in range(number):
            observed()
            made.FeedbackFactory()
            made.CaseAuditFactory()
        return list(Evidence.objects.all())

    one = some(1)
    with django_assert_num_queries(8):
        pieces_of(one)
    three = some(2)
    with django_assert_num_queries(8):
        assert len(pieces_of(three)) == 9


def test_everybody_a_piece_names_is_known_by_each_of_her_names():
    observer = PersonFactory(given_name="Helen", family_name="Prosser", known_as="Nell")
    found = {named.name: named.instead for named in names_in(observed(observer=observer))}
    assert found == dict.fromkeys(("Helen Prosser", "Nell Prosser", "Prosser", "Helen", "Nell"), "the observer")


def test_a_piece_is_shown_with_its_files_and_what_it_speaks_to(council):
    evidence = made.EvidenceFactory(person=council.author, account="An account.")
    file = stored(council.author)
    EvidenceFile.objects.create(evidence=evidence, file=file, caption="The room", added_at=NOW)
    page = render_to_string("portfolios/_piece.html", {"piece": piece(evidence), "level": "h3"})
    assert f'<a class="govuk-link" href="/files/{file.uid}/page/">notes.txt</a>' in page
    assert '<h3 class="govuk-heading-s">What it is and what it shows</h3>' in page
