"""Tells the access engine where a person's dated roles come from."""

from academy.engines.access.actors import register_source
from academy.people.selectors.standing import standing

register_source(standing)
