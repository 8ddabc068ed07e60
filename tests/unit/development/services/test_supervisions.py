from dataclasses import replace
from datetime import date

import pytest

from academy.development.models import Supervision, SupervisionAgreement
from academy.development.selectors.supervisions import kept, supervision_days
from academy.development.services import supervision_agreements, supervisions
from academy.development.services.supervision_agreements import Terms
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import NOW, AbsenceFactory, as_actor
from tests.factories.supervisions import AgreementFactory, agreement_between, session_of

TERMS = Terms(strand="reflective", every_weeks=4, minutes=90, from_on=date(2026, 11, 1))


@pytest.fixture
def agreement(council):
    return agreement_between(council.author, council.manager)


@pytest.fixture
def supervisor(council):
    return as_actor(council.manager)


def refused(act, **said):
    with pytest.raises(Refused) as refusal:
        act(**said, at=NOW)
    return refusal.value.reason


def test_agreement_is_arranged_agreed_to_once_and_ended_once(council, supervisor):
    made = supervision_agreements.arrange(person=council.author, terms=TERMS, by=supervisor, at=NOW)
    same = refused(supervision_agreements.arrange, person=council.author, terms=TERMS, by=supervisor)
    supervision_agreements.agree(agreement=made, by=council.by, at=NOW)
    twice = refused(supervision_agreements.agree, agreement=made, by=council.by)
    session = supervisions.plan(agreement=made, planned_on=date(2026, 12, 1), by=council.by, at=NOW)
    ended = supervision_agreements.end(agreement=made, by=supervisor, at=NOW)

    assert (ended.until_on, Supervision.objects.filter(pk=session.pk).exists()) == (TODAY, False)
    assert same == "There is an agreement for reflective supervision already. End it first."
    assert twice == "You have agreed already."
    assert refused(supervision_agreements.end, agreement=made, by=supervisor) == (
        "This agreement has ended. Make a new one to go on."
    )
    supervision_agreements.arrange(person=council.author, terms=TERMS, by=supervisor, at=NOW)
    assert set(Event.objects.values_list("about_id", flat=True)) == {council.author.pk}


def test_agreement_that_is_to_begin_later_ends_on_its_first_day(council, supervisor):
    agreement = agreement_between(council.author, council.manager, from_on=date(2026, 12, 1))

    assert supervision_agreements.end(agreement=agreement, by=supervisor, at=NOW).until_on == date(2026, 12, 1)


def test_supervision_is_arranged_with_a_colleague_of_the_organisation(council, supervisor):
    for person in (council.manager, PersonFactory()):
        reason = refused(supervision_agreements.arrange, person=person, terms=TERMS, by=supervisor)
        assert reason == "Choose a colleague of your organisation."
    nowhere = replace(supervisor, organisation_id=None)
    assert refused(supervision_agreements.arrange, person=council.author, terms=TERMS, by=nowhere) == (
        "Choose the organisation in which you supervise first."
    )


def test_only_she_agrees_and_only_the_two_end_and_plan(council, agreement, supervisor):
    colleague = as_actor(council.colleague)

    assert refused(supervision_agreements.agree, agreement=agreement, by=supervisor) == "This is for the two who meet."
    assert refused(supervision_agreements.end, agreement=agreement, by=colleague) == "This is for the two who meet."
    assert refused(supervisions.plan, agreement=agreement, planned_on=TODAY, by=colleague) == (
        "The two who meet plan their sessions."
    )


@pytest.mark.parametrize(
    ("said", "planned_on", "reason"),
    [
        ({"agreed_at": None}, TODAY, "Sessions are planned while an agreement stands that both agreed to."),
        ({"until_on": TODAY}, TODAY, "Sessions are planned while an agreement stands that both agreed to."),
        ({}, date(2026, 11, 16), "Choose today or a later day."),
        ({"from_on": date(2026, 12, 1)}, date(2026, 11, 30), "Choose today or a later day."),
    ],
)
def test_session_is_planned_under_a_standing_agreement_for_a_day_to_come(council, said, planned_on, reason):
    agreement = agreement_between(council.author, council.manager, **said)

    assert refused(supervisions.plan, agreement=agreement, planned_on=planned_on, by=council.by) == reason


def test_one_session_is_planned_at_a_time(council, agreement):
    session_of(agreement, "held", planned_on=TODAY)
    on_the_day = refused(supervisions.plan, agreement=agreement, planned_on=TODAY, by=council.by)
    supervisions.plan(agreement=agreement, planned_on=date(2026, 12, 1), by=council.by, at=NOW)

    assert on_the_day == "There is a session on this day already."
    assert refused(supervisions.plan, agreement=agreement, planned_on=date(2026, 12, 2), by=council.by) == (
        "The next session is planned already. Say first whether it was held."
    )


def test_session_is_missed_with_a_reason_and_noted_as_held_after_all(council, agreement, supervisor):
    session = session_of(agreement)
    said = {"session": session, "by": supervisor}
    without = refused(supervisions.miss, **said, because="other", words=" ")
    too_long = refused(supervisions.miss, **said, because="other", words="x" * 501)
    missed = supervisions.miss(**said, because="other", words="The fire alarm.", at=NOW)
    why = missed.why_missed
    held = supervisions.hold(session=missed, held_on=TODAY, minutes=60, by=council.by, at=NOW)

    assert (without, too_long) == ("Write in a few words why.", "Use at most 500 characters.")
    assert why == "The fire alarm."
    assert (held.state, held.held_on, held.minutes, held.missed_because, held.missed_words) == (
        "held",
        TODAY,
        60,
        "",
        "",
    )
    assert session_of(agreement, "missed", planned_on=date(2026, 11, 3)).why_missed == "Urgent work came between"


