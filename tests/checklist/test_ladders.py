"""The ladders of five documents, as the portal reads them: rungs, steps, and what each pathway asks."""

from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.people.models import Grade
from pathways.choices import LengthOfService, Mechanism
from pathways.models import LadderVersion
from pathways.selectors.judging import judge_pathway, judge_step
from pathways.selectors.ladders import ladder_of

TODAY = date(2026, 11, 17)
EARLIER = date(2026, 10, 1)
DONE = "training.completion:bristol/"
AGREED = "pathways.agreement:bristol/"
MODULES = ["module-child-development", "module-law-and-policy", "module-assessment-risk", "module-complex-needs"]
FURTHER = ["module-looked-after-children", "module-leadership-and-management", "module-communication"]
PLACEMENT = "pathways.placement:final-year"


def ladder(organisation, name, code):
    rows = LadderVersion.objects.select_related("organisation")
    return ladder_of(rows.get(organisation__slug=organisation, ladder=name, code=code))


@pytest.fixture
def adults(db):
    return ladder("bristol", "adults", "2026")


@pytest.fixture
def children(db):
    return ladder("bristol", "children", "2017")


def case(*keys, on=EARLIER):
    facts = tuple(Fact(key=key, person=1, on=on, by_relation="line_manager") for key in keys)
    return Case(on=TODAY, facts=facts, home="bristol")


def drawing(found):
    return [(step.start, step.end, [str(each) for each in step.mechanisms]) for step in found.steps]


def test_bristol_s_grades_lead_from_induction_to_bg14_and_bg9_stands_beside_them(adults):
    assert [rung.code for rung in adults.rungs if rung.reference] == ["bg9"]
    assert drawing(adults) == [
        ("induction", "asye", ["automatic"]),
        ("asye", "level-1", ["automatic"]),
        ("level-1", "level-2", ["appraisal"]),
        ("level-2", "bg11", ["panel", "vacancy", "recruitment"]),
        ("bg11", "bg12", ["vacancy", "recruitment"]),
        ("bg12", "bg13", ["vacancy", "recruitment"]),
        ("bg13", "bg14", ["vacancy", "recruitment"]),
    ]


def test_children_s_benchmark_levels_follow_the_asye(children):
    assert [(rung.title, rung.grade, rung.level) for rung in children.rungs][1:5] == [
        ("BG10 ASYE", "BG10", "asye"),
        ("BG10 level 1", "BG10", "level-1"),
        ("BG10 level 2", "BG10", "level-2"),
        ("BG11 level 3", "BG11", None),
    ]


def test_way_from_entry_to_team_manager_is_herefordshire_s(db):
    found = ladder("herefordshire", "children", "2019")

    assert drawing(found) == [
        ("newly-qualified", "social-worker", ["automatic"]),
        ("social-worker", "team-manager", ["vacancy", "recruitment"]),
    ]


def test_support_worker_s_road_leads_by_qualifying_to_senior_practitioner_and_management_lies_beside(db):
    found = ladder("bexley", "adults", "2021")

    assert [(rung.code, str(rung.lane)) for rung in found.rungs] == [
        ("support-worker", "practice"),
        ("apprentice", "practice"),
        ("qualified", "practice"),
        ("senior-practitioner", "practice"),
        ("manager", "management"),
    ]
    assert [step.end for step in found.steps_from("qualified")] == ["senior-practitioner", "manager"]


def test_every_rung_of_every_ladder_says_what_it_looks_like_and_names_a_grade_there_is(db):
    for version in LadderVersion.objects.select_related("organisation"):
        grades = set(Grade.objects.filter(organisation=version.organisation).values_list("code", flat=True))
        for rung in ladder_of(version).rungs:
            assert len(rung.benchmark) > 20, (version, rung)
            assert rung.grade in grades, (version, rung)


def test_bristol_counts_no_length_of_service_and_others_may(db):
    allowed = {
        (version.organisation.slug, version.ladder)
        for version in LadderVersion.objects.select_related("organisation")
        if ladder_of(version).content.length_of_service is LengthOfService.ALLOWED
    }

    assert allowed == {("bexley", "adults"), ("herefordshire", "children")}


