from datetime import date

import pytest

from academy.frameworks.choices import Standing
from academy.frameworks.models import Framework, FrameworkVersion
from academy.frameworks.selectors.pages import framework_list, statements_saying, version_page, version_to_show
from tests.factories.frameworks import loaded, shipped, version_data
from tests.factories.identity import TODAY

pytestmark = pytest.mark.django_db


def test_framework_list_shows_every_version_with_its_standing():
    shipped("pcf")
    line = framework_list(on=TODAY)[0]
    assert (line.framework.code, line.whom) == ("pcf", "social workers in adults' services and children's services")
    assert [(each.version.code, each.standing) for each in line.versions] == [
        ("2018", Standing.IN_FORCE),
        ("2012", Standing.ENDED),
    ]


@pytest.mark.parametrize("codes", [("pcf",), ("pcf", "hcpc-ot", "adult-pqs")])
def test_framework_list_takes_two_queries_whatever_there_is(codes, django_assert_num_queries):
    shipped(*codes)
    with django_assert_num_queries(2):
        assert len(framework_list(on=TODAY)) == len(codes)


def test_version_page_of_the_pcf_holds_nine_domains_and_nine_levels():
    """S4-34, D3-01, D3-03."""
    shipped("pcf")
    page = version_page(FrameworkVersion.objects.get(code="2018"), on=TODAY)
    assert [domain.title for domain in page.domains] == [
        "Professionalism",
        "Values and ethics",
        "Diversity and equality",
        "Rights, justice and economic wellbeing",
        "Knowledge",
        "Critical reflection and analysis",
        "Skills and interventions",
        "Contexts and organisations",
        "Professional leadership",
    ]
    assert [level.before_qualifying for level in page.levels] == [True] * 4 + [False] * 5
    assert (page.has_qualifying, page.succeeded_by) == (True, ())
    assert page.unconfirmed == 7  # six groups of domains, and the day in June


@pytest.mark.parametrize("code", ["hcpc-ot", "swe-professional-standards"])
def test_version_page_takes_six_queries_whatever_it_holds(code, django_assert_num_queries):
    shipped("hcpc-social-workers", code)
    version = FrameworkVersion.objects.select_related("framework").get(framework__code=code)
    with django_assert_num_queries(6):
        page = version_page(version, on=TODAY)
        assert [statement.title for domain in page.domains for statement in domain.lines] != []


def test_version_page_leads_to_its_successor():
    shipped("child-family-pqs", "child-family-early-career")
    page = version_page(FrameworkVersion.objects.get(framework__code="child-family-pqs", code="2018"), on=TODAY)
    assert [version.key for version in page.succeeded_by] == ["child-family-early-career/2027"]


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2019, 1, 1), "2022"), (date(2021, 1, 1), "2020"), (date(2022, 1, 1), "2022")]
)
def test_version_to_show_is_the_one_in_force_or_the_newest(on, expected):
    framework = loaded(
        version_data("2020", valid_to=date(2021, 12, 31)), version_data("2022", valid_from=date(2022, 1, 1))
    )
    assert version_to_show(framework, on=on).code == expected


def test_version_to_show_of_a_framework_without_versions_is_none():
    assert version_to_show(Framework.objects.create(code="bare", name="Bare"), on=TODAY) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("reflection", ["pcf/2018/6"]),
        ("CRITICAL analysis", ["pcf/2018/6"]),
        ("pcf skills", ["pcf/2018/7"]),
        ("intervention and skills 2012", []),
        ("zzz", []),
        ("ab", None),
        ("  ", None),
        ("100%_", []),
    ],
)
def test_statements_saying_find_all_words_in_force(words, expected):
    shipped("pcf")
    found = statements_saying(words, on=TODAY)
    assert (found if found is None else [statement.key for statement in found]) == expected


def test_statements_saying_stop_at_fifty(django_assert_num_queries):
    statements = [{"code": f"A.{number}", "title": f"Listens {number}"} for number in range(1, 61)]
    data = version_data()
    data["domains"][0]["statements"] = statements
    loaded(data)
    with django_assert_num_queries(1):
        assert len(statements_saying("listens", on=TODAY)) == 50
