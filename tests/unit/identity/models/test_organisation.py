from datetime import date

import pytest
from django.db import IntegrityError

from academy.engines.reference.choices import Origin
from academy.identity.choices import OrganisationOrigin
from tests.factories.identity import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "club"}, "organisation_kind_known"),
        ({"starts_on": date(2026, 4, 1), "ends_on": date(2026, 3, 31)}, "organisation_dates_in_order"),
        ({"origin": "heard"}, "organisation_origin_known"),
        ({"pk": 4711, "opened_by_id": 4711}, "organisation_opened_by_another"),
    ],
)
def test_organisation_against_a_constraint_is_refused(values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        OrganisationFactory(**values)


@pytest.mark.parametrize(
    "dates",
    [
        {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 4, 1)},
        {"starts_on": date(2026, 4, 1)},
        {"ends_on": date(2026, 4, 1)},
    ],
)
def test_organisation_with_dates_in_order_is_kept(dates):
    made = OrganisationFactory(**dates)
    made.refresh_from_db()

    assert {name: getattr(made, name) for name in dates} == dates


@pytest.mark.parametrize("field", ["name", "slug"])
def test_organisation_with_a_name_in_use_is_refused(field):
    first = OrganisationFactory()

    with pytest.raises(IntegrityError, match=field):
        OrganisationFactory(**{field: getattr(first, field)})


def test_origin_of_an_organisation_has_the_codes_of_an_origin_of_versions():
    assert OrganisationOrigin.values == Origin.values


@pytest.mark.parametrize(("kind", "is_partnership"), [("partnership", True), ("council", False)])
def test_organisation_knows_whether_it_is_a_partnership(kind, is_partnership):
    assert OrganisationFactory.build(kind=kind).is_partnership is is_partnership


def test_organisation_is_shown_by_its_name():
    assert str(OrganisationFactory.build(name="Bristol City Council")) == "Bristol City Council"
