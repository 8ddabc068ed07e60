"""Evidence somebody verifies, as the practitioner acts on it."""

import uuid
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from portfolios.models import Evidence
from portfolios.services.pieces import Words, ask, begin, call_back, change, keep, withdraw
from tests.factories import portfolios as made
from tests.factories.completions import CompletionFactory
from tests.factories.development import framework
from tests.factories.people import NOW, as_actor, member_of, staff_of
from tests.factories.supervisions import agreement_between, session_of

DAY = date(2026, 11, 3)
WORDS = Words(title=" Sensory room ", happened_on=DAY, account="We made a quiet room.\r\nPeople stay.")


def begun(council, kind="project", words=WORDS, *, token=None):
    return begin(kind=kind, token=token or uuid.uuid4(), words=words, by=council.by, at=NOW)


def told():
    return [(notice.person_id, notice.subject.split(" ", 2)[2]) for notice in Notice.objects.order_by("pk")]


def test_piece_is_begun_as_a_draft_with_what_was_written(council):
    statements = framework()[:2]
    ids = frozenset(each.pk for each in statements)
    piece = begun(council, words=Words(title="Room", happened_on=DAY, account="Quiet.\r\nNow", statement_ids=ids))
    assert (piece.state, piece.title, piece.account, piece.words) == ("draft", "Room", "Quiet.\nNow", None)
    assert set(piece.statements.all()) == set(statements)
    assert Event.objects.get().act == "portfolios.piece.begin"


def test_same_form_sent_twice_changes_what_it_made(council):
    token = uuid.uuid4()
    first = begun(council, token=token)
    again = begun(council, words=Words(title="Another"), token=token)
    assert (first.pk, again.title, Evidence.objects.count()) == (again.pk, "Another", 1)


@pytest.mark.parametrize(
    ("kind", "words", "refusal"),
    [
        ("project", Words(), "Give it a title"),
        ("project", Words(title="x" * 121), "Use at most 120 characters. You have 121."),
        ("project", Words(title="Room", happened_on=date(2026, 11, 18)), "Write a day that has been."),
        ("project", Words(title="Room", account="x" * 20001), "Use at most 20,000 characters. You have 20,001."),
        ("project", Words(title="Room", statement_ids=frozenset({0})), "One of the standards is no longer there."),
        ("observation", WORDS, "is begun on a page of its own"),
        ("supervision", WORDS, "Choose a session you both signed."),
        ("certificate", Words(title="Law", known_as="completion:0"), "Choose one of the answers shown."),
    ],
)
def test_what_cannot_be_is_refused(council, kind, words, refusal):
    with pytest.raises(Refused, match=refusal):
        begun(council, kind, words)
    assert Evidence.objects.count() == 0


def test_who_has_no_post_there_begins_nothing(council):
    by = as_actor(member_of(council.organisation))
    with pytest.raises(Refused, match="where you have a post"):
        begin(kind="project", token=uuid.uuid4(), words=WORDS, by=by, at=NOW)


@pytest.mark.parametrize(("length", "counted"), [(None, 7), (3500, 3500)])
def test_words_of_an_assignment_are_counted_or_said(council, length, counted):
    words = Words(title="Study", account="one two three\nfour five six seven", length=length)
    assert begun(council, "assignment", words).words == counted


def test_assignment_without_a_text_has_no_number_of_words(council):
    assert begun(council, "assignment", Words(title="Study")).words is None


def test_course_of_the_record_is_read_back_once(council):
    done = CompletionFactory(person=council.author, organisation=council.organisation, completed_on=DAY)
    known = Words(known_as=f"completion:{done.pk}", account="I use it.")
    piece = begun(council, "certificate", known)
    assert (piece.title, piece.happened_on, piece.known_as) == (done.course.title, DAY, f"completion:{done.pk}")
    with pytest.raises(Refused, match="Choose one of the answers shown"):
        begun(council, "certificate", known)
    changed = change(evidence=piece, words=Words(title="Mine", account="More."), by=council.by, at=NOW)
    assert (changed.title, changed.account) == (done.course.title, "More.")


