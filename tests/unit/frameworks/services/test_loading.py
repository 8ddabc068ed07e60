from datetime import UTC, date, datetime

import pytest

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.frameworks.models import Domain, FrameworkVersion, Level, Statement
from academy.frameworks.services.loading import load, needs, withdraw_framework
from academy.frameworks.services.wording import confirm_wording
from tests.factories.frameworks import framework_file, loaded, version_data
from tests.factories.identity import TODAY, PersonFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def said(changes):
    return [str(change) for change in changes]


def test_load_a_new_framework_adds_it_whole():
    changes = load(framework_file(), on=TODAY)
    assert changes[0].key == "sample"
    assert [(change.verb, change.key) for change in changes] == [("added", "sample"), ("added", "sample/2020")]
    statements = Statement.objects.values_list("code", "title", "order", "domain__code", "needs_confirming")
    assert list(statements) == [("A.1", "Listens", 1, "A", False), ("A.2", "Explains", 2, "A", True)]
    assert list(Level.objects.values_list("code", "needs_confirming")) == [("first", True)]
    assert list(Domain.objects.values_list("code", "title", "group")) == [("A", "Working together", "")]


def test_load_the_same_again_changes_nothing():
    load(framework_file(), on=TODAY)
    assert load(framework_file(), on=date(2026, 12, 1)) == []


def test_load_of_other_words_changes_only_what_differs():
    load(framework_file(), on=TODAY)
    data = version_data()
    data["domains"][0]["statements"][0]["title"] = "Listens well"
    changes = load(framework_file(data), on=TODAY)
    assert changes == [
        Change("changed", "sample/2020", ("checksum",)),
        Change("changed", "sample/2020, statement A.1", ("title",)),
    ]


def test_load_without_a_line_withdraws_it_from_the_day_and_with_it_again_returns_it():
    load(framework_file(), on=TODAY)
    data = version_data()
    gone = data["domains"][0]["statements"].pop()
    changes = load(framework_file(data), on=TODAY)
    assert Change("withdrawn", "sample/2020, statement A.2") in changes
    assert Statement.objects.get(code="A.2").withdrawn_on == TODAY
    data["domains"][0]["statements"].append(gone)
    changes = load(framework_file(data), on=date(2026, 12, 1))
    assert said(changes)[1:] == ["returned  sample/2020, statement A.2"]
    assert Statement.objects.get(code="A.2").withdrawn_on is None


def test_load_with_a_line_more_names_it():
    load(framework_file(), on=TODAY)
    data = version_data()
    data["domains"][0]["statements"].append({"code": "A.3", "title": "Reflects"})
    changes = load(framework_file(data), on=TODAY)
    assert said(changes)[1:] == ["added     sample/2020, statement A.3"]


def test_load_without_a_version_withdraws_it_and_never_twice():
    two = version_data("2020", valid_to=date(2021, 12, 31)), version_data("2022", valid_from=date(2022, 1, 1))
    load(framework_file(*two), on=TODAY)
    changes = load(framework_file(two[1]), on=TODAY)
    assert changes == [Change("withdrawn", "sample/2020")]
    assert load(framework_file(two[1]), on=date(2026, 12, 1)) == []
    assert FrameworkVersion.objects.get(code="2020").withdrawn_on == TODAY


def test_load_keeps_a_confirmation_until_the_line_reads_differently():
    loaded()
    statement = Statement.objects.get(code="A.2")
    confirm_wording(line=statement, by=actor_of(), at=AT)
    load(framework_file(name="Sample standards, renamed"), on=TODAY)
    statement.refresh_from_db()
    assert (statement.is_unconfirmed, statement.confirmed_at) == (False, AT)
    data = version_data()
    data["domains"][0]["statements"][1]["title"] = "Explains in plain words"
    load(framework_file(data), on=TODAY)
    statement.refresh_from_db()
    assert (statement.is_unconfirmed, statement.confirmed_at, statement.confirmed_by) == (True, None, None)


def test_load_that_asks_no_longer_takes_the_lead_s_word_into_the_file():
    loaded()
    statement = Statement.objects.get(code="A.2")
    confirm_wording(line=statement, by=actor_of(), at=AT)
    data = version_data()
    del data["domains"][0]["statements"][1]["confirm_wording"]
    load(framework_file(data), on=TODAY)
    statement.refresh_from_db()
    assert (statement.needs_confirming, statement.is_unconfirmed, statement.confirmed_at) == (False, False, None)


def test_load_over_a_published_version_is_refused():
    version = loaded().versions.get()
    version.origin, version.published_at, version.published_by = "published", AT, PersonFactory()
    version.save()
    with pytest.raises(BadFile) as bad:
        load(framework_file(), on=TODAY)
    assert bad.value.mistakes == [
        "sample/2020 was published by a person and cannot be changed. Give the file's version another code."
    ]


def test_load_leaves_published_versions_a_file_does_not_hold():
    framework = loaded(
        version_data("2020", valid_to=date(2021, 12, 31)), version_data("2022", valid_from=date(2022, 1, 1))
    )
    version = framework.versions.get(code="2022")
    version.origin, version.published_at, version.published_by = "published", AT, PersonFactory()
    version.save()
    load(framework_file(version_data("2020", valid_to=date(2021, 12, 31))), on=TODAY)
    assert FrameworkVersion.objects.get(code="2022").withdrawn_on is None


def test_load_joins_a_successor_of_another_framework():
    loaded(code="other")
    loaded(version_data(succeeds="other/2020"))
    assert FrameworkVersion.objects.get(framework__code="sample").succeeds.key == "other/2020"


def test_load_with_a_predecessor_that_is_not_there_is_refused():
    with pytest.raises(BadFile, match="sample/2020: succeeds other/2020, which is not there"):
        load(framework_file(version_data(succeeds="other/2020")), on=TODAY)


def test_needs_are_other_frameworks_only():
    two = version_data("2020"), version_data("2022", valid_from=date(2022, 1, 1), succeeds="sample/2020")
    assert needs(framework_file(*two)) == frozenset()
    assert needs(framework_file(version_data(succeeds="other/2020"))) == frozenset({"other"})


def test_withdraw_framework_ends_its_shipped_versions_once():
    loaded()
    assert withdraw_framework("sample", on=TODAY) == [Change("withdrawn", "sample/2020")]
    assert withdraw_framework("sample", on=TODAY) == []


def test_lines_and_their_domains_are_of_one_version():
    """The version stands twice on a statement, so that its code can be unique in it."""
    loaded(version_data("2020", valid_to=date(2021, 12, 31)), version_data("2022", valid_from=date(2022, 1, 1)))
    assert Statement.objects.count() == 4
    assert [
        line for line in Statement.objects.select_related("domain") if line.version_id != line.domain.version_id
    ] == []
