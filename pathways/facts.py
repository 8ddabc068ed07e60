"""What pathways tell other apps of somebody, and what others tell them."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.keys import AGREEMENT, AWARD
from academy.engines.facts.providers import provide
from pathways.selectors.agreement_facts import agreement_facts

declare(
    Family(
        name=AWARD,
        tells="An award is held: the course that gives it was passed, or the register notes it beside her name.",
        which="the award; its code is the same everywhere",
    ),
    Family(
        name=AGREEMENT,
        tells="Somebody with a say in it agreed to something and it was noted: an equivalent, a topic, an approval.",
        which="organisation/what the policy calls it",
        by_relation="who agreed: line_manager, or the role by which she did",
    ),
    Family(
        name="pathways.placement",
        tells="A student was supported through a placement.",
        which="in which part: practice-educator, supervisor",
        comes_with="placements",
    ),
)

provide([AGREEMENT], agreement_facts, app="pathways")
