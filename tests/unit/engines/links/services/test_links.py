from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event, Name
from academy.engines.links.models import Link
from academy.engines.links.rules import hashed
from academy.engines.links.selectors.links import actor_by
from academy.engines.links.services.links import (
    GONE,
    Holder,
    make,
    note_opening,
    scrub,
    scrub_all,
    spend,
    withdraw,
    withdraw_all,
)
from tests.factories.identity import TODAY, OrganisationFactory, actor_of
from tests.factories.links import GREET, link_to
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)
ROSA = Holder("Rosa Whitlock", "rosa@hospice.example")


def made(subject, *, at=NOW, by=None):
    return make(purpose=GREET, subject=subject, holder=ROSA, by=by or actor_of(), at=at, valid_days=30)


def test_making_gives_a_token_that_is_stored_hashed_only():
    by, subject = actor_of(), OrganisationFactory()

    fresh = made(subject, by=by)

    link = Link.objects.get()
    assert fresh.link == link
    assert (link.purpose, link.subject_label, link.subject_id) == (
        "tests-greet",
        "identity.organisation",
        str(subject.pk),
    )
    assert (link.holder_name, link.holder_email, link.made_by_id) == (
        "Rosa Whitlock",
        "rosa@hospice.example",
        by.person_id,
    )
    assert (link.made_at, link.expires_at) == (NOW, NOW + timedelta(days=30))
    assert (link.opened_at, link.spent_at, link.withdrawn_at) == (None, None, None)
    assert (link.token_hash, len(fresh.token)) == (hashed(fresh.token), 43)
    assert fresh.url == f"/l/{fresh.token}/"


def test_making_leaves_neither_token_nor_holder_in_the_audit():
    fresh = made(OrganisationFactory())

    event = Event.objects.get()
    said = f"{event.note} {event.changed} {event.subject_id} {event.from_state} {event.to_state}"
    assert (event.act, event.note, event.to_state) == ("links.link.make", "tests-greet", "open")
    assert [word for word in (fresh.token, "Rosa", "hospice") if word in said] == []


def test_making_another_ends_the_one_before():
    subject, other = OrganisationFactory(), OrganisationFactory()
    first, elsewhere = made(subject), made(other)

    second = made(subject, at=LATER)

    for each in (first, elsewhere, second):
        each.link.refresh_from_db()
    assert (first.link.withdrawn_at, elsewhere.link.withdrawn_at, second.link.withdrawn_at) == (LATER, None, None)


def test_first_opening_is_noted_and_spends_nothing():
    link = link_to()

    for at in (NOW, LATER):
        note_opening(link=link, by=actor_by(link, on=TODAY), at=at)

    link.refresh_from_db()
    assert (link.opened_at, link.spent_at) == (NOW, None)
    assert list(Event.objects.order_by("pk").values_list("changed", flat=True)) == [["opened_at"], []]


def test_holder_spends_her_link_once_under_her_name():
    link = link_to()
    by = actor_by(link, on=TODAY)

    spend(link=link, by=by, at=NOW)

    link.refresh_from_db()
    assert link.spent_at == NOW
    event = Event.objects.get()
    assert (event.act, event.from_state, event.to_state, event.actor.name) == (
        "links.link.spend",
        "open",
        "spent",
        "Rosa Whitlock",
    )
    with pytest.raises(Refused, match="can no longer be used"):
        spend(link=link, by=by, at=LATER)


def test_of_two_who_loaded_the_same_link_one_spends_it():
    link = link_to()
    same = Link.objects.get()
    by = actor_by(link, on=TODAY)
    spend(link=link, by=by, at=NOW)

    with pytest.raises(Refused) as refused:
        spend(link=same, by=by, at=NOW)

    assert refused.value.reason == GONE


@pytest.mark.parametrize("said", [{"spent_at": NOW}, {"withdrawn_at": NOW}, {"expires_at": NOW + timedelta(seconds=1)}])
def test_link_that_is_not_open_is_not_spent(said):
    link = link_to(**said)

    with pytest.raises(Refused) as refused:
        spend(link=link, by=actor_by(link, on=TODAY), at=LATER)

    assert refused.value.reason == GONE


def test_link_is_spent_by_nobody_but_its_holder():
    link, other = link_to(), link_to("other")

    said = []
    for by in (actor_of(), actor_by(other, on=TODAY)):
        with pytest.raises(Refused) as refused:
            spend(link=link, by=by, at=NOW)
        said.append(refused.value.reason)

    assert (said, Link.objects.filter(spent_at=None).count()) == ([GONE, GONE], 2)


def test_withdrawing_ends_a_link_once():
    link = link_to()

    withdraw(link=link, by=actor_of(), at=NOW)

    assert Link.objects.get().withdrawn_at == NOW
    with pytest.raises(Refused, match="used or withdrawn already"):
        withdraw(link=link, by=actor_of(), at=LATER)


def test_withdrawing_all_leaves_used_ones_as_they_are():
    subject = OrganisationFactory()
    used = link_to("used", subject=subject, spent_at=NOW)
    link_to("open", subject=subject)

    withdraw_all(purpose=GREET, subject=subject, by=actor_of(), at=LATER)

    assert list(Link.objects.exclude(pk=used.pk).values_list("withdrawn_at", flat=True)) == [LATER]
    used.refresh_from_db()
    assert (used.withdrawn_at, used.spent_at) == (None, NOW)


def test_scrubbing_leaves_the_holders_name_in_no_row():
    link = link_to()
    note_opening(link=link, by=actor_by(link, on=TODAY), at=NOW)

    for at in (LATER, LATER + timedelta(days=1)):
        scrub(link=link, by=actor_of(), at=at)

    link.refresh_from_db()
    names = list(Name.objects.filter(kind="link").values_list("name", "reference", "scrubbed_at"))
    assert (link.holder_name, link.holder_email, names) == ("", "", [("Name removed", f"link {link.pk}", LATER)])


def test_scrubbing_all_leaves_the_links_of_other_subjects_alone():
    subject = OrganisationFactory()
    for token in ("one", "two"):
        link_to(token, subject=subject)
    other = link_to("other")

    scrub_all(purpose=GREET, subject=subject, by=actor_of(), at=LATER)

    assert list(Link.objects.exclude(holder_name="")) == [other]


def test_two_holders_of_one_name_are_told_apart_in_the_audit():
    one, other = link_to("one"), link_to("other")

    for link in (one, other):
        note_opening(link=link, by=replace(actor_by(link, on=TODAY), label="Rosa Whitlock"), at=NOW)

    assert Event.objects.values("actor").distinct().count() == 2
