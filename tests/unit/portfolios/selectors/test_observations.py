from dataclasses import replace
from datetime import timedelta

import pytest

from academy.development.selectors.colleagues import Colleague
from portfolios.models import Evidence
from portfolios.selectors.observations import (
    asked_of,
    day_to_suggest,
    known_of_all,
    outline_of,
    own_open,
    planned_between,
    with_standing,
)
from portfolios.selectors.piece_kinds import facts_of
from portfolios.services.observations import withdraw
from tests.factories.completions import CompletionFactory
from tests.factories.development import framework
from tests.factories.identity import TODAY
from tests.factories.observations import DAY, planned, planned_outside, reflected, written
from tests.factories.people import NOW, DeputyFactory, RegistrationFactory, RoleHoldingFactory, as_actor, staff_of
from tests.factories.training import CourseFactory


def stage_two(person):
    CompletionFactory(person=person, course=CourseFactory(code="practice-education-2", outcome="award"))


def test_observer_has_to_write_and_to_judge_nearest_day_first(council):
    later = planned(council.author, council.manager, planned_on=DAY + timedelta(days=9))
    judged = reflected(planned(council.author, council.manager))
    planned(council.author, council.colleague, relation="assessor")

    assert list(asked_of(council.managing)) == [judged, later]
    assert list(asked_of(council.by)) == []


def test_own_ones_are_open_until_they_are_complete_or_withdrawn(council):
    outside, gone = planned_outside(council.author), planned(council.author, council.manager)
    withdraw(evidence=gone, reason="", by=council.by, at=NOW)

    assert (list(own_open(council.by)), list(own_open(council.managing))) == ([outside], [])


def test_planned_days_are_hers_and_the_observers(council):
    asked = planned(council.author, council.manager, planned_on=TODAY)
    planned(council.author, council.manager, planned_on=TODAY + timedelta(days=31))
    nobody = replace(council.by, person_id=None)
    days = (TODAY, TODAY + timedelta(days=30))

    found = [list(planned_between(actor, *days)) for actor in (council.by, council.managing, nobody)]
    assert found == [[asked], [asked], []]
    assert list(planned_between(as_actor(council.colleague), *days)) == []


def test_outline_says_what_is_known_in_lines(council):
    asked = planned(council.author, council.manager, statement_ids=frozenset({framework()[0].pk}))

    outline = outline_of(asked, on=TODAY)

    assert outline.facts == [
        ("Whose practice", f"{council.author.full_name}, {council.organisation.name}"),
        ("What is observed", "A visit: First visit after hospital"),
        ("Planned for", "16 November 2026"),
        ("Observed on", ""),
        ("Observer", f"{council.manager.full_name}, line manager"),
        ("To look at", "Pace."),
        ("Standards", "PCF 1 Line 1"),
    ]
    assert dict(outline_of(reflected(asked), on=TODAY).facts)["Observed on"] == "16 November 2026"


def test_piece_says_its_planned_day_until_it_has_been(council):
    asked = planned(council.author, council.manager)
    ahead = {fact.label: fact.text for fact in facts_of(asked)}
    done = {fact.label: fact.text for fact in facts_of(written(asked))}

    assert (ahead["Planned for"], "Planned for" in done) == ("16 November 2026", False)


@pytest.mark.parametrize(("on", "day"), [(DAY - timedelta(days=1), None), (DAY, DAY), (TODAY, DAY)])
def test_planned_day_is_suggested_once_it_is_there(council, on, day):
    assert day_to_suggest(planned(council.author, council.manager), on=on) == day


def test_outline_of_an_outsiders_names_her_and_doubts_nothing(council):
    outline = outline_of(planned_outside(council.author), on=TODAY)

    assert dict(outline.facts)["Observer"] == "Rosa Whitlock, another registered social worker"


def test_registration_and_stage_two_that_are_not_known_are_said_beside_the_name(council):
    """By a stage 2 practice educator is supervision of a student to be observed (S2-157); a missing one is said."""
    asked = planned(council.author, council.colleague, relation="practice_educator", setting="student")
    unknown = outline_of(asked, on=TODAY).doubts
    stage_two(council.colleague)

    name = council.colleague.full_name
    assert unknown == (f"No stage 2 award of {name} as a practice educator is known here.",)
    assert outline_of(asked, on=TODAY).doubts == ()


def test_practice_educator_of_stage_two_by_role_is_known_as_one(council):
    RoleHoldingFactory(person=council.colleague, organisation=council.organisation, role="practice_educator_2")

    assert known_of_all([council.colleague.pk], on=TODAY)[council.colleague.pk].is_stage_two is True


def test_known_is_what_holds_on_the_day(council):
    RegistrationFactory(person=council.manager, until_on=TODAY - timedelta(days=1))
    RegistrationFactory(person=council.colleague)

    known = known_of_all([council.manager.pk, council.colleague.pk], on=TODAY)
    assert [known[who.pk].is_registered for who in (council.manager, council.colleague)] == [False, True]


def test_colleagues_say_below_their_names_what_is_known(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    RegistrationFactory(person=council.manager)
    stage_two(council.manager)
    people = [Colleague(person, "Lead") for person in (council.manager, deputy, council.colleague)]

    found = with_standing(people, person_id=council.author.pk, organisation_id=council.organisation.pk, on=TODAY)

    unknown = "no live social work registration known here"
    assert [each.work for each in found] == [
        "Lead, line manager, registered social worker, stage 2 practice educator",
        f"Lead, line manager, {unknown}",
        f"Lead, {unknown}",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_observations_and_colleagues(council, django_assert_num_queries, number):
    for day in range(number):
        planned(council.author, council.manager, planned_on=TODAY + timedelta(days=day))
    people = [Colleague(staff_of(council.organisation), "") for _ in range(number)]
    by, managing = council.by, council.managing

    with django_assert_num_queries(3):
        rows = [*asked_of(managing), *own_open(by), *planned_between(by, TODAY, TODAY + timedelta(days=30))]
        assert [row.observation.observer for row in rows] == [council.manager] * 3 * number
    with django_assert_num_queries(5):
        with_standing(people, person_id=council.author.pk, organisation_id=council.organisation.pk, on=TODAY)
    with django_assert_num_queries(5):
        outline_of(Evidence.objects.select_related("person", "organisation", "observation__observer")[0], on=TODAY)
