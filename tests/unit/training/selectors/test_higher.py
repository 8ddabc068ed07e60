"""Where nobody is above, nothing says that it goes up."""

from datetime import date

import pytest

from academy.engines.notify.models import Notice
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.worklist.providers import declared
from academy.people.models import Terms
from academy.training.selectors.approvals import waiting_for
from academy.training.selectors.deciders import asker_of, deciders_of
from academy.training.selectors.higher import higher_of
from academy.training.selectors.requests import own_requests, whereabouts_of
from academy.training.services.decisions import approve
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.requests import asking_council, small, submitted

BEFORE = date(2026, 11, 26)
FIND = {provider.key: provider.find for provider in declared()}


@pytest.fixture
def council(db):
    return asking_council()


@pytest.fixture
def of_ruth(council):
    """A decision that waits for Ruth, above whom nobody is."""
    approve(stage=submitted(council), by=as_actor(council.helen), at=NOW)
    return council


def test_person_reads_when_it_goes_up_only_where_somebody_is_above(of_ruth):
    sentence = "With Ruth Adeyemi (academy lead) since 17 November 2026."
    assert [each.sentence for each in whereabouts_of(own_requests(of_ruth.by), on=TODAY)] == [sentence]
    Terms.objects.filter(post__person=of_ruth.ruth).update(line_manager=of_ruth.sam)
    sentence += " It goes up on 27 November 2026 if nobody decides."
    assert [each.sentence for each in whereabouts_of(own_requests(of_ruth.by), on=TODAY)] == [sentence]


def test_decider_is_told_by_mail_page_and_worklist_that_it_goes_up_only_where_somebody_is_above(of_ruth):
    told = [Notice.objects.get(person=person).body for person in (of_ruth.helen, of_ruth.ruth)]
    assert ["it goes up on 27 November 2026" in body for body in told] == [True, False]
    ruth = as_actor(of_ruth.ruth)
    assert [(row.goes_up_to, row.decide_by) for row in waiting_for(ruth)] == [(None, date(2026, 11, 27))]
    assert [(item.why, item.due_on) for item in FIND["training.decision"](ruth, TODAY)] == [
        ("£1,450 · 10 days.", date(2026, 11, 27))
    ]


@pytest.mark.parametrize("is_above", [True, False])
def test_decider_is_reminded_that_it_goes_up_only_where_somebody_is_above(of_ruth, is_above):
    if is_above:
        Terms.objects.filter(post__person=of_ruth.ruth).update(line_manager=of_ruth.sam)
    note_due(on=BEFORE, at=NOW)
    noted = Reminder.objects.filter(kind="training.decision_going_up")
    assert list(noted.values_list("recipient_id", flat=True)) == ([of_ruth.ruth.pk] if is_above else [])


@pytest.mark.parametrize("count", [1, 3])
def test_those_above_are_found_in_one_query_for_one_decision_and_three(council, count, django_assert_num_queries):
    people = [staff_of(council.organisation, line_manager=council.helen) for _ in range(count)]
    stages = [submitted(council, person=person, **small()) for person in people]
    deciders = deciders_of({asker_of(stage) for stage in stages}, on=TODAY)
    with django_assert_num_queries(1):
        found = higher_of(stages, deciders, on=TODAY)
    assert found == {stage.pk: council.sam for stage in stages}
    with django_assert_num_queries(0):
        assert higher_of([], deciders, on=TODAY) == {}
