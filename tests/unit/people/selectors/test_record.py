from datetime import date
from decimal import Decimal

import pytest

from academy.people.selectors.record import RegistrationToday, record_of
from academy.people.selectors.sight import Sight
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    AbsenceFactory,
    AnnotationFactory,
    DeputyFactory,
    GradeFactory,
    GradeLevelFactory,
    JobRoleFactory,
    PostFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TeamFactory,
    TermsFactory,
    as_actor,
    holder_of,
    staff_of,
)

pytestmark = pytest.mark.django_db

ALL = Sight(record=True, absences=True, pay=True)


@pytest.fixture
def bristol():
    return OrganisationFactory(short_name="Bristol")


@pytest.fixture
def helen(bristol):
    return staff_of(bristol, person=PersonFactory(given_name="Helen", family_name="Prosser"))


@pytest.fixture
def amara(bristol, helen):
    """Two years of Amara: ASYE, then BG10 level 1 in another team at 0.80, seen by her manager."""
    team = TeamFactory(service__organisation=bristol, service__name="Adults", name="South Locality")
    post = PostFactory(organisation=bristol, from_on=date(2023, 9, 4))
    grade = GradeFactory(organisation=bristol, code="BG10")
    TermsFactory(
        post=post,
        team=team,
        job_role=JobRoleFactory(title="Newly qualified social worker"),
        grade=grade,
        level=GradeLevelFactory(grade=grade, title="ASYE"),
        line_manager=helen,
        until_on=date(2024, 9, 3),
    )
    TermsFactory(
        post=post,
        team=TeamFactory(service=team.service, name="North Locality"),
        job_role=JobRoleFactory(title="Social worker"),
        grade=grade,
        level=GradeLevelFactory(grade=grade, title="Level 1"),
        line_manager=helen,
        fte=Decimal("0.80"),
        spinal_point=28,
        from_on=date(2024, 9, 4),
        reason="ASYE passed",
    )
    entry = RegistrationFactory(
        person=post.person, number="SW12345", from_on=date(2023, 8, 1), expires_on=date(2026, 11, 30)
    )
    AnnotationFactory(registration=entry, kind="bia", from_on=date(2025, 2, 28))
    RoleHoldingFactory(person=post.person, role="coach", organisation=bristol, from_on=date(2025, 6, 1))
    AbsenceFactory(person=post.person, from_on=date(2025, 8, 1), until_on=date(2025, 8, 15))
    return post.person


def told(record):
    return [(str(one.on), one.what, one.detail) for year in record.timeline for one in year.happenings]


def test_timeline_tells_her_working_life_newest_first(amara, helen):
    record = record_of(amara, as_actor(helen), ALL)

    assert told(record) == [
        ("2025-08-01", "Away: leave", "Until 15 August 2025."),
        ("2025-06-01", "Coach or mentor, Bristol", ""),
        ("2025-02-28", "Best interests assessor noted on the register", ""),
        (
            "2024-09-04",
            "Grade BG10, Level 1",
            "Now Social worker. Moved to North Locality. Now 0.80 of full time. Spinal point 28. ASYE passed.",
        ),
        (
            "2023-09-04",
            "Began as Newly qualified social worker",
            "South Locality, Bristol. Grade BG10, ASYE. Line manager Helen Prosser.",
        ),
        ("2023-08-01", "Registered with Social Work England", "Number SW12345."),
    ]
    assert [year.year for year in record.timeline] == [2025, 2024, 2023]


def test_reader_without_absences_and_pay_sees_neither(amara, helen):
    words = str(told(record_of(amara, as_actor(helen), Sight(record=True))))

    assert ("Away" in words, "Spinal" in words, "Registered" in words) == (False, False, True)


def test_reader_without_the_record_sees_today_only(amara, helen):
    record = record_of(amara, as_actor(helen), Sight())

    assert (record.timeline, [job.hours for job in record.jobs]) == ([], [""])
    assert [(job.job.title, job.job.team, job.line_manager) for job in record.jobs] == [
        ("Social worker", "North Locality", helen)
    ]


def test_today_tells_hours_registration_roles_and_deputies(amara, helen, bristol):
    callum = staff_of(bristol)
    DeputyFactory(person=amara, deputy=callum, organisation=bristol)

    record = record_of(amara, as_actor(helen), ALL)

    assert [job.hours for job in record.jobs] == ["0.80 of full time"]
    assert record.registrations == [
        RegistrationToday("Social Work England", "SW12345", "30 November 2026", "Best interests assessor")
    ]
    assert (record.roles, record.deputies) == (["Coach or mentor, Bristol"], [callum])


