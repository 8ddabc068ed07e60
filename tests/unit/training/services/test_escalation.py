from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import RoleHolding
from academy.people.models import Terms as PostTerms
from academy.training.services import escalation
from academy.training.services.decisions import approve, ask
from academy.training.services.escalation import send_up, send_up_due
from academy.training.services.stages import portal
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor
from tests.factories.requests import asking_council, small, submitted

NINE, TEN = NOW + timedelta(days=9), NOW + timedelta(days=10)


@pytest.fixture
def council(db):
    return asking_council()


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_decision_nobody_makes_goes_up_to_the_managers_manager(council):
    stage = submitted(council)
    assert (send_up_due(at=NINE), send_up_due(at=TEN), send_up_due(at=TEN)) == (0, 1, 0)
    stage.refresh_from_db()
    assert (stage.escalated_to, stage.escalated_at, stage.state) == (council.sam, TEN, "open")
    assert (told(council.sam), told(council.helen)) == (
        ["training.request.went_up"],
        ["training.request.waiting", "training.request.passed_on"],
    )
    assert Event.objects.get(act="training.stage.send_up").about_id == council.amara.pk


def test_decision_that_went_up_may_still_be_made_by_who_was_asked_first(council):
    stage = submitted(council, **small())
    send_up_due(at=TEN)
    assert approve(stage=stage, by=as_actor(council.helen), at=TEN).state == "approved"


def test_request_with_an_open_question_stands_still(council):
    ask(stage=submitted(council), question="Which dates?", by=as_actor(council.helen), at=NOW)
    assert send_up_due(at=TEN + timedelta(days=90)) == 0


def test_decision_without_anybody_above_stays_where_it_is(council):
    PostTerms.objects.filter(post__person=council.helen).update(line_manager=None)
    RoleHolding.objects.all().delete()
    stage = submitted(council, **small())
    assert send_up_due(at=TEN) == 0
    stage.refresh_from_db()
    assert stage.escalated_to is None


def test_decision_of_a_manager_without_one_goes_to_who_decides_above(council):
    PostTerms.objects.filter(post__person=council.helen).update(line_manager=None)
    stage = submitted(council, **small())
    assert send_up_due(at=TEN) == 1
    stage.refresh_from_db()
    assert stage.escalated_to == council.ruth


def test_decision_never_goes_up_to_the_person_who_asks(council):
    PostTerms.objects.filter(post__person=council.helen).update(line_manager=council.amara)
    stage = submitted(council, **small())
    send_up_due(at=TEN)
    stage.refresh_from_db()
    assert stage.escalated_to == council.ruth


def test_decision_is_sent_up_by_the_portal_only_and_once(council):
    stage = submitted(council)
    for by in (council.by, as_actor(council.helen)):
        with pytest.raises(Refused, match="go up by themselves"):
            send_up(stage=stage, to=council.sam, by=by, at=TEN)
    send_up(stage=stage, to=council.sam, by=portal(TODAY), at=TEN)
    with pytest.raises(Refused, match="does not wait any more"):
        send_up(stage=stage, to=council.sam, by=portal(TODAY), at=TEN)


def test_decision_made_at_the_last_moment_is_not_counted(council, monkeypatch):
    stage = submitted(council, **small())

    def made_meanwhile(found, *, on):
        approve(stage=stage, by=as_actor(council.helen), at=TEN)
        return council.sam

    monkeypatch.setattr(escalation, "higher_than", made_meanwhile)
    assert send_up_due(at=TEN) == 0
