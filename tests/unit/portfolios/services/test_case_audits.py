"""Case audits: asked for, begun by the auditor, graded, sent back (S2-70 to S2-72)."""

import uuid
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from portfolios.models import CaseAudit, Evidence
from portfolios.services.case_audits import (
    Case,
    Verdict,
    ask,
    ask_again,
    begin_for,
    call_back,
    grade,
    send_back,
    withdraw,
)
from portfolios.services.evidence_policies import load_evidence_policy
from tests.factories import portfolios as made
from tests.factories.evidence import evidence_policy
from tests.factories.people import NOW, as_actor, holder_of, member_of, staff_of

DAY = date(2026, 11, 10)
GOOD = Verdict(grade="good", comments="Clear decisions.\r\nSay more of risk.", audited_on=DAY)


def asked(council, auditor=None, **case):
    said = Case(**{"reference": "Case A", **case})
    token = uuid.uuid4()
    return ask(case=said, auditor=auditor or council.colleague, token=token, by=council.by, at=NOW)


@pytest.fixture
def auditing(council):
    return as_actor(council.colleague)


def test_colleague_is_asked_with_the_scale_of_the_day(council):
    piece = asked(council, reference=" Case A ", is_live=False)
    audit = piece.case_audit
    assert (piece.kind, piece.state, piece.title, audit.reference) == ("audit", "asked", "Audit: Case A", "Case A")
    assert (audit.relation, audit.is_live, audit.scale[2]) == ("independent", False, "good")
    assert Notice.objects.get().person == council.colleague


def test_audit_by_the_line_manager_is_not_independent(council):
    assert asked(council, council.manager).case_audit.relation == "line_manager"


def test_grade_with_comments_completes_it_and_keeps_its_scale(council, auditing):
    piece = asked(council)
    scale = [{"code": "no", "words": "No"}, {"code": "yes", "words": "Yes"}]
    load_evidence_policy(evidence_policy(organisation=council.organisation.slug, scale=scale), on=DAY)
    graded = grade(evidence=piece, verdict=GOOD, by=auditing, at=NOW)
    audit = CaseAudit.objects.get()
    assert (graded.state, graded.happened_on, audit.grade, audit.audited_at) == ("complete", DAY, "good", NOW)
    assert (audit.comments, audit.relation) == ("Clear decisions.\nSay more of risk.", "independent")
    assert Notice.objects.latest("pk").person == council.author


def test_relation_is_that_of_the_day_of_the_audit(council):
    piece = asked(council, council.manager)
    CaseAudit.objects.update(relation="independent")
    grade(evidence=piece, verdict=GOOD, by=council.managing, at=NOW)
    assert CaseAudit.objects.get().relation == "line_manager"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"grade": "grand"}, "grade"),
        ({"comments": " "}, "comments"),
        ({"comments": "x" * 20001}, "comments"),
        ({"audited_on": None}, "audited_on"),
        ({"audited_on": date(2026, 11, 18)}, "audited_on"),
    ],
)
def test_verdict_that_says_too_little_is_refused(council, auditing, said, field):
    piece = asked(council)
    with pytest.raises(Refused) as refused:
        grade(evidence=piece, verdict=Verdict(**{**vars(GOOD), **said}), by=auditing, at=NOW)
    assert (refused.value.field, Evidence.objects.get().state) == (field, "asked")


def test_nobody_else_grades_it(council):
    with pytest.raises(Refused, match="This is for somebody else to do"):
        grade(evidence=asked(council), verdict=GOOD, by=council.managing, at=NOW)


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("", "Say which case it is"),
        ("Mary Okafor", "looks like a name"),
        ("Case of Mrs Bell", "looks like a name"),
        ("943 476 5919", "NHS number"),
        ("LAS-123456", "case numbers of your organisation"),
        ("x" * 41, "at most 40"),
    ],
)
def test_reference_that_tells_who_it_is_is_refused(council, reference, says):
    masks = evidence_policy(organisation=council.organisation.slug, case_numbers=["LAS-999999"])
    load_evidence_policy(masks, on=DAY)
    with pytest.raises(Refused, match=says) as refused:
        asked(council, reference=reference)
    assert (refused.value.field, Evidence.objects.count()) == ("reference", 0)


