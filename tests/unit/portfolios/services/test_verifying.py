"""What the second person does with a piece she was asked about."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from portfolios.models import Evidence
from portfolios.services.verifying import Seen, send_back, verify
from tests.factories import portfolios as made
from tests.factories.people import NOW, DeputyFactory, as_actor

DAY = date(2026, 11, 10)
SAW = {"record_kind": "plan", "record_seen_on": DAY, "matched": True}


@pytest.fixture
def deputy(council):
    DeputyFactory(person=council.manager, deputy=council.colleague, organisation=council.organisation)
    return as_actor(council.colleague)


def asked(council, kind="project", **said):
    hers = {"person": council.author, "organisation": council.organisation, "signer": council.manager}
    return made.evidence_in("asked", kind=kind, happened_on=DAY, **{**hers, **said})


def test_piece_is_verified_with_words_and_the_practitioner_is_told(council):
    piece = verify(evidence=asked(council), seen=Seen(words=" Well done.\r\n"), by=council.managing, at=NOW)
    assert (piece.state, piece.signer_words, piece.signed_by_id) == ("complete", "Well done.", council.manager.pk)
    assert (piece.signed_for_id, piece.signed_at, piece.completed_at) == (None, NOW, NOW)
    assert Notice.objects.get().person == council.author


def test_work_is_verified_as_seen(council):
    piece = verify(evidence=asked(council, "work"), seen=Seen(**SAW), by=council.managing, at=NOW)
    assert (piece.state, piece.record_kind, piece.record_seen_on) == ("complete", "plan", DAY)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"record_kind": ""}, "record_kind"),
        ({"record_seen_on": None}, "record_seen_on"),
        ({"record_seen_on": date(2026, 11, 18)}, "record_seen_on"),
        ({"matched": False}, "matched"),
        ({"words": "x" * 20001}, "words"),
    ],
)
def test_work_that_was_not_seen_or_did_not_match_is_not_verified(council, said, field):
    piece = asked(council, "work")
    with pytest.raises(Refused) as refused:
        verify(evidence=piece, seen=Seen(**{**SAW, **said}), by=council.managing, at=NOW)
    assert (refused.value.field, Evidence.objects.get().state) == (field, "asked")


def test_deputy_verifies_for_the_line_manager_and_both_names_stay(council, deputy):
    piece = verify(evidence=asked(council), seen=Seen(), by=deputy, at=NOW)
    assert (piece.signed_by_id, piece.signed_for_id) == (council.colleague.pk, council.manager.pk)
    act = Event.objects.exclude(act__startswith="notify").get()
    assert (act.actor.name, act.on_behalf_of.name) == (council.colleague.full_name, council.manager.full_name)
    assert list(Evidence.objects.second_of(deputy)) == [piece]


def test_deputy_of_somebody_who_is_not_the_line_manager_is_not_asked(council, deputy):
    DeputyFactory(person=made.PersonFactory(), deputy=council.colleague, organisation=council.organisation)
    other = asked(council, signer=made.PersonFactory())
    assert list(Evidence.objects.second_of(deputy).filter(pk=other.pk)) == []
    with pytest.raises(Refused, match="This is for somebody else to do"):
        verify(evidence=other, seen=Seen(), by=deputy, at=NOW)


def test_piece_is_sent_back_with_a_reason(council):
    piece = send_back(evidence=asked(council), reason=" Say what changed. ", by=council.managing, at=NOW)
    assert (piece.state, piece.returned_because) == ("draft", "Say what changed.")
    assert list(Evidence.objects.second_of(council.managing)) == []
    assert Notice.objects.get().person == council.author


@pytest.mark.parametrize(("reason", "says"), [(" ", "Say what is missing"), ("x" * 501, "Use at most 500")])
def test_sending_back_needs_a_short_reason(council, reason, says):
    with pytest.raises(Refused, match=says):
        send_back(evidence=asked(council), reason=reason, by=council.managing, at=NOW)


@pytest.mark.parametrize("act", [verify, send_back])
def test_others_and_other_kinds_are_refused(council, act):
    said = {"seen": Seen()} if act is verify else {"reason": "No."}
    with pytest.raises(Refused, match="This is for somebody else to do"):
        act(evidence=asked(council), by=as_actor(council.colleague), at=NOW, **said)
    audit = made.CaseAuditFactory(auditor=council.manager).evidence
    with pytest.raises(Refused, match="has a page of its own"):
        act(evidence=audit, by=council.managing, at=NOW, **said)
