"""Two processes that do the same at the same moment: one does it, the other is told why not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import InvitationFactory, JobRoleFactory, TeamFactory
from tests.integration.engines.at_once import said_by_two

PREPARATION = """
from django.utils import timezone
from academy.engines.audit.commands import Refused
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Invitation, JobRole, Team
from academy.people.services.invitations import accept
from academy.people.services.posts import begin
from academy.people.services.terms import TermsDetails
at = timezone.now()
by = Actor.system("tests", on=timezone.localdate(at))
"""
ACT = """
try:
    {act}
    print("done", flush=True)
except Refused as refused:
    print(refused.field, flush=True)
"""


@pytest.mark.usefixtures("transactional_db")
def test_invitation_accepted_twice_at_once_makes_one_account(tmp_path):
    now = timezone.now()
    InvitationFactory(sent_at=now, expires_at=now + timedelta(days=14))

    act = 'accept(invitation=Invitation.objects.get(), password="three words of sense", by=by, at=at)'
    said = said_by_two(ACT.format(act=act), preparation=PREPARATION, folder=tmp_path)

    assert sorted(said) == ["None", "done"]


@pytest.mark.usefixtures("transactional_db")
def test_two_primary_posts_begun_at_once_become_one(tmp_path):
    TeamFactory(service__organisation=OrganisationFactory())
    JobRoleFactory()
    PersonFactory()

    act = (
        "begin(person=Person.objects.get(), organisation=Organisation.objects.get(), from_on=by.on, by=by, at=at, "
        "details=TermsDetails(team=Team.objects.get(), job_role=JobRole.objects.get()))"
    )
    said = said_by_two(ACT.format(act=act), preparation=PREPARATION, folder=tmp_path)

    assert sorted(said) == ["done", "is_primary"]