def test_ended_registration_and_note_stay_in_the_timeline_only(helen, bristol):
    person = staff_of(bristol, line_manager=helen)
    entry = RegistrationFactory(
        person=person, regulator="hcpc", number="SW54321", from_on=date(2015, 1, 1), until_on=date(2019, 12, 1)
    )
    AnnotationFactory(registration=entry, from_on=date(2016, 2, 29), until_on=date(2017, 2, 28))

    record = record_of(person, as_actor(helen), Sight(record=True))

    assert record.registrations == []
    assert [what for day, what, _ in told(record) if day < "2020"] == [
        "Registration with Health and Care Professions Council ended",
        "Approved mental health professional no longer on the register",
        "Approved mental health professional noted on the register",
        "Registered with Health and Care Professions Council",
    ]


def test_record_of_another_employer_is_not_read_by_this_ones_human_resources(amara, bristol):
    bexley = OrganisationFactory(short_name="Bexley")
    staff_of(bexley, person=amara, since=date(2018, 1, 8))
    RoleHoldingFactory(person=amara, role="moderator", organisation=bexley)
    hr = as_actor(holder_of("hr", bristol))

    record = record_of(amara, hr, ALL)

    assert ("Bexley" in str(told(record)), [job.job.organisation for job in record.jobs], record.roles) == (
        False,
        ["Bristol"],
        ["Coach or mentor, Bristol"],
    )
    assert "Bexley" in str(told(record_of(amara, as_actor(amara), ALL)))


def test_colleague_who_keeps_another_council_reads_no_record_here(amara, bristol):
    bexley = OrganisationFactory()
    reader = holder_of("hr", bexley, person=staff_of(bristol))
    staff_of(bexley, person=amara)

    assert "Bristol" in str(record_of(amara, as_actor(reader), ALL).jobs)
    assert "Bristol" not in str(told(record_of(amara, as_actor(reader), ALL)))


BOTH = [("hr", "auditor"), ("hr", "academy_lead"), ("hr", "service_manager")]


@pytest.mark.parametrize(("here", "there"), BOTH, ids=["-".join(each) for each in BOTH])
def test_human_resources_of_one_council_read_no_pay_of_another_whose_record_they_read(amara, bristol, here, there):
    bexley = OrganisationFactory(short_name="Bexley")
    staff_of(bexley, person=amara, spinal_point=41)
    reader = holder_of(there, bexley, person=holder_of(here, bristol))

    words = str(told(record_of(amara, as_actor(reader), ALL)))

    assert ("Bexley" in words, "Spinal point 28" in words, "Spinal point 41" in words) == (True, True, False)


def test_line_manager_reads_neither_hours_nor_record_of_another_post_where_she_belongs_too(amara, bristol, helen):
    bexley = OrganisationFactory(short_name="Bexley")
    staff_of(bexley, person=amara, spinal_point=41, fte=Decimal("0.20"))
    staff_of(bexley, person=helen)

    record = record_of(amara, as_actor(helen), ALL)

    assert sorted((each.job.organisation, each.hours) for each in record.jobs) == [
        ("Bexley", ""),
        ("Bristol", "0.80 of full time"),
    ]
    assert "Bexley" not in str(told(record))


def test_managers_deputy_reads_the_record_as_the_manager_does(amara, bristol, helen):
    deputy = staff_of(bristol)
    DeputyFactory(person=helen, deputy=deputy, organisation=bristol)

    assert told(record_of(amara, as_actor(deputy), ALL)) == told(record_of(amara, as_actor(helen), ALL))


def test_reader_of_one_service_reads_no_record_of_a_post_in_another(amara, bristol):
    bexley = OrganisationFactory(short_name="Bexley")
    staff_of(bexley, person=amara)
    team = TeamFactory(service__organisation=bexley)
    reader = holder_of("auditor", bexley, person=holder_of("hr", bristol), service=team.service)

    assert "Bexley" not in str(told(record_of(amara, as_actor(reader), ALL)))


@pytest.mark.parametrize("count", [1, 3])
def test_record_takes_the_same_queries_however_long_the_history(count, bristol, helen, django_assert_num_queries):
    person = staff_of(bristol, line_manager=helen)
    for number in range(count):
        PostFactory(person=person, organisation=bristol, is_primary=False, from_on=date(2010 + number, 1, 1))
        TermsFactory(post=person.posts.latest("pk"), line_manager=helen)
        entry = RegistrationFactory(
            person=person, from_on=date(2020 + number, 1, 1), until_on=date(2020 + number, 6, 30)
        )
        AnnotationFactory(registration=entry)
        RoleHoldingFactory(
            person=person,
            organisation=bristol,
            from_on=date(2020 + number, 1, 1),
            role="coach",
            until_on=date(2020 + number, 2, 1),
        )
        AbsenceFactory(person=person)
        DeputyFactory(person=person, organisation=bristol)
    reader = as_actor(helen)

    with django_assert_num_queries(13):
        record = record_of(person, reader, ALL)

    assert (len(record.deputies), len(record.jobs)) == (count, count + 1)
