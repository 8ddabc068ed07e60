"""What waits of parts in years: a part to be handed over, and one that needs somebody else."""

from datetime import date

from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from asye.choices.enrolments import Role
from asye.selectors.next_steps import about
from asye.selectors.who import handovers_asked, parts_needing


def _handing_over(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Hand over: {part.enrolment.person.full_name}",
            why=f"Somebody else is the {Role(part.role).label} in the ASYE now.",
            url=reverse("asye:handover", args=[part.pk]),
            action="Write what the next one should know",
            waiting_since=part.until_on,
        )
        for part in handovers_asked(actor)
    ]


def _needing(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Name the {each.role.label} of {each.enrolment.person.full_name}",
            why=each.why,
            url=reverse("asye:assign", args=[each.enrolment.pk, each.role.value]),
            action="Choose somebody",
            of=about(each.enrolment.pk),
        )
        for each in parts_needing(actor)
    ]


declare(Provider("asye.part_handing_over", _handing_over))
declare(Provider("asye.part_needing", _needing))
