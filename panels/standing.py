"""Tells lower apps what panels know: the standing of people whom they concern, so that the menu of every page knows it
without a query, and the years they moderate."""

from academy.people.selectors.standing import also
from asye.selectors.elsewhere import Moderating, register
from asye.services import answered
from panels.selectors.asye_years import answer_by, where_moderated
from panels.selectors.concerned import (
    actions_seen_to,
    appeals_heard,
    candidates_outside,
    cases_given,
    own_cases_begun,
    samples_read,
    seats_held,
)
from panels.services.asye_answers import tell_of_answer

also(seats_held)
also(own_cases_begun)
also(candidates_outside)
also(cases_given)
also(appeals_heard)
also(actions_seen_to)
also(samples_read)
register(Moderating(where=where_moderated, answer_by=answer_by))
answered.also(tell_of_answer)