@pytest.mark.parametrize("who", ["herself", "elsewhere"])
def test_only_a_colleague_audits(council, who):
    auditor = council.author if who == "herself" else staff_of(made.OrganisationFactory())
    with pytest.raises(Refused, match="Choose somebody else of your organisation"):
        asked(council, auditor)


def test_form_sent_twice_is_one_audit_and_who_has_no_post_asks_none(council):
    token = uuid.uuid4()
    said = {"case": Case(reference="Case A"), "auditor": council.colleague, "token": token, "at": NOW}
    ask(**said, by=council.by)
    with pytest.raises(Refused, match="This was sent already"):
        ask(**said, by=council.by)
    with pytest.raises(Refused, match="where you have a post"):
        ask(**said, by=as_actor(member_of(council.organisation)))
    assert Evidence.objects.count() == 1


def test_audit_sent_back_is_asked_of_somebody_else(council, auditing):
    piece = send_back(evidence=asked(council), reason=" I know the family. ", by=auditing, at=NOW)
    assert (piece.state, piece.returned_because) == ("draft", "I know the family.")
    case = Case(reference="Case B")
    again = ask_again(evidence=piece, case=case, auditor=council.manager, by=council.by, at=NOW)
    assert (again.state, again.title, again.returned_because) == ("asked", "Audit: Case B", "")
    assert (CaseAudit.objects.get().auditor, CaseAudit.objects.get().relation) == (council.manager, "line_manager")
    with pytest.raises(Refused, match="waits for the auditor already"):
        ask_again(evidence=again, case=case, auditor=council.manager, by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only the person whose case it is"):
        ask_again(evidence=again, case=case, auditor=council.manager, by=council.managing, at=NOW)


@pytest.mark.parametrize("reason", ["", "x" * 501])
def test_reasons_are_asked_for_and_short(council, auditing, reason):
    piece = asked(council)
    with pytest.raises(Refused, match="Say why, in 500 characters"):
        send_back(evidence=piece, reason=reason, by=auditing, at=NOW)
    with pytest.raises(Refused, match="Only you will see it"):
        withdraw(evidence=piece, reason=reason, by=council.by, at=NOW)


def test_auditor_is_told_when_it_is_taken_back_or_withdrawn(council, auditing):
    assert call_back(evidence=asked(council), by=council.by, at=NOW).state == "draft"
    assert withdraw(evidence=asked(council), reason="Twice.", by=council.by, at=NOW).state == "withdrawn"
    graded = grade(evidence=asked(council), verdict=GOOD, by=auditing, at=NOW)
    before = Notice.objects.filter(person=council.colleague).count()
    withdraw(evidence=graded, reason="Another case.", by=council.by, at=NOW)
    assert (before, Notice.objects.filter(person=council.colleague).count()) == (5, 5)


@pytest.mark.parametrize("who", ["manager", "service manager"])
def test_auditor_begins_an_audit_and_the_practitioner_is_told(council, who):
    role = holder_of(RoleCode.SERVICE_MANAGER, council.organisation)
    by = council.managing if who == "manager" else as_actor(role)
    piece = begin_for(person=council.author, case=Case(reference="Case C"), token=uuid.uuid4(), by=by, at=NOW)
    relation = "line_manager" if who == "manager" else "independent"
    assert (piece.person, piece.state, piece.case_audit.relation) == (council.author, "asked", relation)
    assert Notice.objects.get().person == council.author
    assert grade(evidence=piece, verdict=GOOD, by=by, at=NOW).state == "complete"


def test_colleagues_and_those_of_other_places_begin_none(council, auditing):
    said = {"case": Case(reference="Case C"), "token": uuid.uuid4(), "at": NOW}
    with pytest.raises(Refused, match="Audits are begun by her line manager"):
        begin_for(person=council.author, by=auditing, **said)
    lead = holder_of(RoleCode.ACADEMY_LEAD, council.organisation)
    with pytest.raises(Refused, match="Choose somebody else of your organisation"):
        begin_for(person=lead, by=as_actor(lead), **said)


def test_what_is_no_audit_is_refused(council):
    piece = made.evidence_in("asked", person=council.author)
    with pytest.raises(Refused, match="not an audit of a case"):
        call_back(evidence=piece, by=council.by, at=NOW)
