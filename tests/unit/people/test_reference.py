"""What the shipped files of organisations, job roles and grades say, against the sources."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from academy.engines.reference.declarations import kind_called
from academy.engines.reference.reading import read, sources_of
from academy.engines.reference.services.loading import load_all
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import AcademyPage, Grade, GradeLevel, JobRole, OrganisationLink, Team
from tests.factories.identity import TODAY

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)


def load() -> list[str]:
    loaded = load_all(by=Actor.system("reference data", on=TODAY), at=NOW, everything=True)
    return [f"{file.name}: {change}" for file in loaded for change in file.changes if file.kind.startswith("people.")]


@pytest.fixture(autouse=True, scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """What the first time changed; loaded once for the tests of this file, which only read, and taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.mark.parametrize("kind", ["people.organisation", "people.job_role", "people.grade"])
def test_every_shipped_file_reads_and_is_called_after_its_key(kind):
    contents = [read(source) for source in sources_of(kind_called(kind))]

    assert [content.source.path.stem for content in contents] == [content.key for content in contents]
    assert contents != []


def test_loading_everything_twice_changes_nothing_the_second_time(loaded):
    assert loaded != []
    assert load() == []


def test_grades_of_bristol_are_the_ladder_of_its_policy():
    assert list(Grade.objects.filter(organisation__slug="bristol").values_list("code", flat=True)) == [
        "BG9",
        "BG10",
        "BG11",
        "BG12",
        "BG13",
        "BG14",
    ]
    assert list(GradeLevel.objects.filter(grade__code="BG10").values_list("title", flat=True)) == [
        "Induction and probation",
        "Assessed and supported year",
        "Level 1",
        "Level 2",
    ]


def test_councils_without_pay_grades_have_the_stages_their_pages_name():
    stages = Grade.objects.filter(kind="stage").order_by("organisation__slug", "rank")
    assert list(stages.values_list("organisation__slug", "title")) == [
        ("bexley", "Support worker or social care assistant"),
        ("bexley", "Qualified social worker or occupational therapist"),
        ("bexley", "Senior practitioner"),
        ("bexley", "Manager"),
        ("herefordshire", "Newly qualified social worker"),
        ("herefordshire", "Social worker"),
        ("herefordshire", "Team manager"),
    ]
    children = GradeLevel.objects.filter(grade__organisation__slug="bristol", code="level-3")
    assert list(children.values_list("grade__code", "title")) == [("BG11", "Level 3 (children and families)")]


def test_partnership_lists_the_seven_boroughs_named_and_two_universities():
    partnership = Organisation.objects.get(slug="north-west-london")
    members = partnership.partners.order_by("member__slug").values_list("member__slug", "member__kind")
    assert [slug for slug, kind in members if kind == "council"] == [
        "brent",
        "ealing",
        "harrow",
        "hillingdon",
        "hounslow",
        "kensington-and-chelsea",
        "westminster",
    ]
    assert len([slug for slug, kind in members if kind == "university"]) == 2
    assert "counts eight boroughs and two universities and names seven" in partnership.about.replace("\n", " ")


def test_bexley_has_its_academy_its_links_and_the_teams_the_source_names():
    bexley = Organisation.objects.get(slug="bexley")
    page = AcademyPage.objects.get(organisation=bexley)
    assert (bexley.academy_name, page.approach_name, page.promise, len(page.priorities)) == (
        "Professional Standards Academy",
        "Everyday Learning",
        ["Begin", "Flourish", "Excel"],
        3,
    )
    assert list(OrganisationLink.objects.filter(organisation=bexley).values_list("title", flat=True)) == [
        "Adult Social Care Vision",
        "Your Life, Your Choice",
    ]
    named = {"Triage Hub", "Rapid Response", "Community Assessment and Rehabilitation"}
    assert named <= set(Team.objects.filter(service__organisation=bexley).values_list("name", flat=True))


def test_job_roles_hold_the_jobs_of_the_field():
    asked = {
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
    }
    assert asked - set(JobRole.objects.values_list("code", flat=True)) == set()


def test_kinds_of_organisation_are_all_there():
    assert {kind for (kind,) in Organisation.objects.values_list("kind")} == {
        "council",
        "university",
        "provider",
        "partner",
        "partnership",
    }
