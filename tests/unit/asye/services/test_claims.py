"""A part of the grant: claimed, paid or not paid, by who runs the programme."""

from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from asye.models import GrantClaim
from asye.selectors.claims import by_year, claims_run_by
from asye.services.claims import claim_part, pay_part, refuse_part
from tests.factories.asye import GrantClaimFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    return GrantClaimFactory(enrolment=supported_year(OrganisationFactory()))


@pytest.fixture
def lead(claim):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, claim.organisation))


def test_part_is_claimed_with_its_number_and_paid(claim, lead):
    claim_part(claim=claim, reference=" SFC 12 ", by=lead, at=NOW)
    paid = pay_part(claim=claim, by=lead, at=NOW)

    assert (paid.state, paid.reference, paid.claimed_on, paid.paid_on) == ("paid", "SFC 12", TODAY, TODAY)


def test_part_that_is_not_paid_says_why(claim, lead):
    claim_part(claim=claim, reference="", by=lead, at=NOW)
    for because, words in (("  ", "Say why it is not paid."), ("x" * 501, "Use at most 500 characters.")):
        with pytest.raises(Refused) as refused:
            refuse_part(claim=claim, because=because, by=lead, at=NOW)
        assert (refused.value.reason, refused.value.field) == (words, "because")

    refused_one = refuse_part(claim=claim, because="Registered late.", by=lead, at=NOW)

    assert (refused_one.state, refused_one.refused_because, refused_one.paid_on) == (
        "refused",
        "Registered late.",
        None,
    )


def test_too_long_a_number_what_is_not_claimed_and_others_are_refused(claim, lead):
    psw = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, claim.organisation))
    with pytest.raises(Refused, match="Use at most 40 characters"):
        claim_part(claim=claim, reference="x" * 41, by=lead, at=NOW)
    with pytest.raises(Refused):
        pay_part(claim=claim, by=lead, at=NOW)
    with pytest.raises(Refused):
        claim_part(claim=claim, reference="", by=psw, at=NOW)

    assert GrantClaim.objects.get().state == "due"


def test_claims_come_to_sums_by_year_where_she_runs_the_programme(claim, lead):
    other = GrantClaimFactory(enrolment=claim.enrolment, part="completion", year="2027-28", amount=Decimal(500))
    GrantClaimFactory(enrolment=supported_year(OrganisationFactory()))
    claim_part(claim=claim, reference="", by=lead, at=NOW)

    years = by_year(claims_run_by(lead))

    assert [(each.year, each.claims, [amount for _, amount in each.sums]) for each in years] == [
        ("2027-28", [other], ["£500", "£0", "£0", "£0"]),
        ("2026-27", [claim], ["£0", "£1,000", "£0", "£0"]),
    ]
