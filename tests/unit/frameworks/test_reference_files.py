"""The shipped frameworks: each file fits the schema and says what the field says (rules.md chapters 0 and 3)."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from academy.frameworks.schema import FrameworkFile

FOLDER = Path(__file__).resolve().parents[3] / "academy" / "frameworks" / "reference" / "frameworks"

SHAPES = [
    # framework, version, first day, last day, statements per domain, levels
    ("adult-practice-supervisor", "2018", (2018, 12, 11), None, (8,), 0),
    ("adult-pqs", "2015", (2015, 3, 1), None, (9, 1), 1),
    ("amhp", "2008", (2008, 11, 3), None, (1,) * 5, 0),
    ("bia", "2013", (2013, 3, 22), None, (6,), 0),
    ("care-certificate", "2015", (2015, 4, 1), (2025, 7, 31), (15,), 0),
    ("care-certificate", "2025", (2025, 3, 1), None, (16,), 0),
    ("child-family-early-career", "2027", (2027, 4, 1), None, (1,) * 6, 1),
    ("child-family-pqs", "2014", (2014, 11, 28), (2018, 5, 17), (11,), 3),
    ("child-family-pqs", "2018", (2018, 5, 18), (2027, 3, 31), (10,), 3),
    ("child-family-practice-leader", "2018", (2018, 5, 18), None, (6,), 0),
    ("child-family-practice-supervisor", "2018", (2018, 5, 18), None, (8,), 0),
    ("hcpc-ot", "2023", (2023, 9, 1), None, (15,), 0),
    ("hcpc-social-workers", "2012", (2012, 8, 1), (2017, 1, 8), (15,), 0),
    ("hcpc-social-workers", "2017", (2017, 1, 9), (2019, 12, 1), (15,), 0),
    ("pcf", "2012", (2012, 5, 1), (2018, 6, 10), (1,) * 9, 9),
    ("pcf", "2018", (2018, 6, 11), None, (1,) * 9, 9),
    ("peps", "2012", (2012, 9, 1), (2020, 8, 31), (1,) * 4, 2),
    ("peps", "2020", (2020, 9, 1), (2022, 8, 31), (1,) * 4, 2),
    ("peps", "2022", (2022, 9, 1), None, (1,) * 4, 2),
    ("safeguarding-capability", "2010", (2010, 1, 1), (2015, 3, 31), (1,) * 4, 4),
    ("safeguarding-capability", "2015", (2015, 4, 1), None, (1,) * 4, 4),
    ("swe-professional-standards", "2019", (2019, 12, 2), None, (7, 7, 15, 8, 6, 7), 0),
]


def read_files():
    paths = sorted(FOLDER.glob("*.yaml"))
    return {path.stem: FrameworkFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths}


@pytest.fixture(scope="module")
def files():
    return read_files()


@pytest.fixture(scope="module")
def versions(files):
    return {f"{code}/{version.code}": version for code, file in files.items() for version in file.versions}


def in_force(versions, on):
    return {key for key, v in versions.items() if v.valid_from <= on and (v.valid_to is None or on <= v.valid_to)}


def test_file_is_named_after_its_framework(files):
    assert [file.framework.code for file in files.values()] == list(files)


def test_files_hold_no_versions_but_those_listed_here(versions):
    assert sorted(versions) == sorted(f"{framework}/{version}" for framework, version, *_ in SHAPES)


@pytest.mark.parametrize(("framework", "version", "first", "last", "per_domain", "levels"), SHAPES, ids=str)
def test_version_has_its_dates_statements_and_levels(versions, framework, version, first, last, per_domain, levels):
    read = versions[f"{framework}/{version}"]
    assert read.valid_from == dt.date(*first)
    assert read.valid_to == (dt.date(*last) if last else None)
    assert tuple(len(domain.statements) for domain in read.domains) == per_domain
    assert len(read.levels) == levels


def test_succeeds_of_every_version_names_a_version_that_began_before(versions):
    succession = {key: version.succeeds for key, version in versions.items() if version.succeeds}
    assert [key for key, before in succession.items() if before not in versions] == []
    assert [key for key, before in succession.items() if versions[before].valid_from >= versions[key].valid_from] == []


def test_pcf_2018_has_nine_domains_in_three_groups(versions):
    assert [(domain.title, domain.group, domain.confirm_group) for domain in versions["pcf/2018"].domains] == [
        ("Professionalism", "Impact", True),
        ("Values and ethics", "Purpose", True),
        ("Diversity and equality", "Purpose", True),
        ("Rights, justice and economic wellbeing", "Purpose", True),
        ("Knowledge", "Practice", False),
        ("Critical reflection and analysis", "Practice", False),
        ("Skills and interventions", "Practice", False),
        ("Contexts and organisations", "Impact", True),
        ("Professional leadership", "Impact", True),
    ]


def test_pcf_2018_has_four_levels_before_qualifying_and_five_after(versions):
    levels = versions["pcf/2018"].levels
    assert [level.before_qualifying for level in levels] == [True] * 4 + [False] * 5
    assert [level.code for level in levels[4:]] == ["nqsw", "social_worker", "experienced", "advanced", "strategic"]
    assert [level.code for level in levels if not level.description] == []


def test_pcf_picture_alternative_names_every_domain_and_level(versions):
    version = versions["pcf/2018"]
    told = version.picture_alternative.lower()
    assert [domain.title for domain in version.domains if domain.title.lower() not in told] == []
    levels = [level.title.lower().removesuffix(" (asye)") for level in version.levels]
    assert [level for level in levels if level not in told] == []


def test_pcf_2012_has_its_own_wording_of_two_domains(versions):
    titles = {domain.code: domain.title for domain in versions["pcf/2012"].domains}
    assert (titles["3"], titles["7"]) == ("Diversity", "Intervention and skills")


def test_adult_pqs_statements_are_2_to_10_with_11_as_level_of_capability(files, versions):
    domains = versions["adult-pqs/2015"].domains
    assert [statement.code for statement in domains[0].statements] == [str(number) for number in range(2, 11)]
    assert [statement.code for statement in domains[1].statements] == ["11"]
    assert files["adult-pqs"].framework.aliases[0] == "KSS"


def test_adult_pqs_and_pcf_are_in_force_together_from_march_2015(versions):
    together = {"adult-pqs/2015", "pcf/2012"}
    assert in_force(versions, dt.date(2015, 2, 28)) & together == {"pcf/2012"}
    assert in_force(versions, dt.date(2015, 3, 1)) & together == together


def test_child_family_pqs_levels_are_the_three_statuses_of_2014(versions):
    statuses = ["Approved child and family practitioner", "Practice supervisor", "Practice leader"]
    assert [level.title for level in versions["child-family-pqs/2014"].levels] == statuses
    assert [level.title for level in versions["child-family-pqs/2018"].levels] == statuses


@pytest.mark.parametrize(
    ("on", "children"),
    [
        (dt.date(2027, 3, 31), {"child-family-pqs/2018"}),
        (dt.date(2027, 4, 1), {"child-family-early-career/2027"}),
    ],
)
def test_child_family_practitioner_standards_change_on_1_april_2027(versions, on, children):
    practitioner = {key for key in versions if key.startswith(("child-family-pqs/", "child-family-early-career/"))}
    assert in_force(versions, on) & practitioner == children


@pytest.mark.parametrize(
    ("on", "regulator"),
    [
        (dt.date(2014, 12, 1), {"hcpc-social-workers/2012"}),
        (dt.date(2019, 12, 1), {"hcpc-social-workers/2017"}),
        (dt.date(2019, 12, 2), {"swe-professional-standards/2019"}),
    ],
)
def test_regulators_standards_for_social_workers_follow_the_regulator(versions, on, regulator):
    of_regulators = {key for key in versions if key.startswith(("hcpc-social-workers/", "swe-professional-standards/"))}
    assert in_force(versions, on) & of_regulators == regulator


def test_frameworks_of_an_asye_begun_in_december_2014_are_all_in_force(versions):
    in_bristol = {"pcf/2012", "hcpc-social-workers/2012", "child-family-pqs/2014"}
    assert in_force(versions, dt.date(2014, 12, 1)) & in_bristol == in_bristol


def test_care_certificate_old_and_new_sets_hold_until_the_end_of_july_2025(versions):
    sets = {"care-certificate/2015", "care-certificate/2025"}
    assert in_force(versions, dt.date(2025, 7, 31)) & sets == sets
    assert in_force(versions, dt.date(2025, 8, 1)) & sets == {"care-certificate/2025"}


def test_swe_statements_that_were_read_are_the_only_ones_without_the_flag(versions):
    statements = versions["swe-professional-standards/2019"].statements
    read = [statement.code for statement in statements if not statement.confirm_wording]
    assert read == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "6.6"]


@pytest.mark.parametrize(
    "key", ["amhp/2008", "bia/2013", "child-family-early-career/2027", "hcpc-ot/2023", "peps/2022"]
)
def test_version_written_from_memory_asks_to_confirm_every_statement(versions, key):
    assert [statement.code for statement in versions[key].statements if not statement.confirm_wording] == []


def test_statement_titles_are_short_headings_without_a_full_stop(versions):
    long = [s.title for v in versions.values() for s in v.statements if len(s.title) > 100 or s.title.endswith(".")]
    assert long == []
