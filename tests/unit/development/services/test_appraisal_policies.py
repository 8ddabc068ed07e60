from datetime import date

import pytest

from academy.development.models import AppraisalPolicy
from academy.development.services.appraisal_policies import (
    load_appraisal_policy,
    publish_appraisal_policy,
    withdraw_appraisal_policy,
)
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.people.choices import RoleCode
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.plans import appraisal_file

TODAY = date(2026, 11, 17)


def test_policy_of_a_file_is_written_once_and_changed_after(council):
    assert [str(change) for change in load_appraisal_policy(appraisal_file(), on=TODAY)] == ["added     all/2026"]
    assert load_appraisal_policy(appraisal_file(), on=TODAY) == []
    changed = load_appraisal_policy(appraisal_file(name="Appraisal"), on=TODAY)
    assert changed == [Change("changed", "all/2026", ("name", "content", "checksum"))]
    assert AppraisalPolicy.objects.get().name == "Appraisal"


def test_policy_of_an_unknown_organisation_is_refused(council):
    with pytest.raises(BadFile, match="no organisation nowhere"):
        load_appraisal_policy(appraisal_file(organisation="nowhere"), on=TODAY)


@pytest.mark.parametrize("own", [True, False])
def test_policy_whose_file_is_gone_ends_on_the_day(council, own):
    slug = council.organisation.slug
    for organisation in (slug, None):
        load_appraisal_policy(appraisal_file(organisation=organisation), on=TODAY)
    key = f"{slug if own else 'all'}/2026"

    assert withdraw_appraisal_policy(key, on=TODAY) == [Change("withdrawn", key)]
    assert AppraisalPolicy.objects.get(withdrawn_on=TODAY).organisation == (council.organisation if own else None)


def test_lead_publishes_what_her_organisation_calls_its_appraisal(council):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    policy = publish_appraisal_policy(organisation=council.organisation, content=appraisal_file(), by=lead, at=NOW)
    assert (policy.origin, policy.name, policy.published_by_id) == ("published", "My Performance", lead.person_id)
    assert Event.objects.get().act == "development.appraisal_policy.publish"


def test_policy_published_by_anybody_else_is_refused(council):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish_appraisal_policy(organisation=council.organisation, content=appraisal_file(), by=council.by, at=NOW)
    assert AppraisalPolicy.objects.count() == 0
