"""What the assessed and supported year tells other apps of somebody."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.providers import provide
from asye.selectors.outcome_facts import OUTCOME, outcome_facts

declare(
    Family(
        name=OUTCOME,
        tells="The employer decided on the assessed and supported year.",
        which="the outcome: passed, failed",
    ),
)

provide([OUTCOME], outcome_facts, app="asye")
