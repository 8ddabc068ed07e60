"""Samples are drawn once over a period, come out the same again, and what came back changes no outcome."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from panels.choices.outcomes import Tier
from panels.models import Decision, Sample, Sampled
from panels.rules.parts_of_policy import PanelModeration
from panels.selectors.samples import draw_again, drawn_of, draws_seen, to_chase
from panels.services.locking import NOT_YOURS
from panels.services.samples import Period, Received, draw_sample, receive
from tests.factories.panel_moderation import RULES, given_back, moderating
from tests.factories.panels import PanelPolicyFactory, case_in
from tests.factories.people import NOW, TODAY, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
PERIOD = Period(tier=Tier.PARTNERSHIP, from_on=TODAY - timedelta(days=30), until_on=TODAY)


@pytest.fixture
def here():
    return moderating()


def drawn(here, period=PERIOD, by=None):
    return draw_sample(organisation=here.organisation, period=period, by=by or here.by, at=NOW)


def refused(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def test_draw_takes_every_fail_and_the_share_of_each_service_and_comes_out_the_same_again(here):
    cases = [given_back(here) for _ in range(3)] + [given_back(here, service="children")]
    fail = given_back(here, "disagreed", fails=True)
    given_back(here, "queried")
    given_back(here, decided_on=TODAY - timedelta(days=31))
    case_in("on_agenda", kind="moderation", panel=here.panel)
    given_back(moderating())
    sample = drawn(here)
    rows = list(sample.drawn.order_by("position").values_list("case_id", flat=True))
    assert (sample.population, sample.percent, len(sample.seed), len(rows)) == (
        [*(case.pk for case in cases), fail.pk],
        10,
        32,
        3,
    )
    assert (rows[0], cases[3].pk in rows) == (fail.pk, True)
    assert list(draw_again(sample).ids) == rows
    found = drawn_of(sample, here.by)
    assert (found.is_same, found.hidden, [row.case_id for row in found.rows]) == (True, 0, rows)
    event = Event.objects.get(act="panels.sample.draw")
    assert (event.subject_id, event.organisation_id) == (str(sample.pk), here.organisation.pk)


def test_cases_that_were_swapped_in_a_draw_are_noticed(here):
    first, second = given_back(here), given_back(here)
    sample = drawn(here)
    row = sample.drawn.get()
    row.case = second if row.case_id == first.pk else first
    row.save()
    assert not drawn_of(sample, here.by).is_same


def test_nobody_draws_until_it_suits_but_the_other_tier_and_the_next_days_are_free(here):
    given_back(here)
    drawn(here)
    assert refused(lambda: drawn(here)).startswith("A day of this period was drawn from before.")
    national = drawn(here, replace(PERIOD, tier=Tier.NATIONAL))
    assert (national.percent, Sample.objects.count()) == (5, 2)


def test_draw_needs_cases_a_share_and_somebody_who_runs_moderation(here):
    assert refused(lambda: drawn(here)).startswith("No ASYE was moderated")
    stranger = as_actor(staff_of(here.organisation))
    assert refused(lambda: drawn(here, by=stranger)) == NOT_YOURS
    assert refused(lambda: drawn(here, by=moderating().by)) == NOT_YOURS
    bare = replace(RULES, moderation=PanelModeration())
    PanelPolicyFactory(purpose="moderation", panel_rules=bare, valid_from=TODAY)
    assert refused(lambda: drawn(here)).startswith("The policy of the panel sets no share")


def test_where_no_policy_is_in_force_there_is_no_share(here):
    here.meeting.policy.__class__.objects.update(valid_from=TODAY + timedelta(days=1))
    assert refused(lambda: drawn(here)).startswith("The policy of the panel sets no share")


def test_what_came_back_is_kept_can_be_corrected_and_changes_no_outcome(here):
    case = given_back(here)
    row = drawn(here).drawn.get()
    receive(sampled=row, said=Received(feedback=" Clear. ", received_on=TODAY), by=here.by, at=NOW)
    said = Received(feedback="Clear, and well argued.", received_on=TODAY, is_exemplar=True)
    receive(sampled=row, said=said, by=here.by, at=NOW)
    row.refresh_from_db()
    assert (row.feedback, row.received_on, row.received_by, row.is_exemplar) == (
        "Clear, and well argued.",
        TODAY,
        here.coordinator,
        True,
    )
    case.refresh_from_db()
    assert (case.state, Decision.objects.get().outcome) == ("released", "confirmed")


def test_nobody_else_and_nobody_out_of_the_case_notes_what_came_back(here):
    case = given_back(here)
    row = drawn(here).drawn.get()
    said = Received(feedback="Clear.", received_on=TODAY)
    # Academy staff run samples but see no case by the table; a chair by role neither.
    staff = holder_of(RoleCode.ACADEMY_STAFF, here.organisation)
    for person in (staff, staff_of(here.organisation), case.person):
        assert refused(lambda who=person: receive(sampled=row, said=said, by=as_actor(who), at=NOW)) == NOT_YOURS
    assert drawn_of(row.sample, as_actor(staff)).hidden == 1
    words = replace(said, feedback=" ")
    assert refused(lambda: receive(sampled=row, said=words, by=here.by, at=NOW)) == "Write what came back."


def test_draws_whose_cases_are_to_come_back_are_chased_after_a_while(here, django_assert_num_queries):
    given_back(here)
    sample = drawn(here)
    actor = here.by
    with django_assert_num_queries(1):
        assert list(draws_seen(actor)) == [sample]
    tomorrow = TODAY + timedelta(days=1)
    assert (to_chase(here.by, before=TODAY), to_chase(here.by, before=tomorrow)) == ([], [sample])
    receive(sampled=Sampled.objects.get(), said=Received(feedback="Fine.", received_on=TODAY), by=here.by, at=NOW)
    assert to_chase(here.by, before=tomorrow) == []