def test_step_of_a_panel_is_followed_by_a_vacancy_and_recruitment_in_that_order(adults):
    assert adults.step("to-bg11").mechanisms == [Mechanism.PANEL, Mechanism.VACANCY, Mechanism.RECRUITMENT]
    assert adults.step("to-bg12").how == "A vacancy and an interview, with the portfolio seen"


def test_panel_of_bristol_meets_twice_a_year_in_june_and_september(adults, children):
    told = [step.how for ladder in (adults, children) for step in ladder.steps if "panel" in step.mechanisms]
    assert [how.partition(",")[0] for how in told] == ["Panel in June or September"] * 3


def test_four_pathways_of_adults_services_lead_to_bg11(adults):
    assert [way.code for way in adults.pathways_of(adults.step("to-bg11"))] == [
        "amhp",
        "mca-bia",
        "specialist",
        "practice-educator",
    ]
    assert adults.pathway("specialist").topics == [
        "Law",
        "Personalisation and wellbeing",
        "Safeguarding adults",
        "Working with learning difficulty",
        "Mental health",
    ]
    assert all(way.readiness for way in adults.content.pathways)


def test_ways_to_level_two_and_three_are_a_certificate_or_diploma_or_practice_education(children):
    assert children.step("to-level-2").pathways == ["certificate", "pg-certificate", "peps-1"]
    assert children.step("to-level-3").pathways == ["diploma", "pg-diploma", "peps-2"]


# A pathway of Bristol's → facts that complete it, none of which can be missing.
WAYS = [
    (
        "adults",
        "amhp",
        [
            *(f"{DONE}pre-amhp-module", f"{DONE}amhp-module"),
            *(f"{AGREED}amhp-refresher", f"{AGREED}future-amhps"),
        ],
    ),
    ("adults", "specialist", [f"{AGREED}specialist-module", f"{AGREED}research-project"]),
    ("adults", "specialist", [f"{AGREED}specialist-module", f"{AGREED}training-of-staff"]),
    (
        "adults",
        "practice-educator",
        [
            *(f"{DONE}managing-practice-learning", f"{DONE}peps-1-workshops", f"{DONE}peps-2-workshops", PLACEMENT),
            *(f"{AGREED}{name}" for name in ("peps-1-observed", "peps-1-portfolio")),
            *(f"{AGREED}{name}" for name in ("peps-2-observed", "peps-2-portfolio")),
        ],
    ),
    ("children", "certificate", [f"{DONE}{name}" for name in MODULES[:3]]),
    ("children", "certificate", [f"{DONE}{name}" for name in MODULES[1:]]),
    ("children", "certificate", [f"{AGREED}certificate-equivalent"]),
    ("children", "pg-certificate", ["pathways.award:graduate-certificate"]),
    ("children", "pg-certificate", ["pathways.award:postgraduate-certificate"]),
    (
        "children",
        "peps-1",
        [
            *(f"{DONE}managing-practice-learning", f"{DONE}peps-1-workshops", PLACEMENT),
            *(f"{AGREED}peps-1-observed", f"{AGREED}peps-1-portfolio"),
        ],
    ),
    (
        "children",
        "diploma",
        [
            *(f"{DONE}{name}" for name in [*MODULES[:3], *FURTHER]),
            f"{AGREED}diploma-modules",
        ],
    ),
    ("children", "diploma", [*(f"{DONE}{name}" for name in MODULES[:3]), f"{AGREED}diploma-equivalent"]),
    ("children", "pg-diploma", ["pathways.award:postgraduate-diploma"]),
    ("children", "pg-diploma", [f"{AGREED}diploma-seen"]),
    (
        "children",
        "peps-2",
        [f"{DONE}peps-2-workshops", PLACEMENT, f"{AGREED}peps-2-observed", f"{AGREED}peps-2-portfolio"],
    ),
]


