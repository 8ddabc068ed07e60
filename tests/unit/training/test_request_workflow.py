"""Which ways are open in which state, to the person, her deciders and the portal."""

from datetime import date

import pytest

from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from academy.people.choices import RoleCode
from academy.training.models import RequestStage, TrainingRequest
from academy.training.services.requests import write
from academy.training.services.stages import portal
from academy.training.workflow import REQUEST, STAGE
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, TeamFactory, as_actor, holder_of, staff_of
from tests.factories.requests import asking_council, request_words, small, submitted

REQUEST_OPEN = {
    "amara": {
        "draft": ["submit", "withdraw"],
        "submitted": ["withdraw"],
        "asked": ["answer", "withdraw"],
        "approved": ["withdraw"],
    },
    "helen": {"submitted": ["ask", "approve", "decline"], "asked": ["decline"]},
    "ruth": {},
    "portal": {"draft": ["withdraw"], "submitted": ["withdraw"], "asked": ["withdraw"], "approved": ["withdraw"]},
}
STAGE_OPEN = {
    "amara": {"waiting": ["open", "void"], "open": ["void"], "asked": ["answer", "void"]},
    "helen": {
        "waiting": ["open", "void"],
        "open": ["ask", "approve", "decline", "void"],
        "asked": ["decline", "void"],
    },
    "ruth": {},
    "portal": {"waiting": ["open", "void"], "open": ["void"], "asked": ["void"]},
}
STATES = ("draft", "submitted", "asked", "approved", "declined", "withdrawn")
STAGE_STATES = ("waiting", "open", "asked", "approved", "declined", "void")


@pytest.fixture
def council(db):
    return asking_council()


def actor(council, who):
    return portal(TODAY) if who == "portal" else as_actor(getattr(council, who))


def open_to(workflow, thing, by):
    return [choice.transition.name for choice in available(workflow, thing, by) if choice.is_open]


def test_workflows_of_requests_are_sound():
    assert (faults(REQUEST), faults(STAGE)) == ([], [])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", REQUEST_OPEN)
def test_transitions_of_a_request(council, who, state):
    request = submitted(council).request
    if state == "draft":
        request = write(words=request_words(), by=council.by, at=NOW)
    TrainingRequest.objects.filter(pk=request.pk).update(state=state, decided_at=NOW)
    request.refresh_from_db()
    assert open_to(REQUEST, request, actor(council, who)) == REQUEST_OPEN[who].get(state, [])


@pytest.mark.parametrize("state", STAGE_STATES)
@pytest.mark.parametrize("who", STAGE_OPEN)
def test_transitions_of_a_stage(council, who, state):
    stage = submitted(council).request.stages.get(order=1)
    RequestStage.objects.filter(pk=stage.pk).update(
        state=state, decided_at=NOW, decided_by=council.helen, reason="Because."
    )
    stage.refresh_from_db()
    assert open_to(STAGE, stage, actor(council, who)) == STAGE_OPEN[who].get(state, [])


def decides(stage, by):
    """What the permission says of one, and the set of many: they must agree."""
    found = RequestStage.objects.decided_by(by).filter(pk=stage.pk).exists()
    assert allows("training.stage.decide", by, stage) is found
    return found


@pytest.mark.parametrize("role", RoleCode.values)
@pytest.mark.parametrize("decider", ["line_manager", "service_manager", "academy_lead", "chief_officer"])
def test_who_decides_by_a_role(council, decider, role):
    stage = submitted(council)
    RequestStage.objects.filter(pk=stage.pk).update(decider=decider)
    stage.refresh_from_db()
    assert decides(stage, as_actor(holder_of(role, council.organisation))) is (role == decider)
    assert decides(stage, as_actor(holder_of(role, asking_council().organisation))) is False


def test_who_decides_by_a_role_for_a_service_or_a_team(council):
    stage = submitted(council)
    RequestStage.objects.filter(pk=stage.pk).update(decider="service_manager")
    stage.refresh_from_db()
    other = TeamFactory(service__organisation=council.organisation)
    sister = TeamFactory(service=council.team.service)
    scopes = [
        ({"service": council.team.service}, True),
        ({"service": council.team.service, "team": council.team}, True),
        ({"service": council.team.service, "team": sister}, False),
        ({"service": other.service}, False),
    ]
    for scope, expected in scopes:
        holder = holder_of(RoleCode.SERVICE_MANAGER, council.organisation, **scope)
        assert decides(stage, as_actor(holder)) is expected


