from datetime import date, timedelta

import pytest

from academy.development.models import Goal, GoalEntry
from academy.development.rules.goals import GoalWords
from academy.development.services.goals import agree, change_goal, close, link_entries, set_goal, words_of
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.development import EntryFactory, framework, kept_by
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, as_actor
from tests.factories.plans import appraisal_in

DUE = date(2027, 3, 31)
LATER = NOW + timedelta(hours=1)
WORDS = GoalWords(title="Write better court reports", why="For Mrs L.", how="With Helen.", due_on=DUE)


def said(**changes):
    kept = {name: getattr(WORDS, name) for name in ("title", "why", "how", "due_on", "source", "statement_ids")}
    return GoalWords(**{**kept, **changes})


@pytest.fixture
def goal(council):
    return set_goal(words=WORDS, by=council.by, at=NOW)


@pytest.fixture
def agreed(council, goal):
    return agree(goal=goal, seen=goal.changed_at, by=as_actor(council.manager), at=NOW)


def test_goal_is_set_with_its_words_and_standards(council):
    line = framework()[0]
    meeting = appraisal_in("open", person=council.author, organisation=council.organisation)
    goal = set_goal(words=said(statement_ids=frozenset({line.pk})), by=council.by, at=NOW, appraisal=meeting)

    stored = Goal.objects.get()
    assert (stored.person, stored.organisation, stored.title, stored.due_on, stored.appraisal) == (
        council.author,
        council.organisation,
        WORDS.title,
        DUE,
        meeting,
    )
    assert words_of(goal).statement_ids == {line.pk}
    assert Event.objects.get().act == "development.goal.set"


def test_goal_is_refused_to_who_belongs_nowhere_and_without_words(council):
    with pytest.raises(Refused, match="for people who belong"):
        set_goal(words=WORDS, by=as_actor(PersonFactory()), at=NOW)
    with pytest.raises(Refused, match="Write what you want") as refused:
        set_goal(words=said(title=" "), by=council.by, at=NOW)
    with pytest.raises(Refused, match="appraisal of your own"):
        set_goal(words=WORDS, by=council.by, at=NOW, appraisal=appraisal_in("open"))
    assert (refused.value.field, Goal.objects.count()) == ("title", 0)


def test_manager_agrees_to_what_she_has_read(council, agreed):
    assert (agreed.agreed_at, agreed.agreed_by) == (NOW, council.manager)


def test_agreement_is_refused_to_herself_twice_to_changed_and_to_closed_goals(council, goal):
    manager = as_actor(council.manager)
    with pytest.raises(Refused, match="Only her line manager"):
        agree(goal=goal, seen=goal.changed_at, by=council.by, at=NOW)
    with pytest.raises(Refused, match="changed while you read it"):
        agree(goal=goal, seen=None, by=manager, at=NOW)
    agree(goal=goal, seen=goal.changed_at, by=manager, at=NOW)
    with pytest.raises(Refused, match="agreed already"):
        agree(goal=goal, seen=goal.changed_at, by=manager, at=NOW)
    close(goal=goal, is_reached=True, words="", by=council.by, at=NOW)
    with pytest.raises(Refused, match="closed"):
        agree(goal=goal, seen=goal.changed_at, by=manager, at=NOW)


def test_change_of_the_words_takes_the_agreement_away(council, agreed):
    changed = change_goal(goal=agreed, words=said(how="With the team."), by=council.by, at=LATER)
    assert (changed.how, changed.agreed_at, changed.agreed_by, changed.changed_at) == (
        "With the team.",
        None,
        None,
        LATER,
    )


def test_change_of_where_it_came_from_leaves_the_agreement(council, agreed):
    changed = change_goal(goal=agreed, words=said(source="career"), by=council.by, at=LATER)
    assert (changed.source, changed.agreed_at) == ("career", NOW)
    assert Event.objects.latest("pk").changed == ["source"]


def test_change_is_refused_to_others_and_of_closed_goals(council, goal):
    with pytest.raises(Refused, match="Only the person whose goal it is"):
        change_goal(goal=goal, words=WORDS, by=as_actor(council.manager), at=NOW)
    close(goal=goal, is_reached=True, words="", by=council.by, at=NOW)
    with pytest.raises(Refused, match="stays as it is"):
        change_goal(goal=goal, words=WORDS, by=council.by, at=NOW)


@pytest.mark.parametrize(("is_reached", "state"), [(True, "reached"), (False, "dropped")])
def test_goal_is_closed_with_words(council, goal, is_reached, state):
    closed = close(goal=goal, is_reached=is_reached, words=" I changed teams. ", by=council.by, at=LATER)
    assert (closed.state, closed.closing_words, closed.closed_at) == (state, "I changed teams.", LATER)


def test_closing_is_refused_without_a_reason_and_to_others(council, goal):
    with pytest.raises(Refused, match="why you do not go on") as refused:
        close(goal=goal, is_reached=False, words="", by=council.by, at=NOW)
    with pytest.raises(Refused, match="somebody else to do"):
        close(goal=goal, is_reached=True, words="", by=as_actor(council.manager), at=NOW)
    assert refused.value.field == "words"


def test_own_kept_entries_are_linked_and_unlinked(council, goal):
    first, second = kept_by(council.author), kept_by(council.author)
    link_entries(goal=goal, entries=[first, second], by=council.by, at=NOW)
    link_entries(goal=goal, entries=[second], by=council.by, at=LATER)
    assert list(GoalEntry.objects.values_list("entry", "linked_at")) == [(second.pk, NOW)]


def test_linking_is_refused_to_others_of_others_entries_and_of_drafts(council, goal):
    draft = EntryFactory(author=council.author, organisation=council.organisation, draft=True)
    for entry in (draft, kept_by(council.colleague)):
        with pytest.raises(Refused, match="your own kept entries"):
            link_entries(goal=goal, entries=[entry], by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only the person"):
        link_entries(goal=goal, entries=[], by=as_actor(council.manager), at=NOW)
    assert GoalEntry.objects.count() == 0


def test_goal_of_another_state_knows_it():
    assert (Goal(state="open").is_open, Goal(state="reached").is_open, Goal().is_agreed) == (True, False, False)
