"""What the shipped files of the offer hold, read as files: ids are those of the checklist."""

import pytest
import yaml

from academy.frameworks.reference import FRAMEWORKS
from academy.training.choices import LIBRARY_KINDS, Accreditation, OpenTo, Principle
from academy.training.reference.offers import OFFERS, TEXTS

# Each line of the policy is a course, under the heading its service and grade give it.
LISTS = {
    "BG10 mandatory training, adults' services": [
        "Safeguarding Adults",
        "Safeguarding Children Foundation",
        "Introduction to Legal Framework, Care Act, Safeguarding Adults",
        "Mental Capacity and DoL",
        "Welfare Benefits Intro",
    ],
    "BG10 mandatory training, children's services": [
        "Induction Plan",
        "Signs of Safety",
        "Child Protection",
        "Court Skills",
        "Child Development and Observation",
        "Motivational Interviewing: foundation",
    ],
    "BG10 level 1, ongoing CPD, adults' services": [
        "Assistive Technology Training",
        "Dementia Awareness",
        "NHS funded and CHC Care",
        "Person Centred Practice",
        "Foundation for understanding mental health",
        "Developing Legal Literacy",
        "Thinking for Life",
        "Communication with people who have Dementia",
        "Dementia and challenging behaviour",
        "Difficult conversations",
        "Enabling Positive Risk",
        "Reviews in residential and nursing home settings",
        "Mental Capacity Act",
        "Mental Capacity Act and DoLS",
    ],
    "BG10 level 1, ongoing CPD, children's services": [
        "Adult Attachment Patterns and Understanding the Impact on Parenting",
        "Age Assessment Training",
        "Assessing Parenting Capacity Against the Toxic Trio",
        "Assessing People who are a Sexual Risk to Children",
        "Assessment of Foster Carers, Fostering Standards and Regulations",
        "Care and Permanency Planning",
        "Care Arrangements: private fostering, kinship, special guardianship",
        "Disguised Compliance of parents, carers, foster carers and adopters",
        "Leaving Care, Transition to Adulthood and Pathway Planning",
        "Life Story Work",
        "Motivational Interviewing: advanced",
        "Parenting Models",
        "Trafficking and Modern Day Slavery: why and how",
        "Working Effectively with Perpetrators of Domestic Abuse",
        "Working with Unaccompanied Young People",
    ],
    "MSc Certificate in Advanced Social Work": [
        "Child Development, Health and Well Being",
        "Contemporary Law and Policy for Child Welfare Services",
        "Assessment, Risk and Decision Making",
        "Social Work with Children and Families with Complex Needs",
    ],
    "MSc Diploma in Advanced Social Work": [
        "Advanced Practice with looked after children: adoption, fostering and kinship",
        "Leadership and management in Social Work",
        "Advanced practice in communication and direct work with children",
        "Inter-professional working and integrated service",
    ],
    "Courses for managers": [
        "Fair Selection and Recruitment",
        "Responding Effectively to Complaints",
        "Management Foundation",
        "Leadership and Diversity",
        "Fraud Awareness for Managers",
        "Optimising Team Performance",
        "Safer Recruitment",
        "The Recruitment Process",
        "Health and Safety",
        "Performance Management",
    ],
    "People Management": [
        "Capability Procedure",
        "Code of Conduct",
        "Dispute Resolution",
        "Disciplinary Procedure",
        "Probationary Procedure",
        "Risk Management",
        "Supporting Attendance",
        "The 5 Essential Principles of Management",
    ],
}


def parsed(kind):
    return [
        kind.schema.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(kind.path.glob("*.yaml"))
    ]


@pytest.fixture(scope="module")
def offers():
    return {file.organisation: file for file in parsed(OFFERS)}


@pytest.fixture(scope="module")
def bexley(offers):
    return {course.code: course for course in offers["bexley"].courses}


@pytest.fixture(scope="module")
def bristol(offers):
    return {course.code: course for course in offers["bristol"].courses}


@pytest.fixture(scope="module")
def partnership(offers):
    return {course.code: course for course in offers["north-west-london"].courses}


def titles(courses, *, group):
    return [course.title for course in courses.values() if course.group == group]


def test_offers_are_those_of_four_organisations(offers):
    assert set(offers) == {"bexley", "bristol", "herefordshire", "north-west-london"}


def test_every_course_says_what_it_is_about(offers):
    assert [course.code for file in offers.values() for course in file.courses if len(course.summary) < 20] == []


def test_courses_suggest_only_levels_and_statements_a_framework_file_holds(offers):
    held = {
        f"{file.framework.code}/{version.code}/{line.code}"
        for file in parsed(FRAMEWORKS)
        for version in file.versions
        for line in (*version.levels, *version.statements)
    }
    courses = [course for file in offers.values() for course in file.courses]
    named = {key for course in courses for key in (*course.statements, course.level) if key}
    assert named - held == set()


