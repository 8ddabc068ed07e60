"""Questions of a panel remind who recommended before their day and the academy lead after it; a draw its reader."""

from datetime import timedelta

import pytest

from academy.engines.reminders.deadlines import Asked, Told
from asye.models import Enrolment
from panels.reminders.moderation import ANSWER, READ
from panels.services.samples import draw_sample
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panels import DecisionFactory
from tests.factories.people import NOW, TODAY, member_of
from tests.unit.panels.services.test_packs import cleared, named
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = pytest.mark.django_db
DUE = TODAY + timedelta(days=10)
ASKED = Asked(on=TODAY, first=TODAY, last=TODAY + timedelta(days=30))


def asked_back(here):
    case = given_back(here, outcome="deferred")
    DecisionFactory(case=case, number=2, outcome="queried", decided_on=TODAY, answer_by_on=DUE)
    Enrolment.objects.filter(pk=case.recommendation.enrolment_id).update(state="active")
    return case


def found(deadline):
    return [row for each in deadline.find(ASKED) for row in each.rows.values_list(each.subject, each.person, each.due)]


def test_questions_remind_until_they_are_answered():
    here = moderating()
    case = asked_back(here)
    year = case.recommendation.enrolment
    assert found(ANSWER) == [(year.pk, case.person_id, DUE)]
    assert [[each.words for each in offset.to] for offset in ANSWER.offsets] == [
        ["who recommended it"],
        ["who recommended it"],
        ["who recommended it", "the academy lead"],
    ]
    year.recommendations.create(
        number=2, outcome="pass", report="Again.", recommended_at=NOW, person_id=case.recommendation.person_id
    )
    assert found(ANSWER) == []


def test_year_that_stands_still_reminds_nobody():
    case = asked_back(moderating())
    Enrolment.objects.filter(pk=case.recommendation.enrolment_id).update(state="paused")
    assert found(ANSWER) == []


@pytest.mark.parametrize(("days", "verb"), [(3, "are"), (-2, "were")])
def test_line_says_that_something_is_asked_and_never_what(days, verb):
    case = asked_back(moderating())
    year = case.recommendation.enrolment_id
    told = Told(subject_id=year, about=case.person, is_own=False, due_on=TODAY + timedelta(days=days), on=TODAY)
    line = ANSWER.line(told)
    assert f"{case.person.full_name}’s ASYE {verb} to be answered by" in line.what
    assert line.url == f"/asye/{year}/final/"


def test_draw_reminds_its_reader_while_something_is_to_be_read():
    here = moderating()
    given_back(here)
    sampled = draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW).drawn.get()
    guest = member_of(here.organisation, kind="guest")
    named(sampled, guest, here, until_on=DUE)
    assert found(READ) == []
    cleared(sampled, here.by)
    assert found(READ) == [(sampled.sample_id, guest.pk, DUE)]
    told = Told(subject_id=sampled.sample_id, about=guest, is_own=True, due_on=DUE, on=TODAY)
    assert READ.line(told).url == f"/panels/moderation/outside/{sampled.sample_id}/"