def test_supervision_both_signed_is_evidence_without_a_word_of_its_notes(council):
    session = session_of(agreement_between(council.author, council.manager), "signed", own_notes="Zqnotes")
    piece = begun(council, "supervision", Words(known_as=f"supervision:{session.pk}"))
    assert (piece.supervision, piece.happened_on, piece.account) == (session, session.held_on, "")
    assert keep(evidence=piece, by=council.by, at=NOW).state == "complete"


def test_piece_is_changed_only_while_it_is_hers_alone(council):
    piece = begun(council)
    assert change(evidence=piece, words=Words(title="New"), by=council.by, at=NOW).title == "New"
    with pytest.raises(Refused, match="Only the person whose evidence it is"):
        change(evidence=piece, words=WORDS, by=council.managing, at=NOW)
    Evidence.objects.update(state="asked", asked_at=NOW)
    with pytest.raises(Refused, match="Call it back first"):
        change(evidence=piece, words=WORDS, by=council.by, at=NOW)


def test_colleague_is_asked_and_told_and_it_is_taken_back(council):
    piece = begun(council)
    asked = ask(evidence=piece, signer=council.manager, by=council.by, at=NOW)
    assert (asked.state, asked.signer_id, asked.asked_at) == ("asked", council.manager.pk, NOW)
    back = call_back(evidence=asked, by=council.by, at=NOW)
    assert (back.state, back.signer_id) == ("draft", council.manager.pk)
    assert [person for person, _ in told()] == [council.manager.pk, council.manager.pk]
    assert [bool(notice.url) for notice in Notice.objects.order_by("pk")] == [True, False]


@pytest.mark.parametrize("who", ["herself", "elsewhere"])
def test_only_a_colleague_is_asked(council, who):
    signer = council.author if who == "herself" else staff_of(made.OrganisationFactory())
    with pytest.raises(Refused, match="Choose somebody else of your organisation"):
        ask(evidence=begun(council), signer=signer, by=council.by, at=NOW)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (Words(title="Room", account="Quiet."), "Say on which day it was"),
        (Words(title="Room", happened_on=DAY), "Say in your words what it is"),
    ],
)
def test_piece_that_says_too_little_is_neither_asked_for_nor_kept(council, words, refusal):
    piece = begun(council, words=words)
    for act in (
        lambda: ask(evidence=piece, signer=council.manager, by=council.by, at=NOW),
        lambda: kept(council, piece),
    ):
        with pytest.raises(Refused, match=refusal):
            act()


def kept(council, piece):
    return keep(evidence=piece, by=council.by, at=NOW)


def test_assignment_over_its_length_is_kept_all_the_same(council):
    words = Words(title="Study", happened_on=DAY, account="A study.", length=9000)
    assert kept(council, begun(council, "assignment", words)).state == "complete"


def test_work_is_not_kept_before_somebody_saw_it(council):
    with pytest.raises(Refused, match="Work counts once somebody has seen it"):
        kept(council, begun(council, "work"))


def test_draft_is_withdrawn_without_a_reason(council):
    assert withdraw(evidence=begun(council), reason=" ", by=council.by, at=NOW).state == "withdrawn"


@pytest.mark.parametrize(("reason", "refusal"), [("", "Say in a few words why"), ("x" * 501, "at most 500")])
def test_reason_of_withdrawing_is_asked_of_what_others_know_and_is_short(council, reason, refusal):
    with pytest.raises(Refused, match=refusal):
        withdraw(evidence=kept(council, begun(council)), reason=reason, by=council.by, at=NOW)


def test_who_was_asked_is_told_that_it_is_withdrawn(council):
    asked = ask(evidence=begun(council), signer=council.manager, by=council.by, at=NOW)
    gone = withdraw(evidence=asked, reason="It was twice.", by=council.by, at=NOW)
    assert (gone.state, gone.withdrawn_because, len(told())) == ("withdrawn", "It was twice.", 2)


@pytest.mark.parametrize("act", [keep, call_back])
def test_other_kinds_have_services_of_their_own(council, act):
    audit = made.CaseAuditFactory(evidence__person=council.author).evidence
    with pytest.raises(Refused, match="has a page of its own"):
        act(evidence=audit, by=council.by, at=NOW)


def test_piece_asked_of_nobody_that_is_known_any_more_is_taken_back_all_the_same(council):
    asked = made.evidence_in("asked", person=council.author, organisation=council.organisation)
    assert call_back(evidence=asked, by=council.by, at=NOW).state == "draft"
    assert told() == []