@pytest.mark.parametrize(("name", "pathway", "keys"), WAYS)
def test_pathway_is_complete_with_what_the_policy_asks_and_with_nothing_less(adults, children, name, pathway, keys):
    way = {"adults": adults, "children": children}[name].pathway(pathway)

    assert judge_pathway(way, case(*keys)).is_met
    for left_out in keys:
        assert not judge_pathway(way, case(*(key for key in keys if key != left_out))).is_met, left_out


def test_best_interests_assessor_comes_after_two_years_of_registration(adults):
    way = adults.pathway("mca-bia")
    courses = [f"{DONE}{name}" for name in ("advanced-mca", "court-of-protection", "bia-module")]
    registered = Fact(key="people.registration:swe", person=1, on=date(2024, 11, 17))
    facts = case(*courses).facts

    assert judge_pathway(way, Case(on=TODAY, facts=(*facts, registered), home="bristol")).is_met
    assert not judge_pathway(way, Case(on=date(2026, 11, 16), facts=(*facts, registered), home="bristol")).is_met


def asked(found, step, code):
    return next(each.requires for each in found.step(step).requires if each.code == code)


@pytest.mark.parametrize("key", ["pathways.placement", "training.teaching", "development.peer_learning:led"])
def test_enabling_others_is_shown_in_any_one_of_three_ways(adults, key):
    node = asked(adults, "to-bg11", "enabling")

    assert not node.judge(case()).is_met
    assert node.judge(case(key)).is_met


def test_practice_is_observed_by_the_line_manager_every_year(adults):
    node = asked(adults, "to-bg11", "observed")
    by_another = Fact(key="portfolios.observation", person=1, on=EARLIER, by_relation="assessor")

    assert node.judge(case("portfolios.observation")).is_met
    assert not node.judge(case("portfolios.observation", on=date(2025, 11, 16))).is_met
    assert not node.judge(Case(on=TODAY, facts=(by_another,), home="bristol")).is_met


@pytest.mark.parametrize(
    ("grade", "by", "is_met"),
    [
        ("good", "independent", True),
        ("outstanding", "independent", True),
        ("requires-improvement", "independent", False),
        ("outstanding", "line_manager", False),
    ],
)
def test_work_is_audited_as_good_or_above_by_somebody_independent(adults, children, grade, by, is_met):
    audit = Fact(key="portfolios.audit", person=1, on=EARLIER, level=grade, by_relation=by)

    for node in (asked(adults, "to-bg11", "audited"), asked(children, "to-level-2", "audited")):
        assert node.judge(Case(on=TODAY, facts=(audit,), home="bristol")).is_met is is_met


def test_either_or_of_the_policy_is_read_by_each_edition_in_its_own_way(adults):
    earlier = ladder("bristol", "adults", "2017")

    assert asked(earlier, "to-bg11", "enabling").judge(case("portfolios.observation")).is_met
    assert not asked(adults, "to-bg11", "enabling").judge(case("portfolios.observation")).is_met
    assert earlier.version.valid_to < adults.version.valid_from


def test_induction_asks_the_mandatory_training_of_each_service(adults, children):
    expected = {
        "adults": [
            *("safeguarding-adults", "safeguarding-children-foundation", "introduction-to-legal-framework"),
            *("mental-capacity-and-dol", "welfare-benefits-intro"),
        ],
        "children": [
            *("induction-plan", "signs-of-safety", "child-protection", "court-skills"),
            *("child-development-and-observation", "motivational-interviewing-foundation"),
        ],
    }
    for name, found in (("adults", adults), ("children", children)):
        for step, code in (("to-asye", "mandatory"), ("to-level-1", "essential")):
            assert asked(found, step, code).keys("bristol") == {f"{DONE}{course}" for course in expected[name]}


def test_level_one_of_children_s_services_is_built_from_training_agreed_at_appraisal(children):
    assert asked(children, "to-level-1", "appraisal").judge(case("development.appraisal")).is_met
    assert not asked(children, "to-level-1", "appraisal").judge(case()).is_met


@pytest.mark.parametrize("step", ["to-level-2", "to-level-3"])
def test_levels_two_and_three_rest_on_a_portfolio_of_learning_and_impact(children, step):
    assert asked(children, step, "impact").judge(case("portfolios.portfolio")).is_met
    assert [gate.code for gate in children.step(step).gates] == ["approval"]


