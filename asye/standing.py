"""Tells the standing of people whom a year concerns, so that the menu of every page knows it without a query."""

from academy.people.selectors.standing import also
from asye.selectors.concerned import own_years, parts_held

also(own_years)
also(parts_held)
