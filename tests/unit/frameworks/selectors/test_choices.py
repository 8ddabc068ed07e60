from datetime import date

import pytest

from academy.frameworks.models import FrameworkVersion, Statement
from academy.frameworks.selectors.choices import frameworks_for, statement_by_key, statements_in_force
from tests.factories.frameworks import loaded, shipped, version_data
from tests.factories.identity import TODAY

pytestmark = pytest.mark.django_db


def keys(versions):
    return [version.key for version in versions]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 3, 31), ["child-family-pqs/2018"]),
        (date(2027, 4, 1), ["child-family-early-career/2027"]),
        (date(2018, 5, 17), ["child-family-pqs/2014"]),
        (date(2018, 5, 18), ["child-family-pqs/2018"]),
    ],
)
def test_frameworks_for_childrens_services_change_on_the_day(on, expected):
    """D0-03: the 2018 statements hold to 31 March 2027, their successor from the next day."""
    shipped("child-family-pqs", "child-family-early-career")
    assert keys(frameworks_for(on=on, profession="social_worker", service="children")) == expected


def test_frameworks_for_a_profession_and_service_leave_out_the_others():
    shipped("pcf", "hcpc-ot", "adult-pqs", "child-family-pqs")
    adults = keys(frameworks_for(on=TODAY, profession="social_worker", service="adults"))
    assert adults == ["adult-pqs/2015", "pcf/2018"]
    assert keys(frameworks_for(on=TODAY, profession="occupational_therapist", service="adults")) == ["hcpc-ot/2023"]
    assert len(frameworks_for(on=TODAY)) == 4


def test_frameworks_for_put_the_newest_of_two_in_force_first():
    shipped("care-certificate")
    assert keys(frameworks_for(on=date(2025, 5, 1))) == ["care-certificate/2025", "care-certificate/2015"]


def test_frameworks_for_leave_out_a_withdrawn_version_from_its_day():
    loaded()
    FrameworkVersion.objects.update(withdrawn_on=TODAY)
    assert keys(frameworks_for(on=date(2026, 11, 16))) == ["sample/2020"]
    assert frameworks_for(on=TODAY) == []


def test_statements_in_force_are_grouped_by_framework_and_domain():
    loaded()
    choices = statements_in_force(on=TODAY)
    assert [(choice.framework.code, choice.is_old) for choice in choices] == [("sample", False)]
    assert [
        (group.domain.title, [statement.title for statement in group.statements]) for group in choices[0].domains
    ] == [("Working together", ["Listens", "Explains"])]


def test_statements_in_force_leave_out_a_withdrawn_line_unless_it_was_chosen():
    loaded()
    Statement.objects.filter(code="A.2").update(withdrawn_on=TODAY)
    chosen = Statement.objects.get(code="A.2")
    for also, expected in (((), ["A.1"]), ((chosen.pk,), ["A.1", "A.2"])):
        choices = statements_in_force(on=TODAY, also=also)
        assert [statement.code for statement in choices[0].domains[0].statements] == expected


def test_statements_in_force_show_an_old_version_with_its_chosen_lines_only():
    old = version_data("2020", valid_to=date(2021, 12, 31))
    loaded(old, version_data("2022", valid_from=date(2022, 1, 1)))
    chosen = Statement.objects.get(version__code="2020", code="A.2")
    choices = statements_in_force(on=TODAY, also=[chosen.pk])
    assert [(choice.version.code, choice.is_old) for choice in choices] == [("2022", False), ("2020", True)]
    assert [list(group.statements) for group in choices[1].domains] == [[chosen]]


@pytest.mark.parametrize("codes", [("pcf",), ("pcf", "hcpc-ot", "adult-pqs")])
def test_statements_in_force_take_four_queries_whatever_there_is(codes, django_assert_num_queries):
    shipped(*codes)
    with django_assert_num_queries(4):
        choices = statements_in_force(on=TODAY)
    assert len(choices) == len(codes)


def test_statement_by_key_finds_the_line_of_the_version():
    shipped("pcf")
    statement = statement_by_key("pcf/2018/7")
    assert (statement.title, statement.key) == ("Skills and interventions", "pcf/2018/7")
    assert statement_by_key("pcf/2012/7").title == "Intervention and skills"


@pytest.mark.parametrize("key", ["pcf/2018/10", "pcf/2018", "pcf", "", "swe/2018/1"])
def test_statement_by_key_of_no_statement_raises(key):
    shipped("pcf")
    with pytest.raises(Statement.DoesNotExist):
        statement_by_key(key)
