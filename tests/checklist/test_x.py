"""What follows from reading the five sources together, shown through the portal."""

import pytest

from academy.frameworks.models import FrameworkVersion
from academy.people.choices import AnnotationKind, MembershipKind, RoleCode
from academy.people.models import JobRole
from panels.choices.panels import MemberSort, Seat
from tests.checklist.workers import browser_of, kept_through_the_form, statement, words_of, worker

pytestmark = pytest.mark.django_db


def test_every_framework_the_sources_name_is_there_as_dated_versions():
    first_days = dict(FrameworkVersion.objects.values_list("framework__code", "valid_from"))
    named = {
        "pcf",
        "adult-pqs",
        "child-family-pqs",
        "swe-professional-standards",
        "hcpc-social-workers",
        "hcpc-ot",
        "peps",
        "amhp",
        "bia",
        "safeguarding-capability",
    }

    assert named - set(first_days) == set()
    assert [code for code, first in first_days.items() if first is None] == []


def test_entry_keeps_the_statement_of_the_version_it_was_mapped_to():
    client = browser_of(worker("herefordshire", service="children"))
    line = statement("child-family-pqs/2018/6")
    kept = kept_through_the_form(client, statements=[str(line.pk)])

    FrameworkVersion.objects.filter(pk=line.version_id).update(valid_to="2026-11-16")

    assert list(kept.statements.all()) == [line]
    assert line.title in words_of(client.get(kept.get_absolute_url())).partition("Speaks to")[2]
    assert line.title in words_of(client.get(f"/cpd/{kept.pk}/edit/"))


JOBS = {
    "support-worker",
    "social-care-assistant",
    "social-work-apprentice",
    "social-work-student",
    "newly-qualified-social-worker",
    "social-worker",
    "occupational-therapist",
    "senior-practitioner",
    "team-manager",
    "service-manager",
    "chief-officer",
    "principal-social-worker",
    "lead-social-worker",
    "asye-coordinator",
    "practice-assessor",
    "practice-educator",
}
HELD_BY_DATE = {
    "academy_lead",
    "academy_staff",
    "asye_coordinator",
    "asye_assessor",
    "practice_educator_1",
    "practice_educator_2",
    "panel_member",
    "moderator",
    "auditor",
    "coach",
    "hr",
}
BELONGING = {"candidate", "partner", "provider", "university", "student"}
NOTED_BY_THE_REGULATOR = {"amhp", "bia"}


def test_every_role_of_the_five_sources_can_be_given():
    assert set(JobRole.objects.values_list("code", flat=True)) >= JOBS
    assert set(RoleCode.values) >= HELD_BY_DATE
    assert set(MembershipKind.values) >= BELONGING
    assert set(AnnotationKind.values) >= NOTED_BY_THE_REGULATOR


def test_every_part_on_a_panel_can_be_given():
    """A deputy sits for whom she deputises, so that she is no part of her own."""
    assert {seat.label for seat in Seat} == {"Chair", "Member", "Clerk", "Observer"}
    assert {sort.label for sort in MemberSort} == {
        "Principal Social Worker, adults",
        "Principal Social Worker, children and families",
        "Lead adult social worker",
        "Service manager",
        "Practitioner",
        "Independent member",
        "Member with lived experience",
        "Voice of children and young people",
        "Guest from another council",
    }
    assert {RoleCode.PANEL_CHAIR, RoleCode.PANEL_CLERK, RoleCode.PANEL_MEMBER, RoleCode.MODERATOR} <= set(RoleCode)
