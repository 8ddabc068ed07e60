"""What training tells other apps of somebody."""

from academy.engines.facts.keys import COMPLETION
from academy.engines.facts.providers import provide
from academy.training.selectors.completions import completion_facts

provide([COMPLETION], completion_facts)
