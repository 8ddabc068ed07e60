from datetime import date

from academy.engines.workflow.decisions import ALLOWED
from academy.people.rules.decisions import refused
from academy.people.rules.posts import can_be_primary, can_end
from academy.people.rules.spans import Span

POST = Span(date(2024, 5, 1))


def test_primary_post_beside_another_on_the_same_days_is_refused():
    other = Span(date(2022, 1, 10), date(2024, 5, 1))

    assert can_be_primary(POST, [other]) == refused(
        "There is a primary post here from 10 January 2022. End it before 1 May 2024, "
        "or begin this one as a second post.",
        "is_primary",
    )


def test_primary_post_after_the_last_day_of_another_is_allowed():
    assert can_be_primary(POST, [Span(date(2022, 1, 10), date(2024, 4, 30))]) == ALLOWED


def test_post_may_end_on_the_day_its_latest_terms_begin():
    assert can_end(POST, date(2024, 6, 1), terms_begin_on=date(2024, 6, 1)) == ALLOWED


def test_post_does_not_end_before_its_latest_terms_begin():
    assert can_end(POST, date(2024, 5, 31), terms_begin_on=date(2024, 6, 1)) == refused(
        "Terms of this post begin on 1 June 2024. Give that day or a later one.", "last_day"
    )


def test_post_does_not_end_twice():
    ended = Span(date(2024, 5, 1), date(2024, 5, 31))

    assert can_end(ended, date(2024, 7, 1), terms_begin_on=date(2024, 5, 1)) == refused(
        "This ends on 31 May 2024 already."
    )
