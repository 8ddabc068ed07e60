"""What the sources ask of portfolios, read from the templates that come with the portal."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from academy.engines.reference.reading import read, sources_of
from portfolios.choices.portfolios import Purpose
from portfolios.reference.portfolio_templates import TEMPLATES
from portfolios.rules.completeness import PIECE, WRITING, Asked, PieceHeld, RequiredOfAll, SectionHeld, lacking

ON = date(2026, 11, 17)
AWARD = "all/course-safeguarding-award/2025"
SKILLS = "all/course-interpersonal-skills/2025"


@cache
def templates() -> dict[str, Any]:
    """Every template by its key."""
    files: list[Any] = [read(each).parsed for each in sources_of(TEMPLATES)]
    return {file.key: file for file in files}


def lacks(key, pieces, *, on=ON):
    """What a portfolio lacks of these pieces, each (section, kind, said of it), where every text is long enough."""
    file = templates()[key]
    held = []
    for section in file.sections:
        words = section.words.least if section.words and section.words.least else 1
        text = "word " * words if section.takes_text and section.text == "required" else ""
        here = tuple(_piece(number, kind, said) for number, (of, kind, said) in enumerate(pieces) if of == section.code)
        held.append(SectionHeld(code=section.code, text=text, state="ready", filler="Ruth Lane", pieces=here))
    required = [RequiredOfAll(requires=each.requires, section=each.section or "") for each in file.requires]
    asked = Asked(sections=[section.asked for section in file.sections], required=required)
    return [lack.says for lack in lacking(asked, held, person=1, on=on)]


def _piece(number, kind, said):
    family = WRITING if kind in ("critical", "log", "work_entry") else PIECE
    return PieceHeld(source=f"evidence:{number}", family=family, kind=kind, title="A piece", **{"on": ON, **said})


OF_THE_AWARD = [
    ("people", "feedback", {"by_relation": "person"}),
    ("colleagues", "feedback", {"by_relation": "professional"}),
    ("colleagues", "feedback", {"by_relation": "manager"}),
    ("observations", "observation", {"by_relation": "assessor"}),
    ("observations", "observation", {"by_relation": "line_manager"}),
    ("assignment", "assignment", {"length": 3500}),
]


def test_safeguarding_award_is_complete_with_what_the_course_asks():
    assert lacks(AWARD, OF_THE_AWARD) == []
    assert [mapped.code for mapped in templates()[AWARD].frameworks] == ["pcf", "safeguarding-capability"]


@pytest.mark.parametrize(
    ("without", "says"),
    [
        (0, "At least 1 piece of feedback from people supported: none so far."),
        (1, "At least 1 piece of feedback from another professional: none so far."),
        (2, "At least 1 piece of feedback from a manager: none so far."),
        (3, "At least 2 observations of practice: 1 of 2 so far; 1 more needed."),
        (5, "“Assignment of critical reflection on practice” has no piece yet; it asks for at least 1."),
    ],
)
def test_safeguarding_award_names_each_thing_that_is_missing(without, says):
    assert says in lacks(AWARD, [piece for number, piece in enumerate(OF_THE_AWARD) if number != without])


@pytest.mark.parametrize(
    ("key", "section"), [(AWARD, "assignment"), (SKILLS, "study")], ids=["assignment", "integrative-study"]
)
@pytest.mark.parametrize(
    ("words", "is_right"), [(3149, False), (3150, True), (3500, True), (3850, True), (3851, False)]
)
def test_assignment_and_integrative_study_have_3500_words_more_or_less_by_a_tenth(key, section, words, is_right):
    said = lacks(key, [(section, "assignment", {"length": words})])

    assert any(f"{words:,} words; 3,150 to 3,850 words are asked" in each for each in said) is not is_right


def test_interpersonal_skills_asks_feedback_of_people_and_managers_and_an_observation():
    file = templates()[SKILLS]

    assert [mapped.code for mapped in file.frameworks] == ["pcf", "swe-professional-standards"]
    assert [each for each in lacks(SKILLS, []) if "feedback from" in each or "Observations" in each] == [
        "“Observations of practice” has no piece yet; it asks for at least 1.",
        "At least 1 piece of feedback from people supported: none so far.",
        "At least 1 piece of feedback from a manager: none so far.",
    ]


def test_portfolio_of_learning_and_impact_wants_both_and_what_others_saw():
    file = templates()["bristol/learning-and-impact/2025"]

    assert ([section.code for section in file.sections], file.purpose) == (["learning", "impact"], Purpose.IMPACT)
    assert any(each.startswith("What others saw of it") for each in lacks(file.key, []))


def test_portfolio_of_a_placement_wants_an_observation_by_a_practice_educator():
    key = "all/placement/2025"
    seen = [("supervision", "observation", {"by_relation": by}) for by in ("line_manager", "practice_educator")]

    assert any("by a practice educator of stage 2: none so far" in each for each in lacks(key, seen[:1]))
    assert not any("practice educator" in each for each in lacks(key, seen))


def test_external_candidate_shows_the_post_s_requirements_from_her_regulator_s_record():
    file = templates()["bristol/external-candidate/2025"]

    assert [section.code for section in file.sections if section.text == "required"] == ["post"]
    assert file.frameworks[0].code == "swe-professional-standards"
    assert file.chain == ["author"]


def test_portfolio_of_stage_two_holds_an_assignment_and_that_of_bg12_is_for_the_interview():
    stage_two = templates()["bristol/peps-2/2025"]

    assert stage_two.section("assignment").pieces.least == 1
    assert templates()["bristol/bg12-interview/2025"].purpose == Purpose.INTERVIEW


def test_portfolio_of_the_asye_tells_the_whole_year_in_its_reviews():
    file = templates()["herefordshire/asye-children/2025"]

    assert "handed in to the ASYE moderation panel at the end of the year" in file.about
    assert "3, 6 and 9 months, and at the end" in file.section("reviews").help
    assert [(mapped.code, mapped.level) for mapped in file.frameworks] == [
        ("pcf", "nqsw"),
        ("child-family-pqs", "practitioner"),
    ]


def test_asye_counts_observations_feedback_records_and_reflections():
    said = lacks("all/asye-adults/2025", [])

    wanted = [
        "3 direct observations",
        "3 pieces of feedback from people",
        "3 pieces of feedback from other",
        "2 critical",
    ]
    assert [part for part in wanted if not any(part in each for each in said)] == []


def test_progression_counts_an_observation_of_the_last_year_by_the_manager_only():
    key = "bristol/progression-bg11/2025"
    asked = "At least 1 direct observation by your line manager within 12 months: none so far."
    old = ON - timedelta(days=400)

    def said(**of):
        return lacks(key, [("observed", "observation", {"by_relation": "line_manager", **of})])

    assert (asked in said(), asked in said(on=old), asked in said(by_relation="peer")) == (False, True, True)


@pytest.mark.parametrize(
    ("key", "code", "role"),
    [
        ("bristol/progression-bg11/2025", "manager", "line_manager"),
        *(
            (f"{whose}/peps-{stage}/2025", "report", "practice_educator")
            for whose in ("all", "bristol")
            for stage in (1, 2)
        ),
    ],
)
def test_report_the_sources_ask_of_others_is_filled_by_them(key, code, role):
    section = templates()[key].section(code)

    assert (section.filled_by, section.text, section.takes_pieces) == (role, "required", False)
    assert section.asks[0] == f"Written by the {section.filled_by.label}."
