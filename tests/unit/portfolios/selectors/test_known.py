"""What the portal knows of somebody that can be evidence as it is."""

from dataclasses import replace
from datetime import date

import pytest

from portfolios.selectors.known import known_to
from tests.factories import portfolios as made
from tests.factories.completions import CompletionFactory
from tests.factories.people import as_actor
from tests.factories.supervisions import agreement_between, session_of

DAY = date(2026, 11, 3)


def completed(council, **said):
    return CompletionFactory(person=council.author, organisation=council.organisation, **{"completed_on": DAY, **said})


def test_courses_are_told_newest_first_and_those_used_say_so(council, django_assert_num_queries):
    older, newer = completed(council, completed_on=date(2026, 1, 5)), completed(council, course__title="x" * 120)
    made.evidence_in("complete", person=council.author, known_as=f"completion:{older.pk}")
    by = as_actor(council.author)
    with django_assert_num_queries(2):
        found = known_to(by, "certificate")
    assert [(each.pk, each.is_used, each.key) for each in found] == [
        (newer.pk, False, f"completion:{newer.pk}"),
        (older.pk, True, f"completion:{older.pk}"),
    ]


def test_what_was_withdrawn_can_be_evidence_again(council):
    done = completed(council)
    made.evidence_in("withdrawn", person=council.author, known_as=f"completion:{done.pk}")
    assert [each.is_used for each in known_to(council.by, "certificate")] == [False]


@pytest.mark.parametrize(("state", "number"), [("signed", 1), ("held", 0)])
def test_only_a_session_both_signed_can_be_evidence(council, state, number):
    session_of(agreement_between(council.author, council.manager), state)
    found = known_to(council.by, "supervision")
    assert [each.about for each in found] == [f"With {council.manager.full_name}"] * number


def test_nothing_is_known_of_other_kinds_and_of_nobody(council):
    completed(council)
    assert known_to(council.by, "project") == []
    assert known_to(replace(council.by, person_id=None), "certificate") == []
