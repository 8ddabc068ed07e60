import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asye.models import Enrolment
from asye.selectors.panels.final import panel
from asye.selectors.panels.transfer import panel as leaving
from tests.factories.asye import TransferFactory
from tests.factories.asye_ending import TODAY, decided, moderated, recommended, ripe


def acts(world, name: str = "nqsw") -> list[tuple[str, str, bool]]:
    year = Enrolment.objects.select_related("policy", "person").get()
    found = panel(year, actor=world.acting(name), roles=frozenset(), on=TODAY)
    return [] if found is None else [(each.what, each.says, each.is_done) for each in found.context["acts"]]


def test_before_the_year_is_under_way_there_is_no_end_to_speak_of(world):
    assert acts(world) == []


def test_three_acts_stand_under_one_another_and_nothing_of_the_panels(world):
    ripe(world.year)
    assert [done for _, _, done in acts(world)] == [False, False, False]
    recommended(world.year)
    says = f"Pass, {world.assessor.full_name} on 17 November 2026."
    assert acts(world)[0] == ("The assessor recommends", says, True)


def test_sent_back_it_is_as_if_nothing_was_said(world):
    moderated(world.year, result="queried", to_assessor="Why?")
    assert acts(world)[:2] == [
        ("The assessor recommends", "Not yet.", False),
        ("Moderation looks at it", "Not yet.", False),
    ]


def test_a_decision_and_the_certificate_it_leads_to_are_told(world):
    made = decided(world.year)
    assert acts(world)[1:] == [
        ("Moderation looks at it", "It has.", True),
        ("The employer decides", f"Pass, {made.decided_by.full_name} on 17 November 2026.", True),
        ("Certificate", "Not issued yet.", False),
    ]


def test_the_panel_costs_four_queries_at_most(world):
    decided(world.year)
    year, actor = Enrolment.objects.select_related("policy", "person").get(), world.acting("nqsw")
    with CaptureQueriesContext(connection) as queries:
        panel(year, actor=actor, roles=frozenset(), on=TODAY)
    assert len(queries) == 4


def ways(world, name: str) -> set[str] | None:
    year = Enrolment.objects.select_related("policy", "person").get()
    found = leaving(year, actor=world.acting(name), roles=frozenset(), on=TODAY)
    names = ("may_run", "may_start", "may_defer", "may_release", "may_read")
    return None if found is None else {each for each in names if found.context[each]}


@pytest.mark.parametrize(
    ("state", "open_to_her"),
    [
        ("agreement_due", {"may_run", "may_defer", "may_release"}),
        ("active", {"may_run", "may_release"}),
        ("deferred", {"may_run", "may_start"}),
        ("recommended", None),
    ],
)
def test_who_runs_the_programme_is_shown_the_ways_that_are_open(world, state, open_to_her):
    Enrolment.objects.update(state=state)
    assert (ways(world, "coordinator"), ways(world, "nqsw"), ways(world, "assessor")) == (open_to_her, None, None)


def test_a_release_is_told_and_read_by_who_may(world):
    Enrolment.objects.update(state="released")
    TransferFactory(enrolment=world.year)
    assert (ways(world, "coordinator"), ways(world, "nqsw"), ways(world, "assessor")) == (
        {"may_run", "may_read"},
        {"may_read"},
        set(),
    )
