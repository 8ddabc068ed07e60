"""An action waits for whoever sees to it, from four weeks before its last day."""

from datetime import timedelta

import pytest

from academy.engines.worklist.providers import declared
from tests.factories.panel_themes import ActionFactory
from tests.factories.people import TODAY, as_actor, staff_of

pytestmark = pytest.mark.django_db


def lines(person):
    [provider] = [each for each in declared() if each.key == "panels.actions"]
    return [(item.what, item.url, item.due_on) for item in provider.find(as_actor(person), TODAY)]


@pytest.mark.parametrize("count", [1, 3])
def test_actions_wait_for_whoever_sees_to_them(count, django_assert_num_queries):
    first = ActionFactory(due_on=TODAY + timedelta(days=28))
    owner, there = first.owner, first.organisation
    for _ in range(count - 1):
        ActionFactory(organisation=there, owner=owner, due_on=first.due_on)
    ActionFactory(organisation=there, owner=owner, due_on=TODAY + timedelta(days=29))
    found = lines(owner)
    what = "The year’s plan: A workshop for assessors."
    assert (found[0], len(found)) == ((what, f"/panels/moderation/plan/{first.pk}/", first.due_on), count)
    assert lines(staff_of(there)) == []
    actor = as_actor(owner)
    [provider] = [each for each in declared() if each.key == "panels.actions"]
    with django_assert_num_queries(1):
        provider.find(actor, TODAY)
    stranger = as_actor(staff_of(there))
    with django_assert_num_queries(0):
        provider.find(stranger, TODAY)
