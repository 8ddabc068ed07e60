from datetime import date

import pytest

from academy.development.selectors.team_balance import TeamBalance, team_balance
from academy.ui.charts import BalanceBar, Guide
from tests.factories.development import EntryFactory
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import as_actor, staff_of

TOO_FEW = TeamBalance(None, "Shown when at least 5 people of your team have kept an entry.")


def team(council, number):
    """So many people of the manager, the author among them."""
    return [council.author, *(staff_of(council.organisation, line_manager=council.manager) for _ in range(number - 1))]


def kept(council, person, way, **said):
    EntryFactory.create_batch(said.pop("number", 1), author=person, organisation=council.organisation, way=way, **said)


def seen(council):
    return team_balance(as_actor(council.manager))


def test_balance_of_a_team_is_in_steps_of_five_per_cent(council):
    for person, way in zip(
        team(council, 5), ["experience", "experience", "others", "formal", "experience"], strict=True
    ):
        kept(council, person, way, number=2 if way == "experience" else 1)
    assert seen(council) == TeamBalance(
        BalanceBar(75, 15, 10, Guide(70, 20, 10)),
        "Close to the guide. It is a guide only; nothing is refused because of it.",
    )


def test_balance_of_a_team_far_from_the_guide_is_no_judgement(council):
    for person in team(council, 5):
        kept(council, person, "formal")
    found = seen(council)
    assert (found.bar.formal, found.sentence) == (
        100,
        "A mix of its own, beside the guide. It is a guide only; nothing is refused because of it.",
    )


def test_balance_is_hidden_while_fewer_than_five_have_kept_something(council):
    assert seen(council) == TOO_FEW
    *four, _ = team(council, 5)
    for person in four:
        kept(council, person, "formal", number=9)
    assert seen(council) == TOO_FEW


@pytest.mark.parametrize(
    "said",
    [
        {"draft": True},
        {"withdrawn": True},
        {"started_on": date(2025, 11, 17)},
        {"elsewhere": True},
    ],
    ids=["draft", "withdrawn", "older than a year", "kept at another employer"],
)
def test_balance_counts_kept_entries_of_the_year_in_this_organisation_only(council, said):
    elsewhere = said.pop("elsewhere", False)
    organisation = OrganisationFactory() if elsewhere else council.organisation
    *four, fifth = team(council, 5)
    for person in four:
        kept(council, person, "others")
    EntryFactory(author=fifth, organisation=organisation, way="others", **said)
    assert seen(council) == TOO_FEW
    kept(council, fifth, "others", started_on=date(2025, 11, 18))
    assert seen(council).bar.others == 100


def test_balance_leaves_out_the_manager_and_everybody_she_does_not_manage(council):
    for person in team(council, 4):
        kept(council, person, "experience")
    for person in (council.manager, council.colleague):
        kept(council, person, "experience")
    assert seen(council) == TOO_FEW


def test_balance_of_a_team_is_for_who_has_one(council, django_assert_num_queries):
    by = as_actor(council.author)
    with django_assert_num_queries(0):
        assert team_balance(by) is None


@pytest.mark.parametrize("number", [2, 5, 8])
def test_balance_takes_two_queries_for_any_team(council, number, django_assert_num_queries):
    for person in team(council, number):
        kept(council, person, "experience", number=3)
    by = as_actor(council.manager, on=TODAY)
    with django_assert_num_queries(2):
        found = team_balance(by)
    assert (found.bar is None, found == TOO_FEW) == (number < 5, number < 5)
