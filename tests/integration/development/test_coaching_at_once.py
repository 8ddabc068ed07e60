"""Two real processes at the same moment: the last place of a coach."""

import pytest

from tests.factories.coaching import CoachProfileFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.integration.engines.at_once import said_by_two

# Each of the two processes is another person: who makes the file first is the first of them.
PREPARATION = """
import os
from datetime import datetime
from academy.development.models import CoachProfile
from academy.development.services.matches import Asked, ask
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
at = datetime.fromisoformat("{at}")
try:
    os.close(os.open("{folder}/first", os.O_CREAT | os.O_EXCL))
    number = 0
except FileExistsError:
    number = 1
profile = CoachProfile.objects.get()
by = actor_for(user=User.objects.order_by("pk")[number], on=at.date())
"""
ACT = """
try:
    print(ask(profile=profile, asked=Asked(area="career"), by=by, at=at).state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""


@pytest.mark.usefixtures("transactional_db")
def test_last_place_asked_for_by_two_is_one_persons_and_the_other_is_told(tmp_path):
    council = OrganisationFactory()
    CoachProfileFactory(person=staff_of(council), organisation=council, capacity=1)
    for _ in range(2):
        account_of(staff_of(council))
    preparation = PREPARATION.format(at=NOW.isoformat(), folder=tmp_path)

    assert sorted(said_by_two(ACT, preparation=preparation, folder=tmp_path)) == [
        "All places of this coach are taken. Choose somebody else, or ask again later.",
        "asked",
    ]