def test_bexley_has_two_platforms_of_the_guide_and_the_hub(offers):
    """S0-28, S0-29, S1-33, S1-34."""
    assert [(each.name, each.open_to) for each in offers["bexley"].platforms] == [
        ("EVOLVE", OpenTo.STAFF),
        ("MeLearning", OpenTo.PROVIDERS),
        ("SCILS", OpenTo.STAFF),
    ]


def test_scils_brings_workbooks_news_a_forum_and_modules(bexley):
    """S1-34, S1-36."""
    kinds = {course.kind for course in bexley.values() if course.platform == "scils"}
    assert kinds == {"workbook", "news", "forum", "module"}
    library = [course.code for course in bexley.values() if course.kind in LIBRARY_KINDS]
    assert library == ["scils-workbooks", "scils-newsdesk", "scils-forum", "adult-social-care-vision"]


def test_guide_of_bexley_has_workshops_support_sessions_and_online_learning(bexley):
    """S0-27."""
    assert {"workshop", "support", "online"} <= {course.kind for course in bexley.values()}


def test_courses_record_what_they_are_commissioned_from(bexley):
    """S0-21."""
    basis = {
        code: bexley[code].basis for code in ("safeguarding-adults", "e-learning-evolve", "strengths-based-approaches")
    }
    assert list(basis.values()) == ["statutory", "core", "service"]


def test_occupational_therapists_may_attend_all_in_house_courses(bexley):
    """S0-56. The Trusted Assessor award is no in-house course: support workers have access to it (S0-38)."""
    shut = [
        course.code
        for course in bexley.values()
        if not course.is_external
        and course.audiences
        and not any(
            line.job_role is None and line.profession in (None, "occupational_therapist") for line in course.audiences
        )
    ]
    assert shut == ["trusted-assessor"]


def test_making_research_count_gives_five_sessions_that_count_in_the_asye(offers, bexley):
    """S0-33, S0-34, S1-37 to S1-41."""
    (mrc,) = offers["bexley"].subscriptions
    assert (mrc.short_name, mrc.sessions_a_year, mrc.mainly_for) == ("MRC", 5, "Newly qualified social workers")
    assert mrc.aims == ["Critical analysis", "Reflection", "Applying theory to practice"]
    assert [(course.code, course.counts_in_asye) for course in bexley.values() if course.subscription == "mrc"] == [
        ("mrc-workshops", False),
        ("mrc-in-house-sessions", True),
    ]
    assert bexley["mrc-workshops"].audiences == []


def test_themes_of_two_times_differ(offers):
    """S0-22, S1-32, S1-45."""
    themes = [(theme.title, theme.until_on is None) for theme in offers["bexley"].themes]
    assert themes == [
        ("Strengths-based assessment and support planning", False),
        ("Strengths-based approaches", True),
        ("Safeguarding adults", True),
    ]


def test_occupational_therapists_have_moving_and_handling_each_year_and_their_forum(bexley):
    """S0-57, S0-58."""
    handling, forum = bexley["moving-and-handling"], bexley["occupational-therapy-forum"]
    assert handling.valid_months == 12
    assert [line.profession for line in handling.audiences] == ["occupational_therapist"]
    assert [line.profession for line in forum.audiences] == ["occupational_therapist"]


def test_trusted_assessor_is_for_support_workers_of_three_teams(bexley):
    """S1-42."""
    lines = bexley["trusted-assessor"].audiences
    assert {line.job_role for line in lines} == {"support-worker"}
    assert [line.team for line in lines] == [
        "adults/triage-hub",
        "adults/rapid-response",
        "adults/community-assessment-and-rehabilitation",
    ]


def test_level_3_leads_to_the_apprenticeship(bexley):
    """S1-43, S1-44."""
    assert bexley["level-3-health-and-social-care"].accreditation.level == 3
    assert bexley["social-work-apprenticeship"].accreditation.level == 6
    assert bexley["social-work-apprenticeship"].prerequisites == ["level-3-health-and-social-care"]


@pytest.mark.parametrize("group", LISTS)
def test_lists_of_bristol_are_those_of_the_policy(bristol, group):
    """S2-94 to S2-104, S2-114 to S2-144, S2-161 to S2-164, S2-192 to S2-195, S2-200 to S2-217."""
    assert titles(bristol, group=group) == LISTS[group]


def test_adults_and_childrens_lists_are_for_the_people_of_their_service(bristol):
    """S2-111, S2-114 to S2-144."""
    for service, words in (("adults", "adults' services"), ("children", "children's services")):
        of_list = [course for course in bristol.values() if course.group.endswith(words)]
        assert {(line.service_kind, line.grade) for course in of_list for line in course.audiences} == {(service, None)}


def test_lengths_the_policy_names_are_four_and_three_days(bristol):
    """S2-152, S2-202."""
    assert {course.code: course.days for course in bristol.values() if course.days} == {
        "managing-practice-learning": 4,
        "management-foundation": 3,
    }


