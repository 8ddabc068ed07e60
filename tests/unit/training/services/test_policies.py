from datetime import date

import pytest
from pydantic import ValidationError

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.people.choices import RoleCode
from academy.training.choices import AwardType, Decider
from academy.training.models import TrainingPolicy
from academy.training.rules.policies import PolicyLine, StageLimit, Terms
from academy.training.schema.policy import TrainingPolicyFile
from academy.training.selectors.policies import PLAIN, policy_for, terms_for
from academy.training.services.policies import load, publish, withdraw_policy
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

TODAY = date(2026, 11, 17)
POLICY = {
    "code": "2026",
    "valid_from": date(2026, 1, 1),
    "stages": [{"decider": "academy_lead", "cost_over": 500, "awards": ["degree"]}],
    "lines": [{"text": "Decided on job role and benefit.", "source": "Section 4.2"}],
}


def policy_file(**said):
    return TrainingPolicyFile.model_validate({**POLICY, **said})


@pytest.fixture
def council(db):
    return OrganisationFactory()


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))


def test_policy_of_a_file_is_written_once_and_changed_after(council):
    assert [str(change) for change in load(policy_file(), on=TODAY)] == ["added     all/2026"]
    assert load(policy_file(), on=TODAY) == []
    assert load(policy_file(hold_days=7), on=TODAY) == [Change("changed", "all/2026", ("content", "checksum"))]


def test_policy_of_an_organisation_is_found_before_that_for_all(council):
    assert policy_for(council.pk, on=TODAY) is PLAIN
    load(policy_file(), on=TODAY)
    load(policy_file(organisation=council.slug, offer_hours=24), on=TODAY)
    assert terms_for(council.pk, on=TODAY).offer_hours == 24
    assert terms_for(OrganisationFactory().pk, on=TODAY).offer_hours == 48


def test_terms_say_what_the_file_says(council):
    load(policy_file(), on=TODAY)
    assert terms_for(council.pk, on=TODAY) == Terms(
        stages=(StageLimit(Decider.ACADEMY_LEAD, 500, None, (AwardType.DEGREE,)),),
        lines=(PolicyLine("Decided on job role and benefit.", "Section 4.2", "always"),),
    )


def test_policy_of_an_unknown_organisation_is_refused(council):
    with pytest.raises(BadFile, match="no organisation nowhere"):
        load(policy_file(organisation="nowhere"), on=TODAY)


@pytest.mark.parametrize("own", [True, False])
def test_policy_whose_file_is_gone_ends_on_the_day(council, own):
    slug = council.slug if own else None
    load(policy_file(organisation=slug), on=TODAY)
    load(policy_file(organisation=None if own else council.slug), on=TODAY)
    key = f"{slug or 'all'}/2026"
    assert withdraw_policy(key, on=TODAY) == [Change("withdrawn", key)]
    assert TrainingPolicy.objects.get(withdrawn_on=TODAY).organisation == (council if own else None)


def test_lead_publishes_her_organisations_policy(council, lead):
    policy = publish(organisation=council, content=policy_file(), by=lead, at=NOW)
    assert (policy.origin, policy.published_at, policy.published_by_id) == ("published", NOW, lead.person_id)
    assert Event.objects.get().act == "training.policy.publish"


def test_policy_published_by_anybody_else_is_refused(council):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish(organisation=council, content=policy_file(), by=as_actor(staff_of(council)), at=NOW)
    assert TrainingPolicy.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "field"), [({"valid_from": date(2027, 1, 1)}, "code"), ({"code": "2027"}, "valid_from")]
)
def test_policy_with_a_code_or_first_day_of_another_is_refused(council, lead, change, field):
    publish(organisation=council, content=policy_file(), by=lead, at=NOW)
    with pytest.raises(Refused) as refused:
        publish(organisation=council, content=policy_file(**change), by=lead, at=NOW)
    assert refused.value.field == field


def test_policy_published_is_not_overwritten_by_a_file(council, lead):
    publish(organisation=council, content=policy_file(), by=lead, at=NOW)
    with pytest.raises(BadFile, match="published by a person"):
        load(policy_file(organisation=council.slug), on=TODAY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stages": [{"decider": "line_manager", "cost_over": 1}]}, "the line manager always decides first"),
        ({"stages": [{"decider": "academy_lead"}]}, "it has no limit"),
        (
            {"stages": [{"decider": "chief_officer", "cost_over": 9}, {"decider": "academy_lead", "cost_over": 1}]},
            "stages go up",
        ),
        ({"stages": [{"decider": "academy_lead", "cost_over": 1}] * 2}, "stages go up"),
        ({"remind_after_days": 10}, "it goes up before anybody was reminded"),
        ({"valid_to": date(2025, 1, 1)}, "before it starts"),
        ({"nonsense": 1}, "Extra inputs are not permitted"),
    ],
)
def test_policy_that_says_nonsense_is_refused_with_words(change, said):
    with pytest.raises(ValidationError, match=said):
        policy_file(**change)
