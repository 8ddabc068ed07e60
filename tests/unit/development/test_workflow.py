import pytest

from academy.development.workflow.entries import ENTRY
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from tests.factories.development import EntryFactory
from tests.factories.people import as_actor

NOT_YOURS = "This is for somebody else to do. If it should be you, ask your academy lead."


def test_workflow_of_entries_is_sound():
    assert faults(ENTRY) == []


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"draft": True}, ["keep", "withdraw"]),
        ({"draft": True, "title": ""}, ["withdraw"]),
        ({}, ["withdraw"]),
        ({"withdrawn": True}, ["bring_back"]),
    ],
)
def test_transitions_open_to_the_author_in_a_state(council, made, expected):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    assert [choice.transition.name for choice in available(ENTRY, entry, council.by) if choice.is_open] == expected


def test_transitions_are_open_to_nobody_else(council):
    entry = EntryFactory(author=council.author, organisation=council.organisation)
    choices = available(ENTRY, entry, as_actor(council.manager))
    assert {choice.decision.reason for choice in choices} == {NOT_YOURS}


def test_workflow_names_whose_entry_it_is(council):
    entry = EntryFactory(author=council.author, organisation=council.organisation)
    assert (ENTRY.person_of(entry), ENTRY.organisation_of(entry)) == (council.author.pk, council.organisation.pk)
