from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from academy.development.models import Entry
from academy.development.rules.course_entries import Learning
from academy.development.services.course_entries import offer_from_course
from academy.development.services.entries import withdraw
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from tests.factories.development import framework
from tests.factories.identity import TODAY
from tests.factories.people import NOW

PORTAL = Actor.system("attendance", on=TODAY)
LEARNING = Learning(
    origin="training.booking/7",
    title="Safeguarding Adults",
    started_on=date(2026, 11, 10),
    ended_on=date(2026, 11, 11),
    length=timedelta(hours=13, minutes=30),
)


def offered(council, learning=LEARNING):
    return offer_from_course(
        author=council.author, organisation=council.organisation, learning=learning, by=PORTAL, at=NOW
    )


def test_draft_says_what_the_portal_knows_and_nothing_in_her_name(council):
    [statement] = framework(lines=1)

    entry = offered(council, replace(LEARNING, statement_ids=frozenset({statement.pk})))

    assert (entry.author, entry.state, entry.kind, entry.way) == (council.author, "draft", "course", "formal")
    assert (entry.title, entry.started_on, entry.ended_on, entry.hours) == (
        "Safeguarding Adults",
        date(2026, 11, 10),
        date(2026, 11, 11),
        Decimal("13.50"),
    )
    assert (entry.happened, entry.learnt, entry.impact) == ("", "", "")
    assert list(entry.statements.all()) == [statement]


def test_course_of_one_day_has_no_last_day_and_a_long_title_is_cut(council):
    entry = offered(council, replace(LEARNING, ended_on=LEARNING.started_on, title="x" * 300))

    assert (entry.ended_on, len(entry.title)) == (None, 200)


def test_offered_twice_it_is_the_one_draft_as_she_left_it(council):
    first = offered(council)
    Entry.objects.filter(pk=first.pk).update(title="My own words")

    again = offered(council)

    assert (again.pk, again.title, Entry.objects.count()) == (first.pk, "My own words", 1)


def test_draft_she_threw_away_is_not_offered_again(council):
    withdraw(entry=offered(council), reason="", by=council.by, at=NOW)

    again = offered(council)

    assert (again.state, Entry.objects.count()) == ("withdrawn", 1)


def test_offer_is_audited_as_about_her(council):
    entry = offered(council)

    event = Event.objects.get(act="development.entry.offer")
    assert (event.subject_id, event.about_id, event.organisation_id) == (
        str(entry.pk),
        council.author.pk,
        council.organisation.pk,
    )
