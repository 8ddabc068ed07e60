"""What addresses of decisions and of releases can name in the walk."""

from academy.identity.actor import Actor
from asye.models import Enrolment, Transfer
from tests.integration.leaks.addresses import Target

Named = dict[tuple[str, str], list[Target]]


def of_ending() -> Named:
    """A decision is known to more than see the year; a release to her and to who runs the programme on both sides."""
    years = Enrolment.objects.select_related()
    return {
        ("asye decision", "pk"): [_decided(each) for each in years],
        ("Transfer", "pk"): [Target(each, {"pk": each.pk}) for each in Transfer.objects.select_related()],
    }


def _decided(year: Enrolment) -> Target:
    def known(actor: Actor) -> bool:
        return Enrolment.objects.decision_read_by(actor).filter(pk=year.pk).exists()

    return Target(year, {"pk": year.pk}, known)
