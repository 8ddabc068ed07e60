"""What training tells other apps of somebody."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.keys import AWARD, COMPLETION, CREDITS, REQUEST, TEACHING
from academy.engines.facts.providers import provide
from academy.training.selectors.completions import completion_facts
from academy.training.selectors.expected_facts import expected_facts
from academy.training.selectors.request_facts import request_facts
from academy.training.selectors.teaching_facts import teaching_facts

declare(
    Family(
        name=COMPLETION,
        tells="A course was completed, and counts until its own last day; expected of places and requests with a day.",
        which="organisation/course",
    ),
    Family(
        name=CREDITS,
        tells="Academic credits were gained by a course, the first time it was completed.",
        quantity="the credits of the course",
        level="their academic level: 6, 7",
    ),
    Family(name=TEACHING, tells="An event was taught or co-ordinated; expected while it is still to come."),
    Family(
        name=REQUEST,
        tells="A course was asked for, and no day is sure yet on which it will be done.",
        which="organisation/course",
    ),
)
LEARNT = (COMPLETION, AWARD, CREDITS)
provide(LEARNT, completion_facts, app="training")
provide(LEARNT, expected_facts, app="training", foretells=True)
provide([TEACHING], teaching_facts, app="training")
provide([REQUEST], request_facts, app="training")
