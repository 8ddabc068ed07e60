"""Case audits on their pages: asked for, begun by the auditor, graded, sent back and asked again."""

import uuid

import pytest
from django.urls import reverse

from portfolios.models import CaseAudit, Evidence
from tests.factories import portfolios as made

GRADED = {"grade": "good", "comments": "Clear decisions.", "audited_on": "10 November 2026", "how": "live"}


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def hers(council):
    return council.client(council.author)


def audit(council, auditor, **said):
    piece = made.evidence_in("asked", person=council.author, organisation=council.organisation, kind="audit", **said)
    return made.CaseAuditFactory(evidence=piece, auditor=auditor).evidence


def test_audit_is_asked_of_a_colleague_and_graded(council, hers):
    shown = words(hers.get(at("ask-audit")))
    assert "anybody else’s is independent" in shown
    token = str(uuid.uuid4())
    sent = {"reference": "Case A", "how": "live", "person": str(council.manager.pk), "token": token}
    response = hers.post(at("ask-audit"), sent)
    piece = Evidence.objects.get()
    assert (response.url, piece.case_audit.relation) == (piece.get_absolute_url(), "line_manager")

    managers = council.client(council.manager)
    form = words(managers.get(at("grade-audit", piece.pk)))
    assert form.index("Outstanding") < form.index("Inadequate")
    managers.post(at("grade-audit", piece.pk), GRADED)
    read = words(hers.get(piece.get_absolute_url()))
    assert [told in read for told in ("Clear decisions.", "Beside the open record", "Good")] == [True, True, True]


def test_reference_that_looks_like_a_name_stands_beside_its_field(council, hers):
    sent = {"reference": "Mary Okafor", "how": "live", "person": str(council.manager.pk), "token": str(uuid.uuid4())}
    response = hers.post(at("ask-audit"), sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["reference"])


def test_audit_sent_back_is_asked_again(council, hers):
    piece = audit(council, council.colleague)
    theirs = council.client(council.colleague)
    assert "Send it back" in words(theirs.get(piece.get_absolute_url()))
    theirs.post(at("send-back-audit", piece.pk), {"reason": "I know the family."})
    assert "I know the family." in words(hers.get(piece.get_absolute_url()))
    assert "Case A" in words(hers.get(at("ask-audit-again", piece.pk)))
    sent = {"reference": "Case B", "how": "paper", "person": str(council.manager.pk), "token": str(uuid.uuid4())}
    hers.post(at("ask-audit-again", piece.pk), sent)
    assert (CaseAudit.objects.get().reference, CaseAudit.objects.get().is_live) == ("Case B", False)
    hers.post(at("call-back-audit", piece.pk))
    assert hers.get(at("call-back-audit", piece.pk)).url == piece.get_absolute_url()
    hers.post(at("withdraw-audit", piece.pk), {"reason": "Another case."})
    assert Evidence.objects.get().state == "withdrawn"


def test_manager_begins_an_audit_from_the_page_of_a_colleague(council):
    client = council.client(council.manager)
    assert "Audit a case" in words(client.get(reverse("people:person", args=[council.author.pk])))
    begin = at("begin-audit-for", council.author.pk)
    assert council.author.full_name in words(client.get(begin))
    client.post(begin, {"reference": "Case C", "how": "paper", "token": str(uuid.uuid4())})
    assert Evidence.objects.get().person == council.author


def test_colleague_begins_no_audit(council):
    client = council.client(council.colleague)
    assert client.get(at("begin-audit-for", council.author.pk)).status_code == 403
    assert "Audit a case" not in words(client.get(reverse("people:person", args=[council.author.pk])))


def test_pages_of_audits_are_not_those_of_other_kinds(council, hers):
    piece = made.evidence_in("complete", person=council.author, organisation=council.organisation)
    assert hers.get(at("withdraw-audit", piece.pk)).status_code == 404
