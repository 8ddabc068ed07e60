from datetime import date

import pytest
from pydantic import ValidationError

from academy.development.models import CpdPolicy
from academy.development.services.policies import load, publish, withdraw_policy
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.people.choices import RoleCode
from tests.factories.development import policy_file
from tests.factories.people import NOW, as_actor, holder_of

TODAY = date(2026, 11, 17)


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


def test_policy_of_a_file_is_written_once_and_changed_after(council):
    assert [str(change) for change in load(policy_file(), on=TODAY)] == ["added     all/2026"]
    assert load(policy_file(), on=TODAY) == []
    changed = load(policy_file(motto="Grow"), on=TODAY)
    assert changed == [Change("changed", "all/2026", ("motto", "checksum"))]
    assert CpdPolicy.objects.get().motto == "Grow"


def test_policy_of_an_organisation_belongs_to_it(council):
    load(policy_file(organisation=council.organisation.slug), on=TODAY)
    policy = CpdPolicy.objects.get()
    assert (policy.organisation, policy.rhythm_from, policy.share_others) == (
        council.organisation,
        date(2025, 10, 13),
        20,
    )


def test_policy_of_an_unknown_organisation_is_refused(council):
    with pytest.raises(BadFile, match="no organisation nowhere"):
        load(policy_file(organisation="nowhere"), on=TODAY)


@pytest.mark.parametrize("own", [True, False])
def test_policy_whose_file_is_gone_ends_on_the_day(council, own):
    slug = council.organisation.slug if own else None
    load(policy_file(organisation=slug), on=TODAY)
    load(policy_file(organisation=None if own else council.organisation.slug), on=TODAY)
    key = f"{slug or 'all'}/2026"
    assert withdraw_policy(key, on=TODAY) == [Change("withdrawn", key)]
    ended = CpdPolicy.objects.get(withdrawn_on=TODAY)
    assert ended.organisation == (council.organisation if own else None)


def test_lead_publishes_her_organisations_policy(council, lead):
    policy = publish(organisation=council.organisation, content=policy_file(), by=lead, at=NOW)
    assert (policy.origin, policy.published_at, policy.published_by_id) == ("published", NOW, lead.person_id)
    assert (policy.approach, policy.questions["talk"]["suggests"]) == ("Everyday Learning", ["pcf/1"])
    assert Event.objects.get().act == "development.policy.publish"


def test_policy_published_by_anybody_else_is_refused(council):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish(organisation=council.organisation, content=policy_file(), by=council.by, at=NOW)
    assert CpdPolicy.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "field"), [({"valid_from": date(2027, 1, 1)}, "code"), ({"code": "2027"}, "valid_from")]
)
def test_policy_with_a_code_or_first_day_of_another_is_refused(council, lead, change, field):
    publish(organisation=council.organisation, content=policy_file(), by=lead, at=NOW)
    with pytest.raises(Refused) as refused:
        publish(organisation=council.organisation, content=policy_file(**change), by=lead, at=NOW)
    assert refused.value.field == field


def test_policy_published_is_not_overwritten_by_a_file(council, lead):
    publish(organisation=council.organisation, content=policy_file(), by=lead, at=NOW)
    with pytest.raises(BadFile, match="published by a person"):
        load(policy_file(organisation=council.organisation.slug), on=TODAY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"guide": {"experience": 70, "others": 20, "formal": 20}}, "the three shares are 110 together"),
        ({"questions": {"work": {"usual_way": "experience"}}}, "questions are missing for"),
        ({"questions": {}}, "questions are missing for"),
        ({"valid_to": date(2025, 1, 1)}, "before it starts"),
        ({"rhythm": {"weeks": 53, "from": date(2026, 1, 5)}}, "less than or equal to 52"),
        ({"nonsense": 1}, "Extra inputs are not permitted"),
    ],
)
def test_policy_that_says_nonsense_is_refused_with_words(change, said):
    with pytest.raises(ValidationError, match=said):
        policy_file(**change)


def test_policy_of_an_organisation_may_leave_the_questions_to_the_policy_for_all():
    assert policy_file(organisation="bexley", questions={}).questions == {}
