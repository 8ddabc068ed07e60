from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.access.models import Bar, Grant
from academy.engines.access.querysets import holds_grant
from academy.engines.access.services import grants
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.identity import TODAY, PersonFactory, actor_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
TOMORROW = TODAY + timedelta(days=1)
KINDS = [(Grant, grants.give, "access.grant.give"), (Bar, grants.bar, "access.bar.set")]


@pytest.mark.parametrize(("model", "draw", "act"), KINDS)
def test_line_drawn_holds_from_the_actors_day_and_is_recorded(model, draw, act):
    person, thing, giver = PersonFactory(), PersonFactory(), PersonFactory()

    line = draw(person=person, thing=thing, purpose="share", by=actor_of(giver), at=AT, until_on=TOMORROW)

    stored, event = model.objects.get(), Event.objects.get()
    assert line == stored
    assert (stored.person, stored.thing_id, stored.purpose, stored.from_on, stored.until_on) == (
        person,
        thing.pk,
        "share",
        TODAY,
        TOMORROW,
    )
    assert (stored.given_by, stored.given_at, stored.withdrawn_at) == (giver, AT, None)
    assert (event.act, event.changed, event.note, event.about_id) == (act, ["until_on"], "share", person.pk)


@pytest.mark.parametrize(("model", "draw", "act"), KINDS)
def test_line_that_holds_already_only_gets_a_new_last_day(model, draw, act):
    person, thing, first = PersonFactory(), PersonFactory(), PersonFactory()
    draw(person=person, thing=thing, purpose="share", by=actor_of(first), at=AT, until_on=TOMORROW)

    draw(person=person, thing=thing, purpose="share", by=actor_of(on=TOMORROW), at=AT + timedelta(days=1))

    assert model.objects.values_list("from_on", "until_on", "given_by", "given_at").get() == (
        TODAY,
        None,
        first.pk,
        AT,
    )


@pytest.mark.parametrize(("model", "draw", "act"), KINDS)
def test_line_that_has_run_out_is_closed_and_a_new_one_drawn(model, draw, act):
    person, thing = PersonFactory(), PersonFactory()
    draw(person=person, thing=thing, purpose="share", by=actor_of(), at=AT, until_on=TODAY)
    later = AT + timedelta(days=30)

    draw(person=person, thing=thing, purpose="share", by=actor_of(on=TODAY + timedelta(days=30)), at=later)

    assert list(model.objects.order_by("pk").values_list("from_on", "until_on", "withdrawn_at")) == [
        (TODAY, TODAY, later),
        (TODAY + timedelta(days=30), None, None),
    ]


@pytest.mark.parametrize(("model", "draw", "act"), KINDS)
def test_line_that_would_end_before_it_begins_is_refused_at_its_field(model, draw, act):
    with pytest.raises(Refused) as refusal:
        draw(
            person=PersonFactory(),
            thing=PersonFactory(),
            purpose="share",
            by=actor_of(),
            at=AT,
            until_on=TODAY - timedelta(days=1),
        )

    assert (refusal.value.field, model.objects.count(), Event.objects.count()) == ("until_on", 0, 0)


def test_grant_withdrawn_ends_at_once_and_is_recorded():
    person, thing = PersonFactory(), PersonFactory()
    grant = grants.give(person=person, thing=thing, purpose="share", by=actor_of(), at=AT)
    assert holds_grant(actor_of(person), thing) is True

    withdrawn = grants.withdraw(grant=grant, by=actor_of(), at=AT)

    assert (withdrawn.withdrawn_at, holds_grant(actor_of(person), thing)) == (AT, False)
    event = Event.objects.get(act="access.grant.withdraw")
    assert (event.from_state, event.to_state, event.changed, event.note) == (
        "held",
        "withdrawn",
        ["withdrawn_at"],
        "share",
    )


def test_grant_withdrawn_before_is_refused():
    grant = grants.give(person=PersonFactory(), thing=PersonFactory(), purpose="share", by=actor_of(), at=AT)
    grants.withdraw(grant=grant, by=actor_of(), at=AT)

    with pytest.raises(Refused, match=r"This was already withdrawn\. Open the page again to see how it stands\."):
        grants.withdraw(grant=grant, by=actor_of(), at=AT + timedelta(hours=1))

    assert Grant.objects.get().withdrawn_at == AT


def test_bar_lifted_lets_the_grant_hold_again():
    person, thing = PersonFactory(), PersonFactory()
    grants.give(person=person, thing=thing, purpose="share", by=actor_of(), at=AT)
    bar = grants.bar(person=person, thing=thing, purpose="conflict", by=actor_of(), at=AT)
    assert holds_grant(actor_of(person), thing) is False

    grants.lift(bar=bar, by=actor_of(), at=AT)

    assert holds_grant(actor_of(person), thing) is True
    assert Event.objects.get(act="access.bar.lift").about_id == person.pk
    with pytest.raises(Refused, match="already withdrawn"):
        grants.lift(bar=bar, by=actor_of(), at=AT)
