from datetime import date

import pytest

from tests.factories.identity import OrganisationFactory
from tests.factories.people import RegistrationFactory, staff_of
from tests.integration.engines.at_once import said_by_two

PEOPLE = 12
PREPARATION = """
from datetime import UTC, date, datetime
from academy.engines.reminders.models import Digest
from academy.engines.reminders.sweeping import sweep
on, at = date(2026, 11, 17), datetime(2026, 11, 17, 9, tzinfo=UTC)
"""


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_note_and_tell_everybody_exactly_once(tmp_path):
    here = OrganisationFactory()
    for _ in range(PEOPLE):
        RegistrationFactory(person=staff_of(here), expires_on=date(2026, 11, 20))

    said = said_by_two(
        "done = sweep(on=on, at=at); print(done.noted, done.sent, Digest.objects.count(), flush=True)",
        preparation=PREPARATION,
        folder=tmp_path,
    )

    first, second = ([int(word) for word in line.split()] for line in said)
    # 14 and 3 days before: both are noted, only the later is told
    assert (first[0] + second[0], first[1] + second[1]) == (2 * PEOPLE, PEOPLE)
    assert max(first[2], second[2]) == PEOPLE
