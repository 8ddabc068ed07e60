"""Ladders of a council nobody here has heard of: what is wrong is told with line, key and what is allowed there."""

from datetime import date

import pytest

from academy.engines.reference.reading import BadFile, BadPlace, check
from academy.people.models import Grade, GradeLevel
from pathways.schema.ladder import LadderFile
from pathways.services.ladder_faults import faults_in
from tests.factories.identity import OrganisationFactory
from tests.factories.pathways import LadderVersionFactory
from tests.factories.people import GradeFactory, GradeLevelFactory, JobRoleFactory

LADDER = """\
organisation: seaborough
ladder: adults
code: "2027"
title: Working in adults' services
valid_from: 2027-04-01
source: Council's own policy
length_of_service: forbidden
rungs:
  - {code: one, title: One, benchmark: Begins here, grade: S1}
  - {code: two, title: Two, benchmark: Goes on, grade: S2, level: upper}
steps:
  - code: up
    from: one
    to: two
    mechanisms: [panel]
    how: By panel
    requires:
      - {code: registered, requires: {registration: swe}}
    pathways: [way]
pathways:
  - code: way
    title: A way
    stages:
      - {code: stage, title: A stage, requires: {award: bia}}
"""


SERVED = '{months_since: {of: "people.post:seaborough", least: 24, what: joining}}'
FACT = "{months_since: {of: weather.wind, least: 2, what: the wind}}"


@pytest.fixture
def seaborough(db):
    JobRoleFactory(code="pilot")
    council = OrganisationFactory(slug="seaborough")
    GradeFactory(organisation=council, code="S1", rank=1)
    GradeLevelFactory(grade=GradeFactory(organisation=council, code="S2", rank=2), code="upper", rank=1)
    return council


def said(text):
    """What is wrong with the text, in the sentences its author reads."""
    try:
        file = check(LadderFile, text, name="Your text")
        found = faults_in(file)
        if found:
            raise BadPlace(found).in_text(text, name="Your text")
    except BadFile as bad:
        return bad.mistakes
    return []


def test_ladder_of_a_new_council_is_right_as_it_stands(seaborough):
    assert said(LADDER) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("to: two", "to: three", "line 12, steps.1: there is no rung three. Rungs of this ladder are one, two."),
        (
            "grade: S2, level: upper}",
            "grade: S2, level: upper, entry: true}",
            (
                "line 9, rungs.1: nobody can reach one: no step leads up to it. "
                "Add one, or say entry: true where people begin."
            ),
        ),
        ("grade: S1", "grade: S9", "line 9, rungs.1.grade: there is no grade S9. Grades here: S1, S2."),
        ("level: upper", "level: top", "line 10, rungs.2.level: there is no level top. Levels here: upper."),
        (
            "pathways: [way]",
            "pathways: [way, by-sea]",
            "line 19, steps.1.pathways.2: there is no pathway by-sea. Pathways here: way.",
        ),
        (
            "    pathways: [way]\n",
            "",
            "line 20, pathways.1.code: no step leads by way. Name it under pathways of a step.",
        ),
        (
            "{award: bia}",
            "{course: sailing}",
            (
                "line 24, pathways.1.stages.1.requires.course: there is no course seaborough/sailing. "
                "Name one that the offer holds."
            ),
        ),
        (
            "{registration: swe}",
            SERVED,
            (
                "line 18, steps.1.requires.1.requires.months_since: this ladder says length_of_service: forbidden. "
                "Ask for what somebody can do, not how long."
            ),
        ),
        ("code: two", "code: one", "line 10, rungs.2.code: one is used more than once. Give each its own code."),
        (
            "how: By panel",
            "how: By panel\n    salary: 1",
            (
                "line 17, steps.1.salary: this key is not known here. Allowed here: "
                "code, from, to, mechanisms, how, about, purpose, portfolio, requires, gates, pathways."
            ),
        ),
        ("valid_from: 2027-04-01", "valid_from: soon", "line 5, valid_from: it has to be a day, as 2026-04-01."),
    ],
)
def test_mistake_is_told_with_line_key_and_what_is_allowed(seaborough, old, new, sentence):
    mistakes = said(LADDER.replace(old, new, 1))

    assert mistakes == [f"Your text, {sentence}"]


def test_name_of_a_job_or_a_fact_nobody_has_is_told_with_those_there_are(seaborough):
    strange = LADDER.replace("grade: S1", "job_roles: [sailor]").replace("{award: bia}", FACT)

    (job, fact) = said(strange)

    assert job == "Your text, line 9, rungs.1.job_roles.1: there is no job role sailor. Job roles are pilot."
    assert fact.startswith(
        "Your text, line 24, pathways.1.stages.1.requires.months_since: nothing is known of weather.wind. What is"
    )
    assert "people.registration" in fact


def test_ladder_that_allows_length_of_service_may_count_it(seaborough):
    asks = LADDER.replace("{registration: swe}", SERVED).replace("forbidden", "allowed")

    assert said(asks) == []


def test_ladder_of_an_organisation_without_grades_is_told_to_add_them(seaborough):
    GradeLevel.objects.all().delete()
    Grade.objects.all().delete()

    assert said(LADDER.replace(", level: upper", ""))[0] == (
        "Your text, line 9, rungs.1.grade: there is no grade S1. Grades here: none: add them first."
    )


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        (
            date(2026, 1, 1),
            date(2027, 4, 1),
            "line 5, valid_from: edition now holds until 2027-04-01. Begin after that day.",
        ),
        (date(2026, 1, 1), date(2027, 3, 31), None),
        (date(2026, 1, 1), None, None),
        (date(2028, 1, 1), None, "line 6, valid_to: edition now begins on 2028-01-01. End before that day."),
        (date(2029, 1, 1), None, None),
    ],
)
def test_editions_that_overlap_are_refused_at_the_day_that_does(seaborough, begins, ends, sentence):
    LadderVersionFactory(organisation=seaborough, code="now", valid_from=begins, valid_to=ends)
    text = LADDER.replace("valid_from: 2027-04-01", "valid_from: 2027-04-01\nvalid_to: 2028-12-31")

    assert said(text) == ([f"Your text, {sentence}"] if sentence else [])