def test_portfolio_of_a_practice_educator_holds_an_assignment_and_follows_the_placement(adults, children):
    for found, pathway, stage in ((adults, "practice-educator", 1), (children, "peps-2", 2)):
        node = found.pathway(pathway).stages[stage].requires
        [portfolio] = [each for each in node.agreements() if each.code == "peps-2-portfolio"]

        assert "assignment" in portfolio.what
        assert "after the" in portfolio.what
        assert not node.judge(case(f"{DONE}peps-2-workshops", f"{AGREED}peps-2-portfolio")).is_met


def test_modules_of_the_diploma_are_agreed_and_equal_credits_count_instead(children):
    codes = [each.code for each in children.pathway("diploma").stages[0].requires.agreements()]

    assert codes == ["diploma-modules", "diploma-equivalent"]
    assert {each.by for each in children.pathway("diploma").stages[0].requires.agreements()} == {"line_manager"}


def test_courses_of_a_manager_are_taken_in_the_role_before_the_next_step(adults):
    node = asked(adults, "to-bg13", "in-role")

    assert len(node.keys("bristol")) == 18
    assert f"{DONE}management-foundation" in node.keys("bristol")
    assert node.keys("bristol") == asked(adults, "to-bg14", "in-role").keys("bristol")
    assert adults.step("to-bg12").how == "A vacancy and an interview, with the portfolio seen"


@pytest.mark.parametrize("key", ["training.teaching", "development.peer_learning:led", "pathways.placement"])
def test_senior_practitioner_leads_colleagues_and_shares_expertise(db, key):
    found = ladder("bexley", "adults", "2021")
    node = asked(found, "to-senior", "leading")

    assert not node.judge(case()).is_met
    assert node.judge(case(key)).is_met
    assert "shares expertise" in found.rung("senior-practitioner").benchmark


def test_management_is_for_experienced_and_highly_performing_staff_across_health_and_social_care(db):
    manager = ladder("bexley", "adults", "2021").rung("manager")

    assert "Experienced and highly performing" in manager.benchmark
    assert "span health and social care" in manager.benchmark


def test_one_structure_serves_practising_social_workers_of_both_services(adults, children):
    def grades(found):
        return list(dict.fromkeys(rung.grade for rung in found.rungs if not rung.reference))

    assert grades(adults) == grades(children) == ["BG10", "BG11", "BG12", "BG13", "BG14"]
    assert {str(each.version.service_kind) for each in (adults, children)} == {"adults", "children"}
    assert [str(each) for each in adults.content.professions] == ["social_worker"]


def test_every_step_asks_for_knowledge_and_skills_or_for_registration(adults, children):
    for found in (adults, children):
        for step in found.steps:
            families = {key.partition(":")[0] for key in found.keys(step)} - {"people.registration"}

            assert families, step.code
            assert not {"people.post", "people.grade"} & families, step.code


def test_portfolio_is_asked_for_where_it_is_seen_at_interview(adults):
    node = asked(adults, "to-bg12", "portfolio")

    assert not node.judge(case()).is_met
    assert node.judge(case("portfolios.portfolio")).is_met


def test_bg11_is_not_reached_without_a_completed_pathway(adults):
    step = adults.step("to-bg11")
    keys = [*adults.keys(step)]
    of_pathways = {
        key for way in adults.pathways_of(step) for stage in way.stages for key in stage.requires.keys("bristol")
    }

    judged = judge_step(adults, step, case(*(key for key in keys if key not in of_pathways)), pathway=None)

    assert judged.way.result.is_met is False
    assert judge_step(adults, step, case(*keys), pathway=adults.pathway("amhp")).way.result.is_met is True


def test_careers_of_all_staff_are_developed_and_learning_counts_towards_the_next_step(db, adults):
    bexley = ladder("bexley", "adults", "2021")

    assert bexley.content.professions == []
    assert bexley.steps_from("support-worker") != []
    assert "development.entry" in adults.keys(adults.step("to-bg11"))
