"""How rows are named on pages and in lists."""

from academy.people.models import (
    Grade,
    GradeChange,
    GradeLevel,
    JobRole,
    OrganisationLink,
    Service,
    Team,
    Terms,
    Vacancy,
)


def test_rows_are_shown_by_their_names():
    named = [
        (Grade(code="BG10"), "BG10"),
        (Grade(code="manager", title="Manager", kind="stage"), "Manager"),
        (GradeLevel(title="Level 1"), "Level 1"),
        (JobRole(title="Social worker"), "Social worker"),
        (OrganisationLink(title="Adult Social Care Vision"), "Adult Social Care Vision"),
        (GradeChange(pk=3), "grade change 3"),
        (Vacancy(title="Senior practitioner"), "Senior practitioner"),
        (Service(name="Adult Social Care"), "Adult Social Care"),
        (Team(name="Triage Hub"), "Triage Hub"),
    ]

    assert [str(row) for row, _ in named] == [words for _, words in named]


def test_grade_of_pay_stands_beside_a_job_and_a_stage_does_not():
    grades = [Grade(code="BG10"), Grade(code="manager", title="Manager", kind="stage")]

    assert [(grade.beside_a_job, grade.in_words) for grade in grades] == [
        ("BG10", "Grade BG10"),
        ("", "Stage: Manager"),
    ]


def test_title_of_terms_is_the_employers_where_it_differs():
    job = JobRole(title="Social worker")

    assert [Terms(job_role=job).title, Terms(job_role=job, job_title="Social worker, mental health").title] == [
        "Social worker",
        "Social worker, mental health",
    ]
