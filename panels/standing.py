"""Tells the standing of people whom panels concern, so that the menu of every page knows it without a query."""

from academy.people.selectors.standing import also
from panels.selectors.concerned import (
    appeals_heard,
    candidates_outside,
    cases_given,
    own_cases_begun,
    seats_held,
)

also(seats_held)
also(own_cases_begun)
also(candidates_outside)
also(cases_given)
also(appeals_heard)