def test_one_list_serves_bg12_to_bg14(bristol):
    """S2-199."""
    lists = [course for course in bristol.values() if course.group in ("Courses for managers", "People Management")]
    assert {tuple(line.grade for line in course.audiences) for course in lists} == {("BG12", "BG13", "BG14")}


def test_programmes_of_bristol_say_what_is_chosen(offers):
    """S2-161 to S2-164, S2-192 to S2-195, S2-206 to S2-213."""
    programmes = {programme.code: programme for programme in offers["bristol"].programmes}
    assert {code: len(programme.courses) for code, programme in programmes.items()} == {
        "msc-certificate": 4,
        "msc-diploma": 4,
        "people-management": 8,
    }
    assert programmes["msc-certificate"].steering.startswith("Choose three of the four modules.")


def test_programme_of_the_partnership_serves_seven_boroughs_with_three_courses(offers):
    """S3-03, S3-06, S3-07, S3-13, S3-14, S3-20, S3-21."""
    (programme,) = offers["north-west-london"].programmes
    assert len(programme.employers) == 7
    assert len(programme.courses) == 3
    assert (programme.aimed_at, programme.sponsor_title) == (
        "Social workers in adult services",
        "Senior managers of the boroughs",
    )
    assert "alone or in combination" in " ".join(programme.about.split())
    assert programme.about.rstrip().endswith("builds on the guidance for the assessed and supported year.")
    assert programme.steering.startswith("Start from your level in the PCF.")


def test_needs_of_the_partnership_come_from_four_sources(offers):
    """S3-05, S3-08 to S3-10, S3-12."""
    sources = {need.source for need in offers["north-west-london"].needs}
    assert sources == {"law", "health_check", "skills_audit", "consultation"}


def test_three_thematic_courses_trace_back_to_needs_and_have_a_level(offers, partnership):
    """S3-11, S3-15 to S3-18."""
    (programme,) = offers["north-west-london"].programmes
    three = [partnership[code] for code in programme.courses]
    assert [course.level for course in three] == ["pcf/2012/social_worker", "pcf/2012/experienced", None]
    assert all(course.needs for course in three)


def test_thematic_courses_meet_the_principles_in_words_of_their_own(partnership):
    """S3-23 to S3-28."""
    first, second = partnership["safeguarding-adults-and-risk"], partnership["interpersonal-skills"]
    assert set(first.principles) == set(second.principles) == set(Principle)
    assert [code for code in Principle if first.principles[code] == second.principles[code]] == []


def test_accreditation_is_granted_applied_for_or_not_asked(partnership):
    """S3-22, S3-46."""
    standing = {
        course.code: course.accreditation for course in partnership.values() if course.group.startswith("Three")
    }
    assert [each.standing for each in standing.values()] == [
        Accreditation.GRANTED,
        Accreditation.APPLIED,
        Accreditation.NONE,
    ]
    assert standing["safeguarding-adults-and-risk"].credits == 30


def test_course_about_risk_builds_on_the_in_house_programme(partnership):
    """S3-29, S3-30."""
    assert partnership["safeguarding-adults-and-risk"].prerequisites == ["alerts-and-investigations"]


def test_third_course_brings_knowledge_up_to_date_and_teaches_to_read_research(partnership):
    """S3-49 to S3-53."""
    third = partnership["social-policy-research-and-business-development"]
    assert third.summary.startswith("Brings knowledge up to date and discusses recent research")
    for words in ("Guest speakers", "systematic review", "outsourced services", "personal career counselling"):
        assert words in third.aims


def test_second_course_is_for_experienced_people_and_has_four_approaches(partnership):
    """S3-40 to S3-43."""
    second = partnership["interpersonal-skills"]
    for words in ("professional educators", "expert practitioners", "managers, or plan to become one"):
        assert words in second.summary
    assert second.aims.endswith("mindfulness, psychodynamic, systemic, and motivational interviewing.")
    assert "support planning and to families with ambivalence, resistance and conflict" in second.summary
    assert second.needs[0] == "beyond-care-management"


def test_sessions_beside_the_courses_are_kinds_of_their_own(partnership):
    """S3-39, S3-44, S3-50, S3-53."""
    beside = [course.kind for course in partnership.values() if course.group == "Beside the courses"]
    assert beside == ["course", "reflective", "coaching", "group_coaching", "speaker", "counselling"]


def test_texts_hold_a_framework_a_model_offers_and_expectations():
    """S0-02, S0-05, S1-45, S2-27."""
    texts = {text.path: text for text in parsed(TEXTS)}
    assert {path: text.kind for path, text in texts.items()} == {
        "bexley/learning-offer": "offer",
        "bexley/practice-framework": "framework",
        "bexley/strengths-based-delivery": "delivery_model",
        "bristol/what-we-expect": "expectation",
        "bristol/what-we-offer": "offer",
    }
    assert [version.code for version in texts["bexley/learning-offer"].versions] == ["2019", "2021"]
