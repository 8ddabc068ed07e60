from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.models import Registration
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import Recommendation
from asye.rules.policy import PLAIN
from asye.selectors.held import missing_in
from asye.selectors.recommendations import recommendations_for
from asye.services.moderation import record_moderation
from asye.services.recommending import recommend
from tests.factories.asye import AsyePolicyFactory, ConcernFactory, policy_content
from tests.factories.asye_ending import (
    FAILED,
    assessing,
    moderator_of,
    recommended,
    report_on,
    result_of,
    ripe,
)
from tests.factories.people import NOW, TODAY, RegistrationFactory, as_actor


def test_the_assessor_recommends_and_she_reads_it_at_once(world):
    made = recommended(world.year, strengths="She listens.")
    world.year.refresh_from_db()
    assert (made.number, made.outcome, made.person, world.year.state) == (
        1,
        "pass",
        world.assessor,
        EnrolmentState.RECOMMENDED,
    )
    read = recommendations_for(world.acting("nqsw"), world.year)
    assert [(each.recommendation.strengths, each.answer) for each in read] == [("She listens.", "")]


def test_what_is_missing_is_kept_in_the_order_of_the_checklist_with_its_reason(world):
    """Also as the database gives it back: it keeps no order of names."""
    recommended(world.year)
    kept = Recommendation.objects.get().gaps
    titles = [check.title for check in missing_in(world.year, on=TODAY)]
    assert kept == [{"title": title, "why": "It follows this week."} for title in titles]
    assert [titles[0], titles[-1]] == ["Support and assessment agreement", "Portfolio handed in"]
    assert titles != sorted(titles, key=lambda title: (len(title), title))


def test_she_and_the_co_ordinator_are_told(world):
    recommended(world.year)
    told = Notice.objects.filter(kind="asye.ending.recommended").values_list("person_id", flat=True)
    assert set(told) == {world.nqsw.pk, world.coordinator.pk}


@pytest.mark.parametrize("name", ["manager", "practice_assessor", "coordinator", "nqsw", "colleague"])
def test_nobody_else_recommends(world, name):
    ripe(world.year)
    with pytest.raises(Refused, match="somebody else"):
        recommend(enrolment=world.year, report=report_on(world.year), by=world.acting(name), at=NOW)
    assert not Recommendation.objects.exists()


def test_where_the_policy_says_so_the_practice_assessor_recommends(world):
    rules = replace(PLAIN, recommends=Role.PRACTICE_ASSESSOR)
    world.year.policy = AsyePolicyFactory(content=policy_content(rules=rules))
    world.year.save(update_fields=["policy"])
    ripe(world.year)
    RegistrationFactory(person=world.practice_assessor)
    by = world.acting("practice_assessor")
    made = recommend(enrolment=world.year, report=report_on(world.year), by=by, at=NOW)
    assert made.person == world.practice_assessor


@pytest.mark.parametrize(("days", "is_live"), [(0, True), (-1, False)])
def test_the_assessor_is_registered_on_the_day(world, days, is_live):
    ripe(world.year)
    Registration.objects.filter(person=world.assessor).update(expires_on=NOW.date() + timedelta(days=days))
    if is_live:
        assert recommended(world.year).number == 1
        return
    with pytest.raises(Refused, match="live registration"):
        recommended(world.year)


def test_a_year_that_is_not_under_way_is_not_recommended(world):
    with pytest.raises(Refused, match="agreement due"):
        recommend(enrolment=world.year, report=report_on(world.year), by=world.acting("assessor"), at=NOW)


def test_a_gap_without_a_sentence_is_refused_at_its_question(world):
    ripe(world.year)
    with pytest.raises(Refused) as refused:
        recommend(enrolment=world.year, report=report_on(world.year, gaps={}), by=assessing(world.year), at=NOW)
    assert refused.value.field == "gap_agreement"
    world.year.refresh_from_db()
    assert world.year.state == EnrolmentState.ACTIVE


def test_a_fail_nobody_foresaw_says_why_and_keeps_notice_and_appeal(world):
    with pytest.raises(Refused) as refused:
        recommended(world.year, **FAILED)
    assert refused.value.field == "unforeseen"
    made = recommended(world.year, unforeseen="It happened in the last month.", **FAILED)
    assert (made.unforeseen, made.notice_on, made.appeal) == (
        "It happened in the last month.",
        NOW.date(),
        "To the panel, within ten days.",
    )


def test_a_fail_after_a_concern_recorded_before_needs_no_reason(world):
    ConcernFactory(enrolment=world.year, raised_by=world.assessor, raised_at=NOW - timedelta(days=90))
    assert recommended(world.year, **FAILED).unforeseen == ""


def test_a_concern_of_the_same_day_is_no_warning(world):
    ConcernFactory(enrolment=world.year, raised_by=world.assessor, raised_at=NOW)
    with pytest.raises(Refused) as refused:
        recommended(world.year, **FAILED)
    assert refused.value.field == "unforeseen"


def test_what_belongs_to_a_fail_is_not_kept_with_a_pass(world):
    made = recommended(world.year, notice_on=NOW.date(), appeal="Words.", unforeseen="Words.")
    assert (made.notice_on, made.appeal, made.unforeseen) == (None, "", "")


def test_after_a_query_the_next_number_answers_the_questions(world):
    first, moderator = recommended(world.year), moderator_of(world.organisation)
    query = result_of(result="queried", to_assessor="Where is the third observation?")
    record_moderation(recommendation=first, result=query, by=as_actor(moderator), at=NOW)
    with pytest.raises(Refused) as refused:
        recommended(world.year)
    assert refused.value.field == "answer"
    second = recommended(world.year, answer="It was in June.")
    assert (second.number, second.answer) == (2, "It was in June.")
    read = {name: recommendations_for(world.acting(name), world.year)[0].answer for name in ("assessor", "coordinator")}
    assert read == {"assessor": "It was in June.", "coordinator": "It was in June."}
    assert [each.answer for each in recommendations_for(world.acting("nqsw"), world.year)] == ["", ""]
