from datetime import date, timedelta

import pytest

from academy.development.models import PeerOffer
from academy.development.selectors.partners import Partner, is_offered, suggested_partners
from academy.people.models import Terms
from tests.factories.development import EntryFactory, framework
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, staff_of
from tests.factories.reflections import asked_colleague

WHY = "Works in {} and wrote in the last twelve months about standards this entry speaks to."


@pytest.fixture
def lines(db):
    return framework(lines=3)


@pytest.fixture
def entry(council, lines):
    return written(council.author, lines)


def written(author, lines, **said):
    made = EntryFactory(author=author, organisation=author.posts.get().organisation, **said)
    made.statements.set(lines)
    return made


def offering(council, lines, **said):
    person = staff_of(council.organisation)
    PeerOffer.objects.create(person=person, offered_at=NOW)
    written(person, lines, **said)
    return person


def team_of(person):
    return Terms.objects.get(post__person=person).team


def suggested(entry):
    return [each.person for each in suggested_partners(entry, on=TODAY)]


@pytest.mark.parametrize("number", [1, 3])
def test_colleagues_of_other_teams_who_offer_it_are_suggested_with_one_sentence(
    council, entry, lines, django_assert_num_queries, number
):
    people = [offering(council, lines[: 3 - each]) for each in range(number)]

    with django_assert_num_queries(3):
        found = suggested_partners(entry, on=TODAY)

    assert found == [Partner(each, WHY.format(team_of(each).name)) for each in people]


def test_at_most_three_are_suggested(council, entry, lines):
    for _ in range(4):
        offering(council, lines)

    assert len(suggested(entry)) == 3


def test_who_does_not_offer_it_is_never_suggested(council, entry, lines):
    written(council.colleague, lines)

    assert (suggested(entry), is_offered(council.colleague.pk)) == ([], False)


@pytest.mark.parametrize(
    "said",
    [
        {"draft": True},
        {"withdrawn": True},
        {"started_on": TODAY - timedelta(days=365)},
        {"started_on": TODAY + timedelta(days=1)},
    ],
)
def test_only_what_is_kept_and_recent_counts(council, entry, lines, said):
    offering(council, lines, **said)

    assert suggested(entry) == []


def test_day_after_twelve_months_ago_is_recent(council, entry, lines):
    person = offering(council, lines, started_on=TODAY - timedelta(days=364))

    assert suggested(entry) == [person]


def test_other_standards_the_own_team_other_councils_leavers_and_oneself_are_not_suggested(council, entry, lines):
    offering(council, framework("kss", lines=1))
    mate = offering(council, lines)
    Terms.objects.filter(post__person=mate).update(team=team_of(council.author))
    stranger = staff_of(OrganisationFactory())
    PeerOffer.objects.create(person=stranger, offered_at=NOW)
    written(stranger, lines)
    leaver = offering(council, lines)
    leaver.posts.update(until_on=date(2026, 11, 16))
    PeerOffer.objects.create(person=council.author, offered_at=NOW)

    assert suggested(entry) == []


def test_who_was_asked_already_is_not_suggested_again(council, entry, lines):
    person = offering(council, lines)
    asked_colleague(entry, person)

    assert suggested(entry) == []


def test_entry_without_standards_suggests_nobody(council, lines):
    offering(council, lines)

    assert suggested(written(council.author, [])) == []
