"""Withdrawn, put off and taken up again; and more time to hand in."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.models import AgendaItem, Case, Extension, Meeting
from panels.rules.handing_in import WITH_THE_MEETING
from panels.selectors.portfolios import opened_as
from panels.services.extending import extend
from panels.services.leaving import NO_SITTING, ON_TABLE, ROUND, put_off, take_up, withdraw
from panels.services.locking import NOT_YOURS
from tests.factories.panel_cases import SITS_ON, SUBMIT_BY, council, draft_of, sitting_taken_up
from tests.factories.panels import AssignmentFactory, PanelFactory, case_in
from tests.factories.people import NOW
from tests.factories.portfolios import PortfolioFactory

pytestmark = pytest.mark.django_db
GONE = [CaseState.DECIDED, CaseState.RELEASED, CaseState.WITHDRAWN]


@pytest.fixture
def here():
    return council()


def case_of(here, state=CaseState.RECEIVED, **said):
    given = {"panel": here.panel, "person": here.person, "sitting": here.meeting.sitting, "manager": here.manager}
    return case_in(state, **{**given, **said})


def on_agenda(here, *, item="waiting", meeting="gathering"):
    case = case_of(here, CaseState.ON_AGENDA)
    began = {"began_at": NOW} if item == "on_table" else {}
    AgendaItem.objects.create(meeting=here.meeting, case=case, position=1, state=item, **began)
    opened = {} if meeting == "gathering" else {"opened_at": NOW}
    closed = {"closed_at": NOW} if meeting == "closed" else {}
    Meeting.objects.filter(pk=here.meeting.pk).update(state=meeting, **opened, **closed)
    return case


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=f"panels.case.{kind}").values_list("person_id", flat=True))


@pytest.mark.parametrize("because", ["", "She moves away."])
def test_a_candidate_withdraws_with_or_without_a_word(here, because):
    case = case_of(here, CaseState.IN_REVIEW)
    reviewer = AssignmentFactory(case=case).person
    gone = withdraw(case=case, because=because, by=here.by, at=NOW)
    assert (gone.state, gone.withdrawn_because) == (CaseState.WITHDRAWN, because)
    assert told("withdrawn") == {here.clerk.pk, here.chair.pk, here.manager.pk, reviewer.pk}


def test_a_reviewer_who_judges_without_names_is_told_by_number(here):
    case = case_of(here, CaseState.IN_REVIEW, names="blind")
    reviewer = AssignmentFactory(case=case).person
    withdraw(case=case, because="", by=here.by, at=NOW)
    notice = Notice.objects.get(person=reviewer)
    assert (f"Case {case.pk}" in notice.subject, here.person.full_name in notice.subject + notice.body) == (True, False)


def test_a_case_on_the_agenda_leaves_it(here):
    case = on_agenda(here)
    withdraw(case=case, because="", by=here.by, at=NOW)
    assert AgendaItem.objects.get().is_off is True


@pytest.mark.parametrize("meeting", ["open", "closed"])
def test_once_the_meeting_has_opened_it_stays(here, meeting):
    case = on_agenda(here, meeting=meeting)
    with pytest.raises(Refused, match=WITH_THE_MEETING):
        withdraw(case=case, because="", by=here.by, at=NOW)


def test_a_decided_case_is_refused_in_the_words_of_one_on_the_agenda(here):
    with pytest.raises(Refused) as refused:
        withdraw(case=case_of(here, CaseState.DECIDED), because="", by=here.by, at=NOW)
    assert refused.value.reason == WITH_THE_MEETING


def test_a_word_that_is_too_long_and_a_case_that_is_over_are_refused(here):
    with pytest.raises(Refused) as refused:
        withdraw(case=case_of(here), because="x" * 501, by=here.by, at=NOW)
    assert refused.value.field == "because"
    with pytest.raises(Refused, match="nothing left to withdraw"):
        withdraw(case=case_of(here, CaseState.RELEASED), because="", by=here.by, at=NOW)


def test_nobody_withdraws_it_for_her(here):
    for who in ("manager", "clerk", "chair", "lead"):
        with pytest.raises(Refused, match=NOT_YOURS):
            withdraw(case=case_of(here, step=f"to-{who}"), because="", by=here.acting(who), at=NOW)


@pytest.mark.parametrize("who", ["clerk", "chair", "lead"])
def test_who_runs_the_panel_puts_it_off_with_a_reason(here, who):
    case = case_of(here, CaseState.IN_REVIEW)
    moved = put_off(case=case, reason=" She is on leave. ", to=None, by=here.acting(who), at=NOW)
    assert (moved.state, moved.put_off_because, moved.sitting) == (
        CaseState.DEFERRED,
        "She is on leave.",
        here.meeting.sitting,
    )
    assert Event.objects.get(act="panels.case.put_off").note == "She is on leave."
    everybody = {here.person.pk, here.manager.pk, here.clerk.pk, here.chair.pk}
    assert told("put_off") == everybody - {getattr(here, who).pk}


def test_nobody_has_it_to_judge_any_more(here):
    case = case_of(here, CaseState.IN_REVIEW)
    waiting, done = AssignmentFactory(case=case), AssignmentFactory(case=case, state="done")
    put_off(case=case, reason="Leave.", to=None, by=here.acting("clerk"), at=NOW)
    for given in (waiting, done):
        given.refresh_from_db()
        assert (given.state, given.reason, given.ended_at) == ("taken_off", ROUND, NOW)
    told_off = Notice.objects.filter(kind="panels.assignment.taken_off").values_list("person_id", flat=True)
    assert list(told_off) == [waiting.person_id]
    assert Event.objects.filter(act="panels.assignment.end").count() == 2


def test_the_sitting_it_is_put_off_to_is_kept(here):
    later = sitting_taken_up(here.panel, later=90)
    moved = put_off(case=case_of(here), reason="Leave.", to=later, by=here.acting("clerk"), at=NOW)
    assert (moved.sitting, moved.panel) == (later.sitting, here.panel)


def test_a_sitting_of_another_purpose_is_refused_at_its_question(here):
    other = sitting_taken_up(PanelFactory(organisation=here.organisation, purpose="moderation"), later=90)
    for act in (
        lambda: put_off(case=case_of(here), reason="Leave.", to=other, by=here.acting("clerk"), at=NOW),
        lambda: take_up(
            case=case_of(here, CaseState.DEFERRED, step="to-bg12"), meeting=other, by=here.acting("clerk"), at=NOW
        ),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert (refused.value.reason, refused.value.field) == (NO_SITTING, "sitting")


def test_a_post_by_interview_has_no_sitting_to_go_to(here):
    case = case_in(CaseState.RECEIVED, kind=CaseKind.APPOINTMENT, organisation=here.organisation)
    with pytest.raises(Refused, match=NO_SITTING):
        put_off(case=case, reason="Leave.", to=here.meeting, by=here.acting("lead"), at=NOW)


@pytest.mark.parametrize(("reason", "match"), [("", "Write why it is put off"), ("x" * 501, "at most 500")])
def test_putting_off_asks_for_a_reason(here, reason, match):
    with pytest.raises(Refused, match=match):
        put_off(case=case_of(here), reason=reason, to=None, by=here.acting("clerk"), at=NOW)


@pytest.mark.parametrize("state", GONE)
def test_what_is_decided_or_over_is_not_put_off(here, state):
    with pytest.raises(Refused, match="Only a case that is not decided"):
        put_off(case=case_of(here, state), reason="Leave.", to=None, by=here.acting("clerk"), at=NOW)


def test_a_case_on_the_table_is_decided_or_put_back_first(here):
    case = on_agenda(here, item="on_table", meeting="open")
    with pytest.raises(Refused, match=ON_TABLE):
        put_off(case=case, reason="Leave.", to=None, by=here.acting("chair"), at=NOW)


def test_who_is_not_of_the_panel_puts_nothing_off(here):
    for who in ("person", "manager"):
        with pytest.raises(Refused, match=NOT_YOURS):
            put_off(case=case_of(here, step=f"to-{who}"), reason="Leave.", to=None, by=here.acting(who), at=NOW)


def test_it_is_taken_up_for_a_sitting_and_looked_through_anew(here):
    case = case_of(here, CaseState.DEFERRED)
    later = sitting_taken_up(here.panel, later=90)
    taken = take_up(case=case, meeting=later, by=here.acting("clerk"), at=NOW)
    assert (taken.state, taken.sitting, taken.put_off_because, taken.accepted_at, taken.reviews_in_at) == (
        CaseState.RECEIVED,
        later.sitting,
        "",
        None,
        None,
    )
    assert told("taken_up") == {here.person.pk, here.manager.pk, here.chair.pk}


def test_only_what_was_put_off_is_taken_up(here):
    with pytest.raises(Refused, match="Only a case that was put off"):
        take_up(case=case_of(here), meeting=here.meeting, by=here.acting("clerk"), at=NOW)


def test_more_time_is_given_with_a_reason_and_told(here):
    case, until = draft_of(here), SUBMIT_BY + timedelta(days=7)
    made = extend(case=case, until_on=until, reason=" She was ill. ", by=here.acting("lead"), at=NOW)
    assert (made.case, made.until_on, made.reason, made.given_by) == (case, until, "She was ill.", here.lead)
    assert (told("extended"), here.meeting.sitting.submit_by) == ({here.person.pk, here.clerk.pk}, SUBMIT_BY)
    assert Event.objects.get(act="panels.case.extend").about_id == here.person.pk


@pytest.mark.parametrize("is_handed_in", [False, True])
def test_portfolio_opened_for_it_takes_the_last_day_she_has(here, is_handed_in):
    case = draft_of(here)
    source, reference = opened_as(case)
    standing = {"state": "submitted", "endorsed_at": NOW, "submitted_at": NOW} if is_handed_in else {}
    its = {"person": here.person, "organisation": here.organisation, "due_on": SUBMIT_BY}
    portfolio = PortfolioFactory(source=source, reference=reference, **its, **standing)
    until = SUBMIT_BY + timedelta(days=7)
    extend(case=case, until_on=until, reason="Ill.", by=here.acting("lead"), at=NOW)
    extend(case=case, until_on=until - timedelta(days=1), reason="Ill.", by=here.acting("lead"), at=NOW)
    portfolio.refresh_from_db()
    assert portfolio.due_on == (SUBMIT_BY if is_handed_in else until)


@pytest.mark.parametrize(
    ("until", "reason", "match"),
    [
        (SUBMIT_BY, "Ill.", "The last day is 15 December 2026 as it is"),
        (SITS_ON, "Ill.", "The panel meets on 12 January 2027"),
        (SUBMIT_BY + timedelta(days=7), "", "Write why she has more time"),
    ],
)
def test_more_time_without_a_later_day_or_a_reason_is_refused(here, until, reason, match):
    with pytest.raises(Refused, match=match):
        extend(case=draft_of(here), until_on=until, reason=reason, by=here.acting("lead"), at=NOW)


def test_of_a_vacancy_more_time_runs_past_its_last_day(here):
    case = case_in(CaseState.DRAFT, kind=CaseKind.APPOINTMENT, organisation=here.organisation)
    until = case.vacancy.closes_on + timedelta(days=60)
    assert extend(case=case, until_on=until, reason="Ill.", by=here.acting("lead"), at=NOW).until_on == until


@pytest.mark.parametrize("state", [each for each in CaseState if each not in BEFORE_ACCEPTED])
def test_once_it_is_accepted_there_is_no_more_time(here, state):
    with pytest.raises(Refused, match="It is accepted, or over"):
        extend(
            case=case_of(here, state),
            until_on=SUBMIT_BY + timedelta(days=7),
            reason="Ill.",
            by=here.acting("lead"),
            at=NOW,
        )


def test_only_the_lead_gives_more_time(here):
    case = draft_of(here)
    for who in ("person", "manager", "clerk", "chair"):
        with pytest.raises(Refused, match=NOT_YOURS):
            extend(case=case, until_on=SITS_ON - timedelta(days=1), reason="Ill.", by=here.acting(who), at=NOW)
    assert (Extension.objects.count(), Case.objects.count()) == (0, 1)
