"""Entries and learning with peers as facts: days and kinds, and nothing somebody wrote."""

from datetime import date, timedelta

import pytest

from academy.development.selectors.learning_facts import entry_facts, peer_learning_facts, peer_reflection_facts
from academy.engines.facts.facts import Fact
from tests.factories.development import EntryFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.reflections import reflection_of
from tests.factories.supervisions import PLANNED, PeerAttendanceFactory, PeerSessionFactory

pytestmark = pytest.mark.django_db
WRITTEN = date(2026, 11, 10)
DAY = timedelta(days=1)


@pytest.fixture
def council():
    return OrganisationFactory()


def told(finder, *keys, people):
    return [(fact.person, fact.key, fact.on) for fact in finder([person.pk for person in people], on=TODAY, keys=keys)]


def came_to(session, person, *, came=True):
    return PeerAttendanceFactory(session=session, person=person, came=came)


def test_kept_entry_tells_its_kind_and_first_day_and_leads_to_the_persons_own_year():
    entry = EntryFactory(kind="critical", title="Whose risk was it?", happened="Her words.")

    assert list(entry_facts([entry.author_id], on=TODAY, keys=["development.entry"])) == [
        Fact(
            key="development.entry:critical",
            person=entry.author_id,
            on=WRITTEN,
            source="Kept in the learning record",
            link="/cpd/",
        )
    ]


def test_draft_withdrawn_entry_and_one_of_a_day_to_come_tell_nothing():
    her = EntryFactory(draft=True).author
    EntryFactory(author=her, withdrawn=True)
    EntryFactory(author=her, started_on=TODAY + DAY)

    assert told(entry_facts, "development.entry", people=[her]) == []


def test_entries_are_told_of_the_kind_that_is_asked_for_or_of_all():
    her = EntryFactory(kind="work").author
    EntryFactory(author=her, kind="talk", started_on=WRITTEN + DAY)
    both = ["development.entry:work", "development.entry:talk"]

    assert [key for _, key, _ in told(entry_facts, "development.entry", people=[her])] == both
    assert [key for _, key, _ in told(entry_facts, "development.entry:talk", people=[her])] == both[1:]


def test_who_leads_peer_learning_led_it_and_who_else_was_there_came(council):
    session = PeerSessionFactory(organisation=council, state="held")
    other, absent = PersonFactory(), PersonFactory()
    for person, came in ((session.leader, True), (other, True), (absent, False)):
        came_to(session, person, came=came)

    assert told(peer_learning_facts, "development.peer_learning", people=[session.leader, other, absent]) == [
        (session.leader_id, "development.peer_learning:led", PLANNED),
        (other.pk, "development.peer_learning:came", PLANNED),
    ]
    assert told(peer_learning_facts, "development.peer_learning:led", people=[other]) == []
    assert told(peer_learning_facts, "development.peer_learning:came", people=[session.leader]) == []


@pytest.mark.parametrize(
    ("state", "held_on"), [("planned", PLANNED), ("cancelled", PLANNED), ("held", date(2026, 11, 18))]
)
def test_peer_learning_that_was_not_held_by_the_day_tells_nothing(state, held_on, council):
    session = PeerSessionFactory(organisation=council, state=state, held_on=held_on, cancelled_because="Illness.")
    her = came_to(session, PersonFactory()).person

    assert told(peer_learning_facts, "development.peer_learning", people=[session.leader, her]) == []


@pytest.mark.parametrize(
    ("state", "days"),
    [
        ("confirmed", [date(2026, 11, 16)]),
        ("noted", []),
        ("asked", []),
        ("declined", []),
        ("withdrawn", []),
    ],
)
def test_talk_about_an_entry_counts_once_the_peer_confirmed_it(state, days):
    entry = EntryFactory()
    reflection_of(entry, state)

    assert told(peer_reflection_facts, "development.peer_reflection", people=[entry.author]) == [
        (entry.author_id, "development.peer_reflection", day) for day in days
    ]


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_talk_about_an_entry_that_is_not_kept_tells_nothing(state):
    entry = EntryFactory(**{state: True})
    reflection_of(entry, "confirmed")

    assert told(peer_reflection_facts, "development.peer_reflection", people=[entry.author]) == []


def test_facts_of_learning_hold_no_word_anybody_wrote_and_no_name(council):
    entry = EntryFactory(title="Marked title", happened="Marked words", learnt="Marked", impact="Marked")
    reflection_of(entry, "confirmed", outside_name="Marked Peer", learnt="Marked", words="Marked")
    PeerSessionFactory(
        organisation=council, leader=entry.author, state="held", topic="Marked", takeaway="Marked", place="Marked"
    )

    facts = [
        *entry_facts([entry.author_id], on=TODAY, keys=["development.entry"]),
        *peer_learning_facts([entry.author_id], on=TODAY, keys=["development.peer_learning"]),
        *peer_reflection_facts([entry.author_id], on=TODAY, keys=["development.peer_reflection"]),
    ]

    assert len(facts) == 3
    assert "Marked" not in repr(facts)
    assert entry.author.family_name not in repr(facts)


@pytest.mark.parametrize("number", [1, 3])
def test_learning_of_many_people_is_read_in_as_many_queries(number, council, django_assert_num_queries):
    entries = [EntryFactory(organisation=council) for _ in range(number)]
    people, session = [entry.author for entry in entries], PeerSessionFactory(organisation=council, state="held")
    for entry in entries:
        reflection_of(entry, "confirmed")
        came_to(session, entry.author)

    with django_assert_num_queries(1):
        kept = told(entry_facts, "development.entry", people=people)
    with django_assert_num_queries(2):
        learnt = told(peer_learning_facts, "development.peer_learning", people=people)
    with django_assert_num_queries(1):
        talked = told(peer_reflection_facts, "development.peer_reflection", people=people)

    ids = [person.pk for person in people]
    assert [[person for person, *_ in each] for each in (kept, learnt, talked)] == [ids, ids, ids]