def test_line_manager_deputy_and_whom_it_went_up_to_decide_and_the_person_never_does(council):
    stage = submitted(council)
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    DeputyFactory(person=council.helen, deputy=council.amara, organisation=council.organisation)
    assert [decides(stage, as_actor(each)) for each in (council.helen, deputy)] == [True, True]
    assert [decides(stage, by) for by in (council.by, as_actor(council.sam), portal(TODAY))] == [False] * 3
    stage.escalated_to, stage.escalated_at = council.sam, NOW
    stage.save()
    assert decides(stage, as_actor(council.sam)) is True
    stage.escalated_to = council.amara
    stage.save()
    assert decides(stage, council.by) is False


@pytest.mark.parametrize("decider", ["service_manager", "academy_lead", "chief_officer"])
def test_deputy_of_who_holds_the_role_decides_on_her_days_and_never_for_herself(council, decider):
    stage = submitted(council)
    RequestStage.objects.filter(pk=stage.pk).update(decider=decider)
    stage.refresh_from_db()
    holder = holder_of(decider, council.organisation)
    deputy, past = staff_of(council.organisation), staff_of(council.organisation)
    DeputyFactory(person=holder, deputy=deputy, organisation=council.organisation)
    DeputyFactory(person=holder, deputy=council.amara, organisation=council.organisation)
    DeputyFactory(person=holder, deputy=past, organisation=council.organisation, until_on=date(2026, 11, 16))
    assert [decides(stage, as_actor(each)) for each in (deputy, past, council.amara)] == [True, False, False]
    approvals = [allows("training.approvals.see", as_actor(each)) for each in (deputy, past)]
    keeping = [allows("training.offer.keep", as_actor(each)) for each in (holder, deputy)]
    assert (approvals, keeping) == ([True, False], [decider == "academy_lead", False])


def test_deputy_of_a_role_for_a_service_decides_for_who_works_there(council):
    stage = submitted(council)
    RequestStage.objects.filter(pk=stage.pk).update(decider="service_manager")
    stage.refresh_from_db()
    other = TeamFactory(service__organisation=council.organisation)
    for service, expected in ((council.team.service, True), (other.service, False)):
        holder = holder_of(RoleCode.SERVICE_MANAGER, council.organisation, service=service)
        deputy = staff_of(council.organisation)
        DeputyFactory(person=holder, deputy=deputy, organisation=council.organisation)
        assert decides(stage, as_actor(deputy)) is expected


def test_whom_it_went_up_to_decides_only_where_she_still_belongs(council):
    stranger = asking_council().sam
    stage = submitted(council, **small())
    stage.escalated_to, stage.escalated_at = stranger, NOW
    stage.save()
    assert decides(stage, as_actor(stranger)) is False


@pytest.mark.parametrize("who", ["amara", "helen", "sam", "ruth"])
@pytest.mark.parametrize("handed_in", [True, False])
def test_request_seen_one_by_one_is_the_request_seen_in_lists(council, who, handed_in):
    request = submitted(council).request if handed_in else write(words=request_words(), by=council.by, at=NOW)
    by = as_actor(getattr(council, who))
    seen = TrainingRequest.objects.visible_to(by).filter(pk=request.pk).exists()
    assert seen is (who == "amara" or (who == "helen" and handed_in))
    assert allows("training.request.see", by, request) is seen


@pytest.mark.parametrize("role", RoleCode.values)
def test_approvals_are_for_who_decides_for_somebody(council, role):
    deciding = {"service_manager", "academy_lead", "chief_officer"}
    by = as_actor(holder_of(role, council.organisation))
    assert allows("training.approvals.see", by) is (role in deciding)
    assert [allows("training.approvals.see", as_actor(each)) for each in (council.helen, council.amara)] == [
        True,
        False,
    ]
    assert allows("training.approvals.see", portal(TODAY)) is False


@pytest.mark.parametrize("thing", [None, object()])
def test_nothing_is_decided_of_nothing(council, thing):
    helen = as_actor(council.helen)
    codes = ("training.stage.decide", "training.request.decide", "training.request.see")
    assert [allows(code, helen, thing) for code in codes] == [False] * 3
