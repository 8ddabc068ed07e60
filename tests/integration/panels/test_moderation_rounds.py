"""An ASYE from its recommendation through a panel and back: sent back with questions, recommended again, confirmed."""

from datetime import timedelta

import pytest

from academy.engines.notify.models import Notice
from asye.choices.enrolments import EnrolmentState
from asye.models import Moderation
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Seat
from panels.models import Case
from panels.rules.deciding import Proposed
from panels.selectors.moderating import moderation_checks
from panels.services.agenda import put_on
from panels.services.assigning import ask, take_on
from panels.services.deciding import Recorded, decide
from panels.services.items import call
from panels.services.meetings import close_meeting, open_meeting
from panels.services.moderation_cases import put_to
from panels.services.presence import arrive
from panels.services.releasing import release
from panels.services.reviewing import hand_in
from tests.factories.asye_ending import recommended
from tests.factories.judging import moderated
from tests.factories.panel_cases import sitting_taken_up
from tests.factories.panel_moderation import moderating, year_recommended
from tests.factories.panels import seat_of
from tests.factories.people import NOW, as_actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def judged(here, case, **said):
    """Everybody asked takes it on and hands in."""
    for given in case.assignments.filter(state="asked").order_by("pk"):
        by = as_actor(given.person)
        taken = take_on(assignment=given, by=by, at=NOW)
        checks = {check.code: check.is_met for check in moderation_checks(case, actor=by)}
        hand_in(assignment=taken, said=moderated(checks, **said), by=by, at=NOW)


def met(here, case, *, meeting, outcome, wording):
    """The case comes on the agenda and on the table, is decided, and everything of the sitting is told."""
    chair = as_actor(seat_of(here.panel))
    for member in here.panel.members.exclude(seat=Seat.CLERK):
        arrive(meeting=meeting, person=member.person, by=as_actor(member.person), at=NOW)
    item = put_on(case=case, meeting=meeting, by=chair, at=NOW)
    meeting = open_meeting(meeting=meeting, by=chair, at=NOW)
    item = call(item=item, by=chair, at=NOW)
    decision = Recorded(proposed=Proposed(outcome=outcome, wording=wording, reasons="The reviewers agree."))
    decide(item=item, said=decision, by=chair, at=NOW)
    meeting = close_meeting(meeting=meeting, by=chair, at=NOW)
    release(meeting=meeting, by=as_actor(here.lead), at=NOW)


def test_year_sent_back_with_questions_comes_to_the_same_reviewers_and_is_confirmed():
    here = moderating()
    year, first = year_recommended(here)
    (case,) = put_to(recommendations=[first], meeting=here.meeting, by=here.by, at=NOW)
    reviewers = [seat.person for seat in here.panel.members.filter(seat=Seat.MEMBER).order_by("pk")[:2]]
    for person in reviewers:
        ask(case=case, person=person, by=here.by, at=NOW)
    judged(here, case, view="query", to_assessor="Which observation shows it?")
    met(here, case, meeting=here.meeting, outcome="queried", wording="Name the third observation.")
    year.refresh_from_db()
    sent_back = Moderation.objects.get()
    assert (year.state, sent_back.result, sent_back.to_assessor) == (
        EnrolmentState.ACTIVE,
        "queried",
        "Name the third observation.\n\nWhich observation shows it?\n\nWhich observation shows it?",
    )

    second = recommended(year, answer="That of May.", at=NOW + timedelta(hours=1))
    later = sitting_taken_up(here.panel, later=30)
    (again,) = put_to(recommendations=[second], meeting=later, by=here.by, at=NOW)
    again.refresh_from_db()
    asked = [each.person for each in again.assignments.order_by("pk")]
    assert (again.earlier, again.state, asked) == (case, CaseState.IN_REVIEW, reviewers)
    judged(here, again)
    met(here, again, meeting=later, outcome="confirmed", wording="The recommendation is confirmed.")
    year.refresh_from_db()
    assert (year.state, list(second.moderations.values_list("result", "to_nqsw"))) == (
        EnrolmentState.MODERATED,
        [("confirmed", "Well done.\n\nWell done.")],
    )
    assert set(Case.objects.values_list("state", "kind")) == {(CaseState.RELEASED, CaseKind.MODERATION)}
    # Neither she nor her manager hears anything from the panel itself.
    mine = Notice.objects.filter(person=year.person).exclude(kind__startswith="asye.")
    assert mine.count() == 0