def test_session_is_not_held_in_days_to_come(council, agreement):
    session = session_of(agreement)

    assert refused(supervisions.hold, session=session, held_on=date(2026, 11, 18), minutes=60, by=council.by) == (
        "This day has not come yet. Note the session once it was held."
    )


def test_each_writes_in_her_own_part_and_a_change_takes_a_signature_away(council, agreement, supervisor):
    session = session_of(agreement, "held")
    supervisions.note(session=session, words="Hers.\r\nAll of it.", by=council.by, at=NOW)
    supervisions.sign(session=session, by=supervisor, at=NOW)
    same = supervisions.note(session=session, words="Hers.\nAll of it.", by=council.by, at=NOW)
    signed = same.supervisor_signed_at
    changed = supervisions.note(session=session, words="The supervisor's.", by=supervisor, at=NOW)

    assert (signed, changed.supervisor_signed_at) == (NOW, None)
    assert (changed.own_notes, changed.supervisor_notes) == ("Hers.\nAll of it.", "The supervisor's.")
    assert refused(supervisions.note, session=session, words="x", by=as_actor(council.colleague)) == (
        "Only the two who met write here."
    )
    assert refused(supervisions.note, session=session, words="x" * 20_001, by=council.by) == (
        "Use at most 20,000 characters."
    )


@pytest.mark.parametrize("first", ["author", "manager"])
def test_both_sign_it_is_locked_and_an_addendum_is_added(council, agreement, first):
    actors = {"author": council.by, "manager": as_actor(council.manager)}
    second = next(by for who, by in actors.items() if who != first)
    session = session_of(agreement, "held")
    early = refused(supervisions.add, session=session, words="More.", by=second)
    once = supervisions.sign(session=session, by=actors[first], at=NOW)
    twice = refused(supervisions.sign, session=once, by=actors[first])
    locked = supervisions.sign(session=once, by=second, at=NOW)
    supervisions.add(session=locked, words="One more thing.", by=second, at=NOW)

    assert early == "It is not locked yet. Change your own part instead."
    assert twice == "You have signed. It is locked once the other has signed, too."
    assert (locked.state, locked.locked_at) == ("signed", NOW)
    assert refused(supervisions.note, session=locked, words="x", by=second) == (
        "Both have signed, so it is locked. Add an addendum instead."
    )
    assert refused(supervisions.add, session=locked, words=" ", by=second) == "Write what is to be added."
    assert refused(supervisions.add, session=locked, words="x", by=as_actor(council.colleague)) == (
        "Only the two who met add to this session."
    )
    assert [(each.words, each.written_by_id) for each in locked.addenda.all()] == [
        ("One more thing.", second.person_id)
    ]


def test_planned_session_is_not_signed(council, agreement):
    assert refused(supervisions.sign, session=session_of(agreement), by=council.by) == (
        "A session is signed once it was held."
    )


@pytest.mark.parametrize("number", [1, 3])
def test_rhythm_of_many_agreements_takes_three_queries(db, number, django_assert_num_queries):
    for _ in range(number):
        agreement = AgreementFactory()
        AbsenceFactory(person=agreement.supervisor)
        session_of(agreement, "held", planned_on=date(2026, 10, 6), held_on=date(2026, 10, 7))
        session_of(agreement)

    with django_assert_num_queries(3):
        rows = kept(SupervisionAgreement.objects.order_by("pk"), on=TODAY)

    assert [(row.rhythm.last_on, row.planned.planned_on, row.state.word) for row in rows] == [
        (date(2026, 10, 7), date(2026, 11, 10), "Behind its rhythm")
    ] * number


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"until_on": TODAY}, "Ended"),
        ({"agreed_at": None}, "Not agreed yet"),
        ({"from_on": date(2026, 10, 1)}, "Behind its rhythm"),
        ({"from_on": TODAY}, "In rhythm"),
    ],
)
def test_agreement_stands_in_a_word(council, said, word):
    agreement_between(council.author, council.manager, **said)

    row = kept(SupervisionAgreement.objects.all(), on=TODAY)[0]
    assert row.state.word == word


def test_absence_of_the_supervisor_pauses_too(council, agreement):
    AbsenceFactory(person=council.manager, from_on=date(2026, 9, 7), until_on=date(2026, 9, 20))

    row = kept(SupervisionAgreement.objects.all(), on=TODAY)[0]

    assert (row.rhythm.due_on, row.rhythm.pauses) == (date(2026, 10, 13), "paused: away 7 to 20 September 2026")


def test_days_of_the_last_year_are_told_newest_first_and_never_notes(council, agreement):
    days = [date(2025, 11, 15), date(2025, 11, 16), date(2026, 11, 3)]
    for day in days:
        session_of(agreement, "held", planned_on=day, held_on=day)
    session_of(agreement)

    found = supervision_days(council.author.pk, on=TODAY)

    assert [(each.on, each.strand, each.supervisor) for each in found] == [
        (day, "Reflective", council.manager.full_name) for day in reversed(days[1:])
    ]
