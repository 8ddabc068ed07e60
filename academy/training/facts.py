"""What training tells other apps of somebody."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.keys import COMPLETION
from academy.engines.facts.providers import provide
from academy.training.selectors.completions import completion_facts

declare(
    Family(
        name=COMPLETION,
        tells="A course was completed; it counts until its own last day.",
        which="organisation/course",
    ),
)
provide([COMPLETION], completion_facts, app="training")
