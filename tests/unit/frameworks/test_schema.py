"""The schema of framework files: what it takes, and that a refusal names what would be allowed."""

import datetime as dt

import pytest
from pydantic import ValidationError

from academy.frameworks.schema import FrameworkFile, refuse_repeats
from academy.people.choices import Profession, ServiceKind


def a_statement(code="1", **changes):
    return {"code": code, "title": f"Statement {code}"} | changes


def a_domain(code="1", **changes):
    return {"code": code, "title": f"Domain {code}", "order": int(code), "statements": [a_statement(code)]} | changes


def a_version(code="2018", **changes):
    version = {"code": code, "title": f"Edition {code}", "valid_from": dt.date(int(code), 6, 1), "source": "Invented."}
    return version | {"domains": [a_domain()]} | changes


def a_file(*versions, **changes):
    framework = {"code": "pcf", "name": "Capabilities", "short_name": "PCF", "owner": "Owner"} | changes
    return {"framework": framework, "versions": list(versions) or [a_version()]}


def refusal_of(data):
    with pytest.raises(ValidationError) as refused:
        FrameworkFile.model_validate(data)
    return [error["msg"] for error in refused.value.errors()]


def test_file_with_only_what_is_required_has_defaults():
    read = FrameworkFile.model_validate(a_file())
    version = read.versions[0]
    assert (read.framework.aliases, read.framework.professions, read.framework.services) == ([], [], [])
    assert (version.valid_to, version.succeeds, version.picture_alternative, version.levels) == (None, None, None, [])
    assert version.statements[0].confirm_wording is False


def test_version_statements_are_in_order_of_the_file():
    version = a_version(domains=[a_domain("2"), a_domain("1", statements=[a_statement("1"), a_statement("3")])])
    read = FrameworkFile.model_validate(a_file(version))
    assert [statement.code for statement in read.versions[0].statements] == ["2", "1", "3"]


def test_statement_with_unknown_key_names_the_keys_it_may_have():
    domain = a_domain(statements=[a_statement(wording="confirm")])
    assert refusal_of(a_file(a_version(domains=[domain]))) == [
        "Value error, StatementPart does not know wording; it may say: code, title, confirm_wording."
    ]


def test_framework_of_unknown_profession_names_the_professions():
    assert refusal_of(a_file(professions=["teacher"])) == [
        "Input should be 'social_worker', 'occupational_therapist', 'support_worker', 'educator' or 'other'"
    ]


def test_framework_professions_and_services_are_read_as_the_choices_of_people():
    framework = FrameworkFile.model_validate(a_file(professions=["other"], services=["children"])).framework
    assert (framework.professions, framework.services) == ([Profession.OTHER], [ServiceKind.CHILDREN])


def test_framework_of_unknown_service_names_the_services():
    assert refusal_of(a_file(services=["housing"])) == ["Input should be 'adults' or 'children'"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"valid_from": "2018-06-01"}, "Input should be a valid date"),
        ({"domains": []}, "List should have at least 1 item after validation, not 0"),
        ({"domains": [a_domain(statements=[])]}, "List should have at least 1 item after validation, not 0"),
        ({"domains": [a_domain(order="1")]}, "Input should be a valid integer"),
        ({"domains": [a_domain(title="x" * 121)]}, "String should have at most 120 characters"),
        ({"succeeds": "2012"}, r"String should match pattern '^[a-z0-9-]+/[a-z0-9-]+$'"),
        (
            {"valid_to": dt.date(2018, 5, 31)},
            "Value error, Version 2018 ends on 2018-05-31, before it starts on 2018-06-01.",
        ),
        (
            {"domains": [a_domain(), a_domain(order=2, statements=[a_statement("2")])]},
            "Value error, version 2018: domain code used more than once: 1.",
        ),
        (
            {"domains": [a_domain(), a_domain("2", order=1)]},
            "Value error, version 2018: domain order used more than once: 1.",
        ),
        (
            {"domains": [a_domain(), a_domain("2", statements=[a_statement("1")])]},
            "Value error, version 2018: statement code used more than once: 1.",
        ),
        (
            {"levels": [{"code": "one", "title": "One", "order": 1}, {"code": "one", "title": "Two", "order": 2}]},
            "Value error, version 2018: level code used more than once: one.",
        ),
        (
            {"levels": [{"code": "one", "title": "One", "order": 1}, {"code": "two", "title": "Two", "order": 1}]},
            "Value error, version 2018: level order used more than once: 1.",
        ),
        (
            {"domains": [a_domain(confirm_group=True)]},
            "Value error, Domain 1 asks to confirm its group but names none.",
        ),
    ],
)
def test_version_that_breaks_a_rule_is_refused_with_the_reason(changes, message):
    assert refusal_of(a_file(a_version(**changes))) == [message]


def test_version_that_ends_on_its_first_day_is_accepted():
    read = FrameworkFile.model_validate(a_file(a_version(valid_to=dt.date(2018, 6, 1))))
    assert read.versions[0].valid_to == dt.date(2018, 6, 1)


def test_versions_that_overlap_are_accepted():
    read = FrameworkFile.model_validate(a_file(a_version("2012", valid_to=dt.date(2018, 12, 31)), a_version("2018")))
    assert [version.code for version in read.versions] == ["2012", "2018"]


def test_versions_newest_first_are_refused():
    assert refusal_of(a_file(a_version("2018"), a_version("2012"))) == [
        "Value error, pcf: list the versions oldest first, each with its own valid_from."
    ]


def test_versions_with_the_same_start_are_refused():
    second = a_version("2019", valid_from=dt.date(2018, 6, 1))
    assert refusal_of(a_file(a_version("2018"), second)) == [
        "Value error, pcf: list the versions oldest first, each with its own valid_from."
    ]


def test_versions_with_the_same_code_are_refused():
    second = a_version("2018", valid_from=dt.date(2019, 6, 1))
    assert refusal_of(a_file(a_version(), second)) == ["Value error, pcf: version code used more than once: 2018."]


def test_version_succeeding_an_earlier_one_of_its_file_is_accepted():
    read = FrameworkFile.model_validate(a_file(a_version("2012"), a_version("2018", succeeds="pcf/2012")))
    assert read.versions[1].succeeds == "pcf/2012"


def test_version_succeeding_another_framework_is_accepted():
    read = FrameworkFile.model_validate(a_file(a_version(succeeds="child-family-pqs/2014")))
    assert read.versions[0].succeeds == "child-family-pqs/2014"


def test_version_succeeding_one_its_file_lacks_names_those_it_has():
    assert refusal_of(a_file(a_version("2012"), a_version("2018", succeeds="pcf/2015"))) == [
        "Value error, pcf/2018 succeeds pcf/2015; earlier versions: 2012."
    ]


def test_version_succeeding_itself_is_refused():
    assert refusal_of(a_file(a_version("2018", succeeds="pcf/2018"))) == [
        "Value error, pcf/2018 succeeds pcf/2018; earlier versions: none."
    ]


def test_file_that_is_read_cannot_be_changed():
    read = FrameworkFile.model_validate(a_file())
    with pytest.raises(ValidationError, match="Instance is frozen"):
        read.framework.code = "other"


def test_file_that_is_no_mapping_is_refused():
    assert refusal_of(["framework", "versions"]) == ["Input should be a valid dictionary or instance of FrameworkFile"]


def test_refuse_repeats_of_distinct_values_is_silent():
    assert refuse_repeats("code", ["a", "b"], "here") is None
