"""Leavers counted without names, and who stayed after qualifying."""

from datetime import date, timedelta

import pytest

from academy.people.rules.qualifying import Retention
from academy.people.selectors.leavers import leavers_report, period, present_leaving, rows_of
from academy.people.selectors.qualifying import jobs_towards, retention_in
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.leaving import LeavingFactory, QualifyingSupportFactory
from tests.factories.people import JobRoleFactory, PostFactory

pytestmark = pytest.mark.django_db


def left(council, count, **values):
    return [LeavingFactory(organisation=council, **{"last_on": date(2026, 6, 30), **values}) for _ in range(count)]


@pytest.mark.parametrize(
    ("back", "expected"),
    [(0, (date(2025, 11, 17), date(2026, 11, 16))), (2, (date(2023, 11, 17), date(2024, 11, 16)))],
)
def test_period_is_twelve_months_that_are_over(back, expected):
    assert period(back=back, on=TODAY) == expected


def test_report_counts_by_length_of_service_and_why_and_hides_few():
    council = OrganisationFactory()
    left(council, 6, joined_on=date(2023, 1, 1), reasons=["progression", "pay"], destination="council")
    left(council, 2, joined_on=date(2026, 1, 1), reasons=["pay"], destination="health")
    left(council, 5, joined_on=date(2010, 1, 1))
    left(council, 1, state="taken_back", taken_back_at="2026-01-01T00:00Z")
    left(council, 1, last_on=date(2025, 1, 1))
    left(OrganisationFactory(), 1)
    for _ in range(20):
        PostFactory(organisation=council)
    report = leavers_report(council.pk, back=0, on=TODAY)
    assert (report.leavers, str(report.turnover), report.at_start, report.at_end) == (13, "65.0", 20, 20)
    assert [(line.words, line.count, line.is_watched) for line in report.bands] == [
        ("Under a year", None, False),
        ("1 to 3 years", 0, False),
        ("3 to 5 years", 6, True),
        ("5 to 10 years", 0, False),
        ("10 years and more", None, False),
    ]
    assert report.asked == 8
    assert [(line.words, line.count) for line in report.reasons] == [
        ("Pay and conditions", 8),
        ("Lack of opportunity or progression", 6),
    ]
    assert [(line.words, line.count) for line in report.destinations] == [
        ("Another council", None),
        ("The health service", None),
    ]
    rows = list(rows_of(report))
    assert rows[:3] == [
        ("Period", "2025-11-17 to 2026-11-16", "13"),
        ("Turnover in per cent", "", "65.0"),
        ("Length of service", "Under a year", "hidden"),
    ]


def test_report_of_few_leavers_shows_nothing_of_them():
    council = OrganisationFactory()
    left(council, 4, reasons=["family"])
    report = leavers_report(council.pk, back=0, on=TODAY)
    assert (report.leavers, report.turnover, report.asked, report.reasons) == (None, None, None, ())
    assert {line.count for line in report.bands} == {None}
    assert list(rows_of(report))[1] == ("Turnover in per cent", "", "")


def test_reasons_named_by_few_are_one_line():
    council = OrganisationFactory()
    left(council, 5, reasons=["pay"])
    left(council, 1, reasons=["family"])
    report = leavers_report(council.pk, back=0, on=TODAY)
    assert [(line.words, line.count) for line in report.reasons] == [
        ("Pay and conditions", 5),
        ("Other reasons, each named by few", None),
    ]


@pytest.mark.parametrize(("days", "found"), [(0, True), (1, True), (-1, False)])
def test_event_is_present_until_its_last_day(days, found):
    event = LeavingFactory(last_on=TODAY + timedelta(days=days))
    present = present_leaving(event.person_id, event.organisation_id, on=TODAY)
    assert (present == event) is found


def test_staying_after_qualifying_follows_her_posts_there():
    council = OrganisationFactory()
    for until_on in (None, date(2024, 9, 1), date(2025, 12, 31)):
        support = QualifyingSupportFactory(organisation=council, qualified_on=date(2024, 1, 31))
        PostFactory(person=support.person, organisation=council, until_on=until_on)
    QualifyingSupportFactory(organisation=council)
    QualifyingSupportFactory(qualified_on=date(2024, 1, 31))
    moved = QualifyingSupportFactory(organisation=council, qualified_on=date(2024, 1, 31))
    PostFactory(person=moved.person, organisation=council, until_on=date(2024, 2, 29), is_primary=False)
    PostFactory(person=moved.person, organisation=council, from_on=date(2024, 3, 1))
    assert retention_in(council.pk, on=TODAY) == [
        Retention(1, 4, 3),
        Retention(2, 4, 2),
        Retention(3, 0, 0),
        Retention(5, 0, 0),
    ]


def test_support_leads_to_registered_jobs_of_two_professions():
    JobRoleFactory(title="Social worker")
    JobRoleFactory(title="Occupational therapist", profession="occupational_therapist")
    JobRoleFactory(profession="support_worker")
    JobRoleFactory(is_registered=False)
    assert [job.title for job in jobs_towards()] == ["Occupational therapist", "Social worker"]
