from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from academy.development.models import PeerReflection
from academy.development.selectors.reflections import has_peer_reflection
from academy.development.services import outside_names
from academy.development.services.outside_names import scrub, scrub_outside_names
from academy.development.services.reflections import answer, make_link
from academy.development.services.reflections import withdraw as withdraw_talk
from academy.development.tasks import scrub_names
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event, Name
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import actor_by
from academy.identity.actor import Actor
from tests.factories.development import kept_by
from tests.factories.identity import TODAY
from tests.factories.people import NOW
from tests.factories.reflections import ROSA, asked_colleague, noted_outside

# The talk was on 16 November 2026; midday three times 365 days later.
OVER = datetime(2029, 11, 15, 12, 0, tzinfo=ZoneInfo("Europe/London"))
BY = Actor.system("retention", on=OVER.date())
DAY = timedelta(days=1)


@pytest.fixture
def entry(council):
    return kept_by(council.author)


@pytest.fixture
def confirmed(entry):
    """Rosa answered by her link."""
    noted = noted_outside(entry)
    link = Link.objects.get()
    by = actor_by(link, on=TODAY)
    return answer(reflection=noted, took_place=True, words="We did.", by=by, at=NOW, link=link)


def test_scrubbed_talk_names_its_peer_nowhere_and_still_counts(confirmed, entry):
    scrubbed = scrub(reflection=confirmed, by=BY, at=OVER)

    scrubbed.refresh_from_db()
    assert (scrubbed.outside_name, scrubbed.outside_role, scrubbed.outside_email) == ("", "", "")
    assert (scrubbed.peer_name, scrubbed.words) == ("a peer whose name is no longer kept", "We did.")
    assert (scrubbed.state, has_peer_reflection([entry])) == ("confirmed", {entry.pk})
    assert Link.objects.values_list("holder_name", "holder_email").get() == ("", "")
    assert list(Name.objects.filter(name=ROSA.name)) == []


def test_scrubbing_is_one_act_that_says_which_fields_and_no_value(confirmed, council):
    scrub(reflection=confirmed, by=BY, at=OVER)

    event = Event.objects.get(act="development.reflection.scrub")
    assert event.changed == ["outside_email", "outside_name", "outside_role", "scrubbed_at"]
    assert (event.about_id, event.actor.name, event.note) == (council.author.pk, "retention", "")


@pytest.mark.parametrize(("at", "number"), [(OVER - DAY, 0), (OVER, 1)])
def test_name_is_kept_for_three_years_after_the_talk(confirmed, at, number):
    assert scrub_outside_names(at=at) == number
    assert PeerReflection.objects.exclude(outside_name="").count() == 1 - number


@pytest.mark.parametrize(("age", "number"), [(90 * DAY - timedelta(seconds=1), 0), (90 * DAY, 1)])
def test_name_of_a_talk_that_was_withdrawn_is_kept_for_90_days(entry, council, age, number):
    withdraw_talk(reflection=noted_outside(entry), by=council.by, at=NOW)
    noted_outside(entry)

    assert scrub_outside_names(at=NOW + age) == number
    assert list(PeerReflection.objects.filter(outside_name="").values_list("state", flat=True)) == (
        ["withdrawn"] * number
    )


def test_name_that_is_needed_or_a_colleague_is_not_scrubbed(entry, council, confirmed):
    for talk, at in ((confirmed, OVER - DAY), (asked_colleague(kept_by(council.author), council.colleague), OVER)):
        with pytest.raises(Refused, match="kept for three years"):
            scrub(reflection=talk, by=BY, at=at)


def test_two_peers_of_one_talk_are_both_scrubbed_once(entry):
    for name in ("Rosa Whitlock", "Kit Marlow"):
        noted_outside(entry, peer=replace(ROSA, name=name))

    assert scrub_outside_names(at=OVER) == 2
    assert scrub_outside_names(at=OVER) == 0


def test_talk_another_worker_scrubbed_meanwhile_is_left_to_it(confirmed, monkeypatch):
    def second(**said):
        scrub(**said)
        return scrub(**said)

    monkeypatch.setattr(outside_names, "scrub", second)

    assert scrub_outside_names(at=OVER) == 0


def test_nobody_is_asked_after_her_name_is_gone(entry, council):
    noted = noted_outside(entry)
    scrubbed = scrub(reflection=noted, by=BY, at=OVER)

    with pytest.raises(Refused, match="there is nobody to ask"):
        make_link(reflection=scrubbed, by=council.by, at=OVER)


def test_daily_task_goes_by_the_clock(confirmed):
    with time_machine.travel(OVER, tick=False):
        assert scrub_names() == 1
