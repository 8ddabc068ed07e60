from datetime import date, timedelta

import pytest

from academy.development.models import SelfAudit
from academy.development.selectors.audits import Against, against_what
from academy.development.services.audits import Answer, note_talk, rate, share, sign, start, withdraw, write
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from tests.factories.audits import SelfAuditFactory, audit_in
from tests.factories.development import framework
from tests.factories.identity import TODAY, OrganisationFactory, UserFactory, actor_of
from tests.factories.people import NOW, as_actor, staff_of

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def draft(council):
    return SelfAuditFactory(person=council.author, organisation=council.organisation)


@pytest.fixture
def shared(council):
    return audit_in("shared", person=council.author, organisation=council.organisation, supervisor=council.manager)


@pytest.fixture
def manager(council):
    return as_actor(council.manager)


def statements(audit):
    return list(audit.framework.statements.order_by("order").values_list("pk", flat=True))


def test_self_audit_goes_from_its_start_to_two_signatures(council, manager):
    framework()
    (against,) = against_what(TODAY)
    audit = start(against=against, purpose="annual", by=council.by, at=NOW)
    first, second, _ = statements(audit)
    write(audit=audit, answers={first: Answer(2, " I try. "), second: Answer()}, by=council.by, at=NOW)
    share(audit=audit, supervisor=council.manager, by=council.by, at=NOW)
    rate(audit=audit, answers={first: Answer(3, "More than that.")}, by=manager, at=NOW)
    talked = note_talk(audit=audit, on=TODAY, summary="Go on.", talked={first: "Both."}, by=manager, at=LATER)
    seen = talked.changed_at.isoformat()
    sign(audit=audit, seen=seen, by=council.by, at=LATER)
    locked = sign(audit=audit, seen=seen, by=manager, at=LATER)

    told = locked.ratings.get(statement=first)
    assert (told.own_rating, told.own_words, told.supervisor_rating, told.talked_words) == (2, "I try.", 3, "Both.")
    assert (locked.state, locked.discussed_on, locked.summary, locked.purpose) == (
        "discussed",
        TODAY,
        "Go on.",
        "annual",
    )
    kinds = Notice.objects.order_by("pk").values_list("kind", "person")
    assert list(kinds) == [
        ("development.audit.shared", council.manager.pk),
        ("development.audit.signed", council.manager.pk),
        ("development.audit.locked", council.author.pk),
    ]


def test_change_before_the_second_signature_takes_the_first_away(council, shared, manager):
    note_talk(audit=shared, on=TODAY, summary="", talked={}, by=manager, at=NOW)
    sign(audit=shared, seen=NOW.isoformat(), by=manager, at=NOW)

    written = write(audit=shared, answers={statements(shared)[0]: Answer(4)}, by=council.by, at=LATER)

    assert (written.supervisor_signed_at, SelfAudit.objects.get().supervisor_signed_at) == (None, None)


@pytest.mark.parametrize(("part", "who"), [(write, "manager"), (rate, "author"), (write, "colleague")])
def test_neither_writes_in_the_part_of_the_other(council, shared, part, who):
    with pytest.raises(Refused, match="This part is for the other of the two"):
        part(audit=shared, answers={}, by=as_actor(getattr(council, who)), at=NOW)


@pytest.mark.parametrize("state", ["discussed", "withdrawn"])
def test_closed_self_audit_is_written_no_more(council, state):
    audit = audit_in(state, person=council.author, organisation=council.organisation, supervisor=council.manager)
    with pytest.raises(Refused, match="This self-audit is closed"):
        write(audit=audit, answers={}, by=council.by, at=NOW)


def test_start_refuses_what_is_not_offered_and_who_belongs_nowhere(council):
    framework()
    (against,) = against_what(TODAY)
    with pytest.raises(Refused, match="Choose one of the answers shown"):
        start(against=Against(against.framework_id, 7, ""), purpose="own", by=council.by, at=NOW)
    with pytest.raises(Refused, match="Choose one of the answers shown"):
        start(against=against, purpose="fun", by=council.by, at=NOW)
    with pytest.raises(Refused, match="belongs to an organisation"):
        start(against=against, purpose="own", by=actor_of(UserFactory().person), at=NOW)


def test_ratings_of_other_frameworks_are_left_out_and_wrong_ones_refused(council, draft):
    stranger = framework("other")[0].pk
    write(audit=draft, answers={stranger: Answer(2)}, by=council.by, at=NOW)
    with pytest.raises(Refused) as wrong:
        write(audit=draft, answers={statements(draft)[0]: Answer(9)}, by=council.by, at=NOW)
    with pytest.raises(Refused) as long:
        write(audit=draft, answers={statements(draft)[0]: Answer(1, "x" * 5001)}, by=council.by, at=NOW)

    assert draft.ratings.count() == 0
    assert [each.value.field.split("-")[0] for each in (wrong, long)] == ["rating", "words"]


@pytest.mark.parametrize("who", ["author", "stranger"])
def test_self_audit_is_shared_with_somebody_else_of_the_organisation(council, draft, who):
    person = council.author if who == "author" else staff_of(OrganisationFactory())
    with pytest.raises(Refused, match="Choose somebody else of your organisation"):
        share(audit=draft, supervisor=person, by=council.by, at=NOW)


def test_nobody_else_shares_or_withdraws_it(council, draft, shared, manager):
    with pytest.raises(Refused, match="Only the person herself"):
        share(audit=draft, supervisor=council.colleague, by=manager, at=NOW)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        withdraw(audit=shared, by=manager, at=NOW)


def test_withdrawn_self_audit_is_read_by_its_supervisor_no_more(council, shared, manager):
    withdraw(audit=shared, by=council.by, at=NOW)

    assert (list(SelfAudit.objects.visible_to(manager)), SelfAudit.objects.visible_to(council.by).count()) == ([], 1)


def test_talk_is_noted_of_a_shared_one_on_a_day_that_has_been(council, draft, shared, manager):
    with pytest.raises(Refused, match="Share it first"):
        note_talk(audit=draft, on=TODAY, summary="", talked={}, by=council.by, at=NOW)
    with pytest.raises(Refused, match="a day that has been"):
        note_talk(audit=shared, on=TODAY + timedelta(days=1), summary="", talked={}, by=manager, at=NOW)


def test_signature_needs_the_talk_the_page_as_it_is_and_comes_once(council, shared, manager):
    with pytest.raises(Refused, match="Talk about it first"):
        sign(audit=shared, seen="", by=manager, at=NOW)
    note_talk(audit=shared, on=date(2026, 11, 16), summary="", talked={}, by=manager, at=NOW)
    with pytest.raises(Refused, match="has changed since you opened the page"):
        sign(audit=shared, seen=LATER.isoformat(), by=manager, at=NOW)
    sign(audit=shared, seen=NOW.isoformat(), by=manager, at=NOW)
    with pytest.raises(Refused, match="You have signed"):
        sign(audit=shared, seen=NOW.isoformat(), by=manager, at=NOW)
