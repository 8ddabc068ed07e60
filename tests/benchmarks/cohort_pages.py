"""Pages of the co-ordinator's desk: `python -m tests.benchmarks.cohort_pages`.

Makes an employer with 12 years of newly qualified social workers and one with 500, each with its dates, reviews, weeks,
sessions of supervision, workshops and answers for monitoring, in a database in memory; every third has something that
is late, every fifth a signal, every tenth was moderated. Tells for each page of the desk how many queries it takes, its
time as a multiple of an empty page of the same layout, and how big it is.
"""

import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.benchmarks.in_memory import run

SIZES = (12, 500)
WEEKS = 12
# The first answer is that of most, as it is among those who answer.
ANSWERS = {"sex": ("female", "female", "male"), "disability": ("no", "no", "no", "limits", "not-said")}


def pages(years: int) -> dict[str, tuple[Any, str]]:
    """Who asks for which pages. The empty one comes first."""
    from django.urls import reverse

    lead, first = employer_with(years)
    found = {
        "empty page": reverse("empty"),
        "board": reverse("asye:cohort"),
        "act now": f"{reverse('asye:cohort')}?show=act",
        "load": reverse("asye:load"),
        "workshops": reverse("asye:workshops"),
        "moderation": reverse("asye:moderation-summary"),
        "equality": reverse("asye:equality"),
        "return": reverse("asye:national-return"),
        "a record": first.get_absolute_url(),
    }
    return {name: (lead, address) for name, address in found.items()}


def employer_with(years: int) -> tuple[Any, Any]:
    """An employer with so many years; the account of its academy lead, and the first of them."""
    from academy.people.choices import RoleCode
    from asye.rules.parts_of_policy import Group
    from asye.rules.policy import PLAIN
    from tests.factories.asye import AsyePolicyFactory, policy_content
    from tests.factories.identity import OrganisationFactory
    from tests.factories.people import TODAY, account_of, holder_of
    from tests.factories.training import CourseFactory, TrainingEventFactory

    here = OrganisationFactory()
    group = Group(code="workshops", title="Workshops", every_months=1, courses=("workshop",))
    policy = AsyePolicyFactory(content=policy_content(replace(PLAIN, groups=(group,))))
    course = CourseFactory(organisation=here, code="workshop")
    days = [TODAY + timedelta(days=each) for each in (-40, -10, 20)]
    events = [TrainingEventFactory(course=course, starts_on=day, ends_on=day) for day in days]
    made = [_year(number, here, policy, events=events) for number in range(years)]
    return account_of(holder_of(RoleCode.ACADEMY_LEAD, here)), made[0]


def _year(number: int, here: Any, policy: Any, *, events: list[Any]) -> Any:
    """One of them; what is not so goes by its number."""
    from tests.factories.asye import (
        MilestoneFactory,
        ModerationFactory,
        RecommendationFactory,
        ReviewFactory,
        SignalFactory,
        WeekFactory,
    )
    from tests.factories.asye_cohort import supported_year
    from tests.factories.monitoring import MonitoringAnswerFactory
    from tests.factories.people import TODAY
    from tests.factories.training import BookingFactory

    starts_on = TODAY - timedelta(days=100 + number % 60)
    year = supported_year(here, policy=policy, starts_on=starts_on, qualified_on=starts_on - timedelta(days=90))
    late = -7 if number % 3 == 0 else 21
    for code, kind, days in (("review-3", "review", late), ("panel", "panel", 240), ("end", "end", 265)):
        milestone = MilestoneFactory(enrolment=year, code=code, kind=kind, due_on=TODAY + timedelta(days=days))
        if kind == "review":
            ReviewFactory(milestone=milestone)
    monday = TODAY - timedelta(days=TODAY.weekday())
    for each in range(1, WEEKS + 1):
        WeekFactory(enrolment=year, week_on=monday - each * timedelta(days=7), supervised=each % 2 == 0)
    if number % 5 == 0:
        SignalFactory(enrolment=year)
    if number % 10 == 0:
        ModerationFactory(recommendation=RecommendationFactory(enrolment=year), moderated_on=TODAY)
    for event in events[: number % 4]:
        BookingFactory(event=event, person=year.person, state="attended" if event.starts_on < TODAY else "held")
    for question, answers in ANSWERS.items():
        MonitoringAnswerFactory(person=year.person, question=question, answer=answers[number % len(answers)])
    return year


if __name__ == "__main__":
    sys.exit(run(pages, SIZES, what="years"))
