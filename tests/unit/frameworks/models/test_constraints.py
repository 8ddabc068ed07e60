from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from academy.frameworks.models import Domain, Framework, FrameworkVersion, Level, Statement
from tests.factories.frameworks import loaded
from tests.factories.identity import PersonFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        make()
    return str(error.value)


def version(**values):
    framework = Framework.objects.get(code="sample")
    fields = {"framework": framework, "code": "new", "title": "N", "valid_from": date(2019, 1, 1), "checksum": "0" * 64}
    return FrameworkVersion.objects.create(**fields | values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"code": ""}, "frameworkversion_has_code"),
        ({"origin": "found"}, "frameworkversion_origin_known"),
        ({"valid_to": date(2018, 12, 31)}, "frameworkversion_dates_in_order"),
        ({"origin": "published"}, "frameworkversion_published_by_somebody"),
        ({"published_at": AT}, "frameworkversion_published_by_somebody"),
        ({"confirmed_at": AT, "needs_confirming": True}, "frameworkversion_confirmed_by_somebody"),
    ],
)
def test_framework_version_that_breaks_a_constraint_is_refused(values, constraint):
    loaded()
    assert constraint in refused(lambda: version(**values))


@pytest.mark.parametrize(
    ("values", "constraint", "columns"),
    [
        ({"code": "2020"}, "framework_version_code_once", "framework_id, frameworks_frameworkversion.code"),
        ({"valid_from": date(2020, 1, 1)}, "framework_version_start_once", "frameworks_frameworkversion.valid_from"),
    ],
)
def test_framework_version_of_the_same_code_or_start_is_refused(values, constraint, columns):
    loaded()
    said = refused(lambda: version(**values))
    assert constraint in said or columns in said


def test_framework_version_cannot_succeed_itself():
    made = loaded().versions.get()
    made.succeeds = made
    assert "framework_version_not_its_own_successor" in refused(made.save)


def test_framework_without_code_or_name_is_refused():
    assert "framework_has_code_and_name" in refused(lambda: Framework.objects.create(code="a", name=""))


@pytest.mark.parametrize("kind", [Statement, Domain, Level])
@pytest.mark.parametrize(("field", "value"), [("code", ""), ("title", ""), ("confirmed_at", AT)])
def test_line_that_breaks_a_constraint_is_refused(kind, field, value):
    loaded()
    line = kind.objects.first()
    setattr(line, field, value)
    name = "confirmed_by_somebody" if field == "confirmed_at" else "has_code_and_title"
    assert f"{kind._meta.model_name}_{name}" in refused(line.save)


@pytest.mark.parametrize("kind", [Statement, Domain, Level])
def test_line_confirmed_without_being_asked_is_refused(kind):
    loaded()
    line = kind.objects.first()
    line.needs_confirming, line.confirmed_at, line.confirmed_by = False, AT, PersonFactory()
    assert f"{kind._meta.model_name}_confirmed_by_somebody" in refused(line.save)


@pytest.mark.parametrize("kind", [Statement, Domain, Level])
def test_line_of_the_same_code_in_one_version_is_refused(kind):
    loaded()
    line = kind.objects.first()
    line.pk = None
    said = refused(line.save)
    assert f"{kind._meta.model_name}_code_once" in said or f"frameworks_{kind._meta.model_name}.version_id" in said
