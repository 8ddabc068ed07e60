"""Who is reminded of an observation, when, and in which words."""

from datetime import timedelta

import pytest
from django.db.models import F

from academy.engines.reminders.deadlines import Asked, Told
from portfolios.models import Evidence
from portfolios.reminders.observations import OBSERVER, PLANNED, REFLECTED, WRITTEN
from tests.factories.identity import TODAY
from tests.factories.observations import DAY, planned, planned_outside, reflected, written
from tests.factories.people import NOW


def found(deadline, first, last):
    return [
        (row.pk, row.due)
        for each in deadline.find(Asked(TODAY, first, last))
        for row in each.rows.annotate(due=F(each.due)).filter(due__range=(first, last)).order_by("pk")
    ]


def test_both_hear_two_days_before_and_seven_days_after_the_planned_day(council):
    asked = planned(council.author, council.manager)
    written(planned(council.author, council.manager))

    assert found(PLANNED, DAY, DAY) == [(asked.pk, DAY)]
    assert [(offset.days, len(offset.to)) for offset in PLANNED.offsets] == [(-2, 2), (7, 2)]


def test_reflection_and_judgement_are_waited_for_from_their_day(council):
    answered = written(planned(council.author, council.manager))
    waiting = reflected(planned(council.author, council.manager))

    assert found(WRITTEN, TODAY, TODAY) == [(answered.pk, NOW.date())]
    assert found(REFLECTED, TODAY, TODAY) == [(waiting.pk, NOW.date())]


def test_observer_with_an_account_is_reminded_and_nobody_outside(council):
    planned(council.author, council.manager)
    planned_outside(council.author)

    rows = Evidence.objects.order_by("pk").annotate(who=OBSERVER.of(TODAY))
    assert [row.who for row in rows] == [council.manager.pk, None]


@pytest.mark.parametrize(
    ("deadline", "is_own", "days", "words", "page"),
    [
        (PLANNED, True, -2, "Your observation is planned for", "/portfolio/evidence/7/"),
        (PLANNED, False, 7, "Nothing is written yet.", "/portfolio/observations/7/write/"),
        (WRITTEN, True, 7, "It waits for your reflection.", "/portfolio/observations/7/reflect/"),
        (REFLECTED, False, 7, "It waits for the observer’s judgement.", "/portfolio/observations/7/judge/"),
        (REFLECTED, True, 7, "Your reflection on an observation was written on", "/portfolio/evidence/7/"),
    ],
)
def test_line_says_what_waits_and_leads_to_where_it_is_done(council, deadline, is_own, days, words, page):
    on = DAY + timedelta(days=days)

    line = deadline.line(Told(subject_id=7, about=council.author, is_own=is_own, due_on=DAY, on=on))

    assert (words in line.what, line.url) == (True, page)
