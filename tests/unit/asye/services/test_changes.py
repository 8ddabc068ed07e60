"""A change of dates: proposed, agreed by all, refused, taken back; then the dates move and a pause begins."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from asye.choices.enrolments import Role
from asye.choices.year import ChangeKind
from asye.models import Consent, Enrolment, Part
from asye.rules.changes import Proposal
from asye.selectors.changes import change_page, returns_near, to_report, waiting_for
from asye.services import changes, milestones, pauses
from asye.services.changes import Answer
from asye.tasks import begin_and_end_pauses
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory

FIRST, LAST = TODAY - timedelta(days=7), TODAY + timedelta(days=13)
PAUSE = Proposal(kind=ChangeKind.PAUSE, reason="maternity", from_on=FIRST, until_on=LAST)
HOURS = Proposal(kind=ChangeKind.HOURS, from_on=date(2026, 12, 7), fte=Decimal("0.60"))
TOO_LONG = Proposal(kind=ChangeKind.PAUSE, reason="sickness", from_on=FIRST, until_on=date(2028, 6, 30))
FOUR = ("nqsw", "assessor", "manager", "coordinator")


@pytest.fixture
def year(world):
    Enrolment.objects.filter(pk=world.year.pk).update(state="active")
    world.year.refresh_from_db()
    milestones.set_dates(world.year, by=world.acting("coordinator"), at=NOW)
    return world.year


def propose(world, proposal=PAUSE, *, by="assessor", **said):
    said = {"token": uuid4()} | said
    return changes.propose(enrolment=world.year, proposal=proposal, by=world.acting(by), at=NOW, **said)


def agree(world, change, *who, words=""):
    for each in who:
        change = changes.consent(change=change, answer=Answer(agrees=True, words=words), by=world.acting(each), at=NOW)
    return change


def end_of(year):
    return year.milestones.get(code="end").due_on


def state_of(year):
    return Enrolment.objects.values_list("state", flat=True).get(pk=year.pk)


def told(kind):
    return set(Notice.objects.filter(kind=f"asye.change.{kind}").values_list("person_id", flat=True))


def test_a_proposal_moves_nothing_until_all_have_agreed(world, year):
    before = end_of(year)
    change = propose(world)
    assert (change.state, change.proposed_by, change.consents.count()) == ("proposed", world.assessor, 0)
    assert told("to_agree") == {
        person.pk for person in (world.nqsw, world.manager, world.coordinator, world.practice_assessor)
    }
    change = agree(world, change, "nqsw", "assessor", "manager")
    assert (change.state, end_of(year), state_of(year)) == ("proposed", before, "active")
    change = agree(world, change, "coordinator")
    assert (change.state, end_of(year), state_of(year)) == ("agreed", before + timedelta(days=21), "paused")
    assert change.timetable["end"] == ["2027-01-03", "2027-01-24"]
    assert told("agreed") == {
        person.pk for person in (world.nqsw, world.assessor, world.manager, world.practice_assessor)
    }
    assert "It now ends on 24 January 2027." in Notice.objects.get(kind="asye.change.agreed", person=world.nqsw).body


def test_whoever_proposes_may_agree_in_the_same_press(world, year):
    change = propose(world, agrees=True, by="manager")
    assert list(change.consents.values_list("role", flat=True)) == ["manager"]
    assert list(Event.objects.filter(act__startswith="asye.change").order_by("pk").values_list("act", flat=True)) == [
        "asye.change.propose",
        "asye.change.consent",
    ]


def test_hours_all_agreed_to_move_the_dates_and_stop_nothing(world, year):
    agree(world, propose(world, HOURS), *FOUR)
    assert (state_of(year), end_of(year)) == ("active", date(2027, 1, 22))


def test_one_who_does_not_agree_ends_it_with_words(world, year):
    change = agree(world, propose(world), "nqsw")
    with pytest.raises(Refused, match="Say why not") as refused:
        changes.consent(change=change, answer=Answer(agrees=False, words=" "), by=world.acting("manager"), at=NOW)
    assert refused.value.field == "words"
    answer = Answer(agrees=False, words="She is back already.")
    refused = changes.consent(change=change, answer=answer, by=world.acting("manager"), at=NOW)
    assert (refused.state, end_of(year)) == ("refused", date(2027, 1, 3))
    assert world.assessor.pk in told("refused")
    with pytest.raises(Refused, match="It is settled already"):
        agree(world, change, "coordinator")
    assert propose(world).state == "proposed"


def test_consent_is_taken_back_while_not_all_have_agreed(world, year):
    change = agree(world, propose(world), "nqsw", "assessor", "manager")
    changes.take_consent_back(change=change, by=world.acting("nqsw"), at=NOW)
    page = change_page(change, world.acting("nqsw"))
    assert (page.agreed, [each.role for each in page.withdrawn], page.open_to) == (2, ["nqsw"], (Role.NQSW,))
    assert agree(world, change, "coordinator").state == "proposed"
    with pytest.raises(Refused, match="This is for somebody else to do"):
        changes.take_consent_back(change=change, by=world.acting("colleague"), at=NOW)
    with pytest.raises(Refused, match="There is nothing of yours to take back"):
        changes.take_consent_back(change=change, by=world.acting("nqsw"), at=NOW)
    assert agree(world, change, "nqsw").state == "agreed"
    with pytest.raises(Refused, match="It is settled already"):
        changes.take_consent_back(change=change, by=world.acting("nqsw"), at=NOW)
    assert Consent.objects.filter(role="nqsw").count() == 2


def test_who_stands_in_for_the_manager_agrees_with_both_names(world, year):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    change = propose(world)
    assert waiting_for(world.acting("colleague")) == [change]
    agree(world, change, "colleague")
    consent = Consent.objects.get()
    assert (consent.role, consent.person, consent.signed_for) == ("manager", world.colleague, world.manager)


def test_one_person_in_two_parts_agrees_in_both_with_one_press(world, year):
    Part.objects.filter(role=Role.MANAGER).update(person=world.assessor)
    agree(world, propose(world), "assessor")
    assert set(Consent.objects.values_list("role", flat=True)) == {"assessor", "manager"}


@pytest.mark.parametrize("who", ["practice_assessor", "colleague"])
def test_who_is_not_asked_does_not_agree(world, year, who):
    change = propose(world)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        agree(world, change, who)
    assert change_page(change, world.acting(who)).open_to == ()


def test_nobody_agrees_twice(world, year):
    change = agree(world, propose(world), "nqsw")
    with pytest.raises(Refused, match="You have said it already"):
        agree(world, change, "nqsw")
    with pytest.raises(Refused, match="Use at most 500 characters"):
        agree(world, change, "assessor", words="x" * 501)


def test_past_the_ceiling_the_coordinator_says_how_it_goes_on(world, year):
    change = agree(world, propose(world, TOO_LONG), "nqsw", "assessor", "manager")
    page = change_page(change, world.acting("coordinator"))
    assert (page.is_over_ceiling, page.speaks, page.warnings[0][:21]) == (True, True, "The year would end on")
    with pytest.raises(Refused, match="Say how it goes on") as refused:
        agree(world, change, "coordinator")
    assert refused.value.field == "words"
    agreed = agree(world, change, "coordinator", words="Human resources extend the probation.")
    assert (agreed.state, end_of(year) > year.milestones.get(code="ceiling").due_on) == ("agreed", True)


def test_words_missing_since_the_ceiling_was_passed_later_are_asked_for(world, year):
    longer = Proposal(kind=ChangeKind.EXTENSION, weeks=Decimal(40), words="A second try.")
    first = agree(world, propose(world, longer), "coordinator")
    agree(world, propose(world, Proposal(kind=ChangeKind.HOURS, from_on=date(2026, 11, 2), fte=Decimal("0.60"))), *FOUR)
    agree(world, first, "nqsw", "assessor")
    with pytest.raises(Refused, match="The co-ordinator takes back what she said"):
        agree(world, first, "manager")


def test_a_proposal_is_taken_back(world, year):
    change = changes.withdraw(change=propose(world), by=world.acting("assessor"), at=NOW)
    assert (change.state, world.nqsw.pk in told("taken_back")) == ("withdrawn", True)
    page = change_page(change, world.acting("nqsw"))
    assert (page.dates, page.open_to, page.can_take_back) == ((), (), False)


def test_a_proposal_refuses_what_the_rules_refuse(world, year):
    with pytest.raises(Refused, match="Capability is never a reason") as refused:
        propose(world, Proposal(kind=ChangeKind.PAUSE, reason="capability", from_on=FIRST, until_on=LAST))
    assert refused.value.field == "reason"
    token = uuid4()
    propose(world, token=token)
    with pytest.raises(Refused, match="This was sent already"):
        propose(world, token=token)
    with pytest.raises(Refused, match="One of this kind waits for agreement"):
        propose(world)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        propose(world, by="colleague")
    Enrolment.objects.filter(pk=year.pk).update(state="released")
    with pytest.raises(Refused, match="The year does not run now"):
        propose(world, HOURS)


def test_the_coordinator_notes_that_the_national_body_was_told(world, year):
    change = agree(world, propose(world), *FOUR)
    coordinator = world.acting("coordinator")
    assert [each.pk for each in to_report(coordinator, TODAY)] == [change.pk]
    with pytest.raises(Refused, match="This is for somebody else to do"):
        changes.report(change=change, by=world.acting("nqsw"), at=NOW)
    noted = changes.report(change=change, by=coordinator, at=NOW)
    assert (noted.reported_at, noted.reported_by, to_report(coordinator, TODAY)) == (NOW, world.coordinator, [])
    with pytest.raises(Refused, match="There is nothing to note"):
        changes.report(change=change, by=coordinator, at=NOW)


def test_an_earlier_return_moves_the_dates_without_anybodys_agreement(world, year):
    change = agree(world, propose(world), *FOUR)
    assert [each.pk for each in returns_near(world.acting("manager"), TODAY)] == [change.pk]
    back = pauses.come_back(change=change, last_day=TODAY - timedelta(days=1), by=world.acting("manager"), at=NOW)
    assert (back.until_on, back.back_at, state_of(year)) == (TODAY - timedelta(days=1), NOW, "active")
    assert (end_of(year), world.nqsw.pk in told("back")) == (date(2027, 1, 10), True)
    assert returns_near(world.acting("manager"), TODAY) == []
    with pytest.raises(Refused, match="Her return is noted already"):
        pauses.come_back(change=change, last_day=TODAY, by=world.acting("manager"), at=NOW)


@pytest.mark.parametrize(
    ("last_day", "says"),
    [
        (FIRST - timedelta(days=1), "The first day of the pause was"),
        (LAST + timedelta(days=1), "All agreed to a pause"),
    ],
)
def test_a_return_is_a_day_of_the_pause(world, year, last_day, says):
    change = agree(world, propose(world), *FOUR)
    with pytest.raises(Refused, match=says) as refused:
        pauses.come_back(change=change, last_day=last_day, by=world.acting("assessor"), at=NOW)
    assert refused.value.field == "last_day"


def test_a_return_is_noted_of_a_pause_that_has_begun_by_who_has_a_part(world, year):
    later = Proposal(kind=ChangeKind.PAUSE, reason="sickness", from_on=LAST, until_on=LAST + timedelta(days=9))
    waiting = propose(world, later)
    with pytest.raises(Refused, match="Only of a pause all agreed to"):
        pauses.come_back(change=waiting, last_day=LAST, by=world.acting("assessor"), at=NOW)
    agree(world, waiting, *FOUR)
    with pytest.raises(Refused, match="Note the return once it has begun"):
        pauses.come_back(change=waiting, last_day=LAST, by=world.acting("assessor"), at=NOW)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        pauses.come_back(change=waiting, last_day=LAST, by=world.acting("colleague"), at=NOW)


def test_pauses_begin_and_end_by_their_days(world, year, time_machine):
    later = Proposal(kind=ChangeKind.PAUSE, reason="sickness", from_on=LAST, until_on=LAST + timedelta(days=9))
    agree(world, propose(world, later), *FOUR)
    found = []
    for day in (LAST - timedelta(days=1), LAST, LAST, LAST + timedelta(days=9), LAST + timedelta(days=10)):
        time_machine.move_to(f"{day.isoformat()}T10:00:00Z")
        found.append((begin_and_end_pauses(), state_of(year)))
    assert found == [(0, "active"), (1, "paused"), (0, "paused"), (0, "paused"), (1, "active")]


def test_a_change_waits_for_those_whose_word_is_missing(world, year):
    change = agree(world, propose(world), "nqsw")
    waiting = {who: [each.pk for each in waiting_for(world.acting(who))] for who in (*FOUR, "practice_assessor")}
    hers = [change.pk]
    assert waiting == {"nqsw": [], "assessor": hers, "manager": hers, "coordinator": hers, "practice_assessor": []}
