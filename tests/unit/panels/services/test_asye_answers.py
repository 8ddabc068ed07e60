"""While a panel has a recommendation it is moderated nowhere else; what it asks has a day, and the answer is told."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.models import Enrolment
from asye.selectors.elsewhere import answers_due, moderated_at
from asye.selectors.ending_waiting import to_recommend
from asye.selectors.moderation import elsewhere_for
from asye.services.moderation import record_moderation
from panels.choices.panels import Seat
from panels.models import Case
from panels.services.moderation_cases import begin, give_back
from tests.factories.asye_ending import TESTS, assessing, moderator_of, recommended, result_of
from tests.factories.panel_moderation import moderating, year_recommended
from tests.factories.panels import DecisionFactory, review_of, seat_of
from tests.factories.people import NOW, TODAY, as_actor

pytestmark = pytest.mark.django_db
DUE = TODAY + timedelta(days=10)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def asked(here):
    """A case whose panel asked something of the assessor, and gave it back."""
    _, made = year_recommended(here)
    case = begin(recommendation=made, meeting=here.meeting, by=here.by, at=NOW)
    review_of(case, tests=TESTS, to_assessor="Clear.")
    DecisionFactory(case=case, outcome="queried", decided_on=TODAY, answer_by_on=DUE)
    give_back(case=case, by=as_actor(here.lead), at=NOW)
    Case.objects.filter(pk=case.pk).update(state="released", decided_at=NOW, released_at=NOW)
    return case


def test_recommendation_a_panel_has_is_not_moderated_by_hand(here):
    year, made = year_recommended(here)
    year.refresh_from_db()
    moderator = as_actor(moderator_of(here.organisation))
    assert (moderated_at(year.pk), elsewhere_for(moderator, year)) == ("", "")
    begin(recommendation=made, meeting=here.meeting, by=here.by, at=NOW)
    says = elsewhere_for(moderator, year)
    assert (here.panel.title in says, "recorded there" in says) == (True, True)
    with pytest.raises(Refused) as refused:
        record_moderation(recommendation=made, result=result_of(), by=moderator, at=NOW)
    assert refused.value.reason == says
    assert elsewhere_for(as_actor(year.person), year) == ""


def test_what_left_the_panel_is_moderated_by_hand_again(here):
    year, made = year_recommended(here)
    case = begin(recommendation=made, meeting=here.meeting, by=here.by, at=NOW)
    Case.objects.filter(pk=case.pk).update(state="withdrawn")
    record_moderation(recommendation=made, result=result_of(), by=as_actor(moderator_of(here.organisation)), at=NOW)
    assert Enrolment.objects.get(pk=year.pk).state == "moderated"


def test_assessor_finds_by_when_questions_are_answered_and_is_told_so(asked):
    year = Enrolment.objects.get(pk=asked.recommendation.enrolment_id)
    by = assessing(year)
    assert answers_due([year.pk]) == {year.pk: DUE}
    assert [(each.is_asked, each.due_on) for each in to_recommend(by)] == [(True, DUE)]
    notice = Notice.objects.get(kind="asye.ending.queried", person_id=by.person_id)
    assert f"{DUE.day} {DUE:%B %Y}" in notice.body


def test_chair_is_told_once_the_answer_came(asked):
    year = Enrolment.objects.get(pk=asked.recommendation.enrolment_id)
    chair = seat_of(asked.panel, Seat.CHAIR)
    assert not Notice.objects.filter(kind="panels.moderation.answered").exists()
    recommended(year, answer="The third one.")
    told = Notice.objects.get(kind="panels.moderation.answered", person=chair)
    assert told.url == asked.get_absolute_url()


def test_first_recommendation_tells_no_panel(here):
    year_recommended(here)
    assert not Notice.objects.filter(kind="panels.moderation.answered").exists()
    assert answers_due([]) == {}
