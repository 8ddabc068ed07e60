"""What people tells other apps of somebody."""

from academy.engines.facts.families import Family, declare
from academy.engines.facts.keys import ANNOTATION, AWARD, GRADE, POST, REGISTRATION
from academy.engines.facts.providers import provide
from academy.people.selectors.register_facts import annotation_facts, registration_facts
from academy.people.selectors.service_facts import grade_facts, post_facts

declare(
    Family(
        name=REGISTRATION,
        tells="Somebody is on a regulator's register, without a break and as far as the last renewal reaches.",
        which="the regulator: swe, hcpc",
    ),
    Family(
        name=ANNOTATION,
        tells="The register notes something beside her name.",
        which="what is noted: amhp, bia",
    ),
    Family(
        name=POST,
        tells="Somebody is in the service of an organisation without a break.",
        which="the organisation",
    ),
    Family(
        name=GRADE,
        tells="A grade, or a level of it, is held without a break.",
        which="organisation/grade or organisation/grade/level, such as bristol/bg10/level-1",
    ),
)
provide([REGISTRATION], registration_facts, app="people")
provide([ANNOTATION, AWARD], annotation_facts, app="people")
provide([POST], post_facts, app="people")
provide([GRADE], grade_facts, app="people")
