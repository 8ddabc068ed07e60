"""Breaches of confidentiality: minor ones go back for hours, major ones are not accepted and governance is told."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from academy.engines.signatures.models import Signature
from portfolios.choices.portfolios import Severity
from portfolios.models import Breach, Portfolio
from portfolios.querysets.portfolios import SHARE
from portfolios.selectors.breaches import breaches_seen, to_correct, to_settle
from portfolios.selectors.exemplars import reason_put_back
from portfolios.services.breaches import BECAUSE, Found, note_breach, settle
from portfolios.services.returning import open_again
from portfolios.services.signing import NOT_YOURS
from tests.factories.access import GrantFactory
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.portfolio_signing import asked, gathered, handed_in
from tests.factories.portfolios import EvidencePolicyFactory, SnapshotFactory, exemplar_in

LATER = NOW + timedelta(hours=2)
WHERE = "A street, in the second passage of the visit."


@pytest.fixture
def waiting(council):
    return asked(gathered(council.author, council.organisation))


def note(council, portfolio, severity=Severity.MINOR, *, where=WHERE, snapshot=None, by=None):
    found = Found(severity=severity, where=where, snapshot=snapshot)
    return note_breach(portfolio=portfolio, found=found, by=by or council.managing, at=LATER)


def test_a_minor_breach_goes_back_to_be_corrected_within_two_days(council, waiting):
    breach = note(council, waiting, where=f" {WHERE} ")
    said = (breach.state, breach.severity, breach.where, breach.found_by, breach.correct_by)
    assert said == ("open", "minor", WHERE, council.manager, LATER + timedelta(hours=48))
    portfolio = Portfolio.objects.get()
    assert (portfolio.state, portfolio.signer) == ("returned", None)
    assert Signature.objects.get().withdrawn_because == BECAUSE
    notice = Notice.objects.get(person=council.author)
    assert (notice.kind, notice.url) == ("portfolios.breach.minor", breach.get_absolute_url())
    assert "19 November 2026, 11:30" in notice.subject
    assert list(to_correct(council.author.pk)) == list(to_settle(council.manager.pk)) == [breach]
    assert list(breaches_seen(council.managing)) == [breach]


def test_a_major_breach_is_not_accepted_and_the_lead_is_told(council, waiting):
    lead = holder_of("academy_lead", council.organisation)
    breach = note(council, waiting, Severity.MAJOR)
    assert (breach.state, breach.refused_at, breach.correct_by) == ("refused", LATER, None)
    assert breach.governance_told_at == LATER
    assert Portfolio.objects.get().state == "returned"
    kinds = {(notice.person, notice.kind) for notice in Notice.objects.exclude(person=council.manager)}
    assert kinds == {(council.author, "portfolios.breach.major"), (lead, "portfolios.breach.governance")}
    assert WHERE not in "".join(Notice.objects.values_list("body", flat=True))
    assert list(to_settle(council.manager.pk)) == []


def test_an_address_outside_is_told_by_mail_without_a_word_of_it(council, waiting):
    breach = {"correct_hours": 24, "tell": "academy_lead", "address": "governance@demo.example"}
    said = {"title": "Evidence", "code": "2026", "valid_from": "2026-01-01", "organisation": "here", "breach": breach}
    EvidencePolicyFactory(organisation=council.organisation, content=said)
    breach = note(council, waiting, Severity.MAJOR)
    mail = Mail.objects.get(kind="portfolios.breach.governance_outside")
    assert f"breach {breach.pk}" in mail.text
    assert WHERE not in mail.text


def test_the_author_is_not_told_as_the_lead_of_her_own_breach(council, waiting):
    holder_of("academy_lead", council.organisation, person=council.author)
    note(council, waiting, Severity.MAJOR)
    assert list(Notice.objects.filter(person=council.author).values_list("kind", flat=True)) == [
        "portfolios.breach.major"
    ]


def test_a_breach_in_what_was_handed_in_sends_it_back_too(council):
    snapshot = handed_in(gathered(council.author, council.organisation), council.manager)
    breach = note(council, snapshot.portfolio, snapshot=snapshot)
    assert (breach.snapshot, Portfolio.objects.get().state) == (snapshot, "returned")


def test_a_breach_in_what_is_open_again_is_noted_and_nothing_moves(council):
    lead = holder_of("academy_lead", council.organisation)
    snapshot = handed_in(gathered(council.author, council.organisation), council.manager)
    open_again(portfolio=snapshot.portfolio, reason="There is more.", by=council.by, at=LATER)
    breach = note(council, snapshot.portfolio, snapshot=snapshot, by=as_actor(lead))
    assert (breach.found_by, Portfolio.objects.get().state) == (lead, "gathering")


def test_a_reader_of_one_version_notes_it_and_the_portfolio_stays(council):
    snapshot = handed_in(gathered(council.author, council.organisation), council.manager)
    GrantFactory(thing=snapshot, person=council.colleague, purpose=SHARE)
    breach = note(council, snapshot.portfolio, snapshot=snapshot, by=as_actor(council.colleague))
    assert (breach.state, Portfolio.objects.get().state) == ("open", "submitted")


def offered(snapshot, *states):
    """Examples of versions of one portfolio, one in each state; the first is of the snapshot."""
    versions = [snapshot, *(SnapshotFactory(portfolio=snapshot.portfolio, number=n) for n in range(2, len(states) + 1))]
    return [exemplar_in(state, snapshot=each) for state, each in zip(states, versions, strict=True)]


@pytest.mark.parametrize(
    ("severity", "is_of_version", "left"),
    [
        (Severity.MINOR, True, ["shown", "offered"]),
        (Severity.MAJOR, True, ["taken_back", "offered"]),
        (Severity.MAJOR, False, ["taken_back", "taken_back"]),
    ],
)
def test_examples_with_a_major_breach_in_them_leave_the_library(council, severity, is_of_version, left):
    snapshot = handed_in(gathered(council.author, council.organisation), council.manager)
    examples = offered(snapshot, "shown", "offered")
    elsewhere = exemplar_in("shown", snapshot=SnapshotFactory())
    note(council, snapshot.portfolio, severity, snapshot=snapshot if is_of_version else None)
    for each in (*examples, elsewhere):
        each.refresh_from_db()
    assert [each.state for each in (*examples, elsewhere)] == [*left, "shown"]
    gone = [each for each in examples if each.state == "taken_back"]
    assert [reason_put_back(each) for each in gone] == [BECAUSE] * len(gone)
    told = Notice.objects.filter(kind="portfolios.exemplar.put_back", person=council.author)
    assert sorted(told.values_list("url", flat=True)) == sorted(each.get_absolute_url() for each in gone)


@pytest.mark.parametrize(("where", "reason"), [("  ", "Leave the name out"), ("x" * 1001, "at most 1,000 characters")])
def test_where_it_stands_is_said(council, waiting, where, reason):
    with pytest.raises(Refused, match=reason) as refused:
        note(council, waiting, where=where)
    assert (refused.value.field, Breach.objects.count()) == ("where", 0)


def test_whoever_may_not_read_it_and_the_author_note_nothing(council, waiting):
    for by in (council.by, as_actor(council.colleague)):
        with pytest.raises(Refused, match=NOT_YOURS):
            note(council, waiting, by=by)


def test_a_version_of_another_portfolio_is_not_named(council, waiting):
    with pytest.raises(Refused, match="of another portfolio"):
        note(council, waiting, snapshot=SnapshotFactory())


@pytest.mark.parametrize(("is_corrected", "state"), [(True, "corrected"), (False, "refused")])
def test_whoever_found_it_says_what_became_of_it(council, waiting, is_corrected, state):
    breach = note(council, waiting)
    settled = settle(breach=breach, is_corrected=is_corrected, by=council.managing, at=LATER)
    assert settled.state == state
    assert Notice.objects.filter(person=council.author, kind=f"portfolios.breach.{state}").count() == 1
    with pytest.raises(Refused, match="You cannot change it any more"):
        settle(breach=settled, is_corrected=True, by=council.managing, at=LATER)


def test_the_author_does_not_settle_it_herself(council, waiting):
    breach = note(council, waiting)
    with pytest.raises(Refused, match="somebody else"):
        settle(breach=breach, is_corrected=True, by=council.by, at=LATER)
