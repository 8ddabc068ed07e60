from datetime import date, timedelta
from decimal import Decimal

import pytest

from pathways.rules.backplan import Need, Terms, plan_back
from pathways.rules.soonest import Closing
from pathways.rules.working_days import Away, Diary, is_working

TODAY = date(2026, 11, 17)
JUNE = Closing(1, on=date(2027, 6, 17), submit_by=date(2027, 5, 14), endorse_by=date(2027, 5, 7))
OBSERVED = Need(code="observed", what="Observation", weeks=4)
FEEDBACK = Need(code="feedback", what="Feedback", weeks=2)


def days(*needs, sitting=JUNE, today=TODAY, **terms):
    plan = plan_back(needs, sitting, terms=Terms(today=today, **terms))
    return {day.code: f"{day.on:%d %b}" for day in plan.days}


def away(first, last):
    return Diary((Away(first, last),))


FRAME = {
    "draft": "01 Apr",
    "freeze": "30 Apr",
    "endorsement": "07 May",
    "submission": "14 May",
    "sitting": "17 Jun",
}


def test_counted_back_from_the_sitting():
    """30 April less four weeks is 2 April 2027, a Friday; Good Friday is 26 March."""
    assert days() == {**FRAME, "draft": "02 Apr"}


def test_what_is_to_be_put_together_comes_one_after_the_other_before_the_draft():
    found = days(OBSERVED, FEEDBACK)

    assert found == {**FRAME, "draft": "02 Apr", "evidence-observed": "19 Mar", "evidence-feedback": "02 Apr"}


def test_weeks_are_longer_for_who_works_part_time():
    """Four weeks at 0.8 are 35 days: 30 April less 35 is Good Friday, so Thursday; two weeks are 18 days."""
    found = days(OBSERVED, FEEDBACK, fte=Decimal("0.8"))

    assert found == {**FRAME, "draft": "25 Mar", "evidence-observed": "05 Mar", "evidence-feedback": "25 Mar"}


def test_dates_move_to_before_her_leave():
    found = days(FEEDBACK, hers=away(date(2027, 3, 30), date(2027, 4, 9)))

    assert found == {**FRAME, "draft": "25 Mar", "evidence-feedback": "25 Mar"}


def test_what_the_manager_does_moves_to_before_her_absence():
    found = days(FEEDBACK, managers=away(date(2027, 5, 5), date(2027, 5, 20)))

    assert found == {
        "evidence-feedback": "30 Mar",
        "draft": "30 Mar",
        "freeze": "27 Apr",
        "endorsement": "04 May",
        "submission": "14 May",
        "sitting": "17 Jun",
    }


def test_what_is_expected_stands_on_its_day_and_asks_for_no_weeks():
    course = Need(code="court", what="Court of Protection", weeks=8, expected_on=date(2027, 1, 21))

    assert days(course, FEEDBACK) == {
        **FRAME,
        "evidence-court": "21 Jan",
        "draft": "02 Apr",
        "evidence-feedback": "02 Apr",
    }


def test_what_is_expected_after_evidence_is_to_be_complete_is_tight():
    plan = plan_back([Need(code="bia", what="BIA", expected_on=date(2027, 5, 5))], JUNE, terms=Terms(today=TODAY))

    assert [(day.code, day.says) for day in plan.days if day.is_tight] == [
        ("evidence-bia", "It comes five days after evidence is to be complete.")
    ]


def test_what_runs_out_is_kept_up_by_its_last_day():
    """Its last day, 5 December 2026, is a Saturday."""
    need = Need(code="observed", what="Observation", runs_out_on=date(2026, 12, 5))
    plan = plan_back([need], JUNE, terms=Terms(today=TODAY))

    assert (plan.days[0].on, plan.days[0].what) == (date(2026, 12, 4), "Observation: keep it up")


def test_no_date_lies_behind_today_and_the_plan_says_that_it_is_tight():
    today = date(2027, 4, 24)  # a Saturday
    plan = plan_back([FEEDBACK], JUNE, terms=Terms(today=today))

    assert [(day.code, day.on, day.says) for day in plan.days[:3]] == [
        ("evidence-feedback", date(2027, 4, 26), "It should have been there by 2 April 2027."),
        ("draft", date(2027, 4, 26), "It should have been there by 2 April 2027."),
        ("freeze", date(2027, 4, 30), ""),
    ]
    assert plan.is_tight


def test_a_plan_with_time_enough_is_not_tight():
    assert not plan_back([OBSERVED], JUNE, terms=Terms(today=TODAY)).is_tight


@pytest.mark.parametrize("on", [date(2028, 2, 29), date(2027, 3, 29), date(2027, 10, 31), date(2027, 1, 31)])
@pytest.mark.parametrize("fte", [Decimal(1), Decimal("0.6"), Decimal("0.01")])
def test_every_date_up_to_handing_in_is_a_working_day_on_which_she_is_there(on, fte):
    """A leap day, Easter, the change of the clock and the end of a month."""
    sitting = Closing(1, on=on + timedelta(weeks=4), submit_by=on, endorse_by=on - timedelta(days=2))
    hers = away(on - timedelta(days=60), on - timedelta(days=30))
    today = on - timedelta(days=300)

    plan = plan_back([OBSERVED, FEEDBACK], sitting, terms=Terms(today=today, fte=fte, hers=hers))

    own = [day.on for day in plan.days if day.kind not in ("sitting", "endorsement")]
    assert [day for day in own if not is_working(day) or hers.is_away(day) or day < today] == []
    assert [day.on for day in plan.days] == sorted(day.on for day in plan.days)
