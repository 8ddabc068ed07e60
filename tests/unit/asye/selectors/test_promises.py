"""What the promises of a year rest on: pauses, days between employers, the agreement, its end."""

from datetime import date, timedelta

import pytest

from academy.development.services.versions import latest_version
from academy.people.rules.spans import Span
from asye.models import Period
from asye.selectors.promises import promised_in, ran_in
from tests.factories.asye import STARTED, AgreementFactory, ChangeFactory, MilestoneFactory
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY

pytestmark = pytest.mark.django_db
PAUSE = Span(date(2026, 6, 1), date(2026, 8, 30))


def test_pause_agreement_and_end_are_read(world):
    ChangeFactory(enrolment=world.year, state="agreed", settled_at=NOW)
    ChangeFactory(enrolment=world.year, from_on=date(2026, 10, 1), until_on=date(2026, 10, 30))
    MilestoneFactory(enrolment=world.year, code="end", kind="end", title="End", computed_on=date(2027, 4, 4))
    needs = {"needs": latest_version(entry=kept_by(world.nqsw), at=NOW), "needs_at": NOW, "met_on": TODAY}
    AgreementFactory(enrolment=world.year, state="signed", workload_percent=75, signed_at=NOW, **needs)

    promised = promised_in([world.year], on=TODAY)[world.year.pk]

    assert (promised.agreed, promised.ran.year, promised.ran.stops) == (75, Span(STARTED, date(2027, 4, 4)), (PAUSE,))
    assert ran_in(world.year) == promised.ran


@pytest.mark.parametrize("back", [True, False])
def test_days_between_two_employers_are_none_in_which_anything_was_promised(world, back):
    last = date(2026, 5, 31)
    Period.objects.update(until_on=last)
    if back:
        said = {"organisation": OrganisationFactory(), "policy": world.year.policy}
        Period.objects.create(enrolment=world.year, from_on=date(2026, 7, 1), **said)

    stops = ran_in(world.year).stops

    assert stops == (Span(last + timedelta(days=1), date(2026, 6, 30) if back else None),)
