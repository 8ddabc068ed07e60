"""Handing in once and again, and the line manager's word."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import Registration
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.models import Case, Extension
from panels.selectors.checks import known_of
from panels.services.handing_in import ACCEPTED, HANDED_IN, hand_in, hand_in_again, vouch
from panels.services.locking import NOT_YOURS
from tests.factories.identity import TODAY
from tests.factories.panel_cases import SUBMIT_BY, council, draft_of, handed_in_for, outsider_of
from tests.factories.panels import case_in
from tests.factories.people import NOW, DeputyFactory, as_actor, member_of
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return council()


@pytest.fixture
def case(here):
    made = draft_of(here)
    handed_in_for(made)
    return made


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=f"panels.case.{kind}").values_list("person_id", flat=True))


def test_a_case_is_handed_in_on_the_latest_version_and_everybody_is_told(here, case):
    second = handed_in_for(case)
    done = hand_in(case=case, is_own_work=True, by=here.by, at=NOW)
    assert (done.state, done.snapshot, done.portfolio, done.manager) == (
        CaseState.RECEIVED,
        second,
        case.portfolio,
        here.manager,
    )
    assert (done.handed_in_at, done.declared_at, done.moved_at) == (NOW, NOW, NOW)
    assert (told("handed_in"), told("receipt")) == ({here.clerk.pk, here.manager.pk}, {here.person.pk})
    receipt = Notice.objects.get(kind="panels.case.receipt")
    assert (second.sha256 in receipt.body, "version 2" in receipt.body) == (True, True)
    assert Event.objects.filter(act="panels.case.hand_in").count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"has_formal_open": True}, "formal"),
        ({"has_formal_open": None, "formal_said_by": None, "formal_said_at": None}, "formal"),
        ({"portfolio": None}, "portfolio"),
    ],
)
def test_what_is_missing_is_refused_and_nothing_changes(here, case, change, field):
    Case.objects.update(**change)
    with pytest.raises(Refused) as refused:
        hand_in(case=case, is_own_work=True, by=here.by, at=NOW)
    case.refresh_from_db()
    assert (refused.value.field, case.state, told("handed_in")) == (field, CaseState.DRAFT, set())


def test_without_the_declaration_it_is_refused_at_its_question(here, case):
    with pytest.raises(Refused) as refused:
        hand_in(case=case, is_own_work=False, by=here.by, at=NOW)
    assert refused.value.field == "own_work"


def test_without_a_live_registration_it_is_refused(here, case):
    Registration.objects.update(until_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="No live registration"):
        hand_in(case=case, is_own_work=True, by=here.by, at=NOW)


def test_work_that_needs_no_register_is_handed_in_without_one(here, case):
    Registration.objects.all().delete()
    type(here.person.posts.get().terms.get().job_role).objects.update(is_registered=False)
    assert hand_in(case=case, is_own_work=True, by=here.by, at=NOW).state == CaseState.RECEIVED


@pytest.mark.parametrize(("days", "is_in_time"), [(0, True), (1, False)])
def test_the_last_day_counts_and_the_next_is_refused_with_a_sentence(here, case, days, is_in_time):
    by = here.acting("person", on=SUBMIT_BY + timedelta(days=days))
    if is_in_time:
        assert hand_in(case=case, is_own_work=True, by=by, at=NOW).state == CaseState.RECEIVED
        return
    with pytest.raises(Refused, match="The last day to hand in was 15 December 2026"):
        hand_in(case=case, is_own_work=True, by=by, at=NOW)


def test_more_time_holds_until_its_last_day(here, case):
    until = SUBMIT_BY + timedelta(days=7)
    Extension.objects.create(case=case, until_on=until, reason="Ill.", given_by=here.lead, given_at=NOW)
    assert hand_in(case=case, is_own_work=True, by=here.acting("person", on=until), at=NOW).state == CaseState.RECEIVED


def test_an_endorsement_after_its_day_is_refused(here):
    case = draft_of(here)
    handed_in_for(case, endorsed_on=SUBMIT_BY)
    with pytest.raises(Refused, match="Your line manager endorsed it on 15 December 2026"):
        hand_in(case=case, is_own_work=True, by=here.acting("person", on=SUBMIT_BY), at=NOW)


def test_nobody_hands_in_for_her(here, case):
    for who in ("manager", "clerk", "lead", "chair"):
        with pytest.raises(Refused, match=NOT_YOURS):
            hand_in(case=case, is_own_work=True, by=here.acting(who), at=NOW)


@pytest.mark.parametrize("state", [state for state in CaseState if state != CaseState.DRAFT])
def test_a_case_that_is_not_in_preparation_is_refused_in_the_same_words(here, state):
    case = case_in(state, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    with pytest.raises(Refused) as refused:
        hand_in(case=case, is_own_work=True, by=here.by, at=NOW)
    assert refused.value.reason == HANDED_IN


def test_somebody_from_outside_hands_in_without_a_manager(here):
    vacancy = VacancyFactory(organisation=here.organisation, is_outside=True)
    person = outsider_of(here.organisation)
    case = case_in(
        CaseState.DRAFT,
        kind=CaseKind.APPOINTMENT,
        organisation=here.organisation,
        person=person,
        vacancy=vacancy,
        is_external=True,
        policy=here.meeting.policy,
    )
    handed_in_for(case)
    done = hand_in(case=case, is_own_work=True, by=as_actor(person), at=NOW)
    assert (done.state, done.manager, told("handed_in")) == (CaseState.RECEIVED, None, {here.lead.pk})


def test_a_newer_version_goes_in_until_it_is_accepted(here, case):
    hand_in(case=case, is_own_work=True, by=here.by, at=NOW)
    newer = handed_in_for(case)
    done = hand_in_again(case=case, by=here.by, at=NOW)
    assert (done.snapshot, done.state, told("handed_in_again")) == (newer, CaseState.RECEIVED, {here.clerk.pk})
    assert Event.objects.get(act="panels.case.hand_in_again").changed == ["manager", "portfolio", "snapshot"]
    with pytest.raises(Refused, match="rests on the latest version"):
        hand_in_again(case=case, by=here.by, at=NOW)


def test_a_newer_version_after_the_last_day_is_refused(here, case):
    hand_in(case=case, is_own_work=True, by=here.by, at=NOW)
    handed_in_for(case)
    with pytest.raises(Refused, match="The last day to hand in was"):
        hand_in_again(case=case, by=here.acting("person", on=SUBMIT_BY + timedelta(days=1)), at=NOW)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (CaseState.DRAFT, HANDED_IN),
        (CaseState.CHANGES_ASKED, HANDED_IN),
        (CaseState.ACCEPTED, ACCEPTED),
        (CaseState.DECIDED, ACCEPTED),
        (CaseState.RELEASED, ACCEPTED),
    ],
)
def test_a_newer_version_is_refused_where_it_is_not_looked_through(here, state, reason):
    case = case_in(state, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    with pytest.raises(Refused) as refused:
        hand_in_again(case=case, by=here.by, at=NOW)
    assert refused.value.reason == reason


@pytest.mark.parametrize("has_formal_open", [True, False])
def test_the_manager_says_yes_or_no_and_may_say_otherwise(here, has_formal_open):
    case = draft_of(here, has_formal_open=not has_formal_open)
    said = vouch(case=case, has_formal_open=has_formal_open, by=here.acting("manager"), at=NOW)
    case.refresh_from_db()
    assert (case.has_formal_open, case.formal_said_by, said.formal_said_at) == (has_formal_open, here.manager, NOW)
    changed = ["formal_said_at", "formal_said_by", "formal_said_for", "has_formal_open"]
    assert Event.objects.get(act="panels.case.vouch").changed == changed


def test_deputys_word_keeps_both_names(here):
    deputy = member_of(here.organisation)
    DeputyFactory(person=here.manager, deputy=deputy, organisation=here.organisation)
    case = draft_of(here)
    said = vouch(case=case, has_formal_open=False, by=as_actor(deputy), at=NOW)
    assert (said.formal_said_by, said.formal_said_for) == (deputy, here.manager)
    event = Event.objects.get(act="panels.case.vouch")
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, here.manager.full_name)
    both = f"{deputy.full_name}, who stands in for {here.manager.full_name},"
    assert known_of(said, on=TODAY).formal_said_by == both
    again = vouch(case=case, has_formal_open=False, by=here.acting("manager"), at=NOW)
    assert (again.formal_said_by, again.formal_said_for) == (here.manager, None)
    assert known_of(again, on=TODAY).formal_said_by == "The line manager"


def test_only_her_manager_gives_the_word(here, case):
    for by in (here.by, here.acting("lead"), here.acting("clerk"), as_actor(member_of(here.organisation))):
        with pytest.raises(Refused, match=NOT_YOURS):
            vouch(case=case, has_formal_open=False, by=by, at=NOW)


@pytest.mark.parametrize("state", [each for each in CaseState if each not in (*BEFORE_ACCEPTED, CaseState.DEFERRED)])
def test_once_accepted_her_word_is_not_asked_in_the_same_words_for_all(here, state):
    case = case_in(state, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    with pytest.raises(Refused) as refused:
        vouch(case=case, has_formal_open=False, by=here.acting("manager"), at=NOW)
    assert refused.value.reason == ACCEPTED
