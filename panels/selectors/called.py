"""What a case is called to whoever looks: by its candidate's name, or by its number where she may not know it."""

from collections.abc import Iterable

from academy.identity.actor import Actor
from panels.models import Case
from panels.rules.visibility import Sight
from panels.selectors.sight import Sees


def numbered(case_id: int) -> str:
    """A case without a name: "Case 12"."""
    return f"Case {case_id}"


def called(case: Case, sees: Sees) -> str:
    """What this case is called to somebody who sees that of it. The person is read beside the case."""
    return case.person.full_name if Sight.NAME in sees else numbered(case.pk)


def called_to(actor: Actor, cases: Iterable[Case]) -> dict[int, str]:
    """What each of these cases is called to the actor; those she may not know of are left out. Two queries for all; the
    person is read beside each case."""
    rows = list(cases)
    known = Case.objects.filter(pk__in=[case.pk for case in rows])
    shown = dict.fromkeys(known.visible_to(actor).order_by().values_list("pk", flat=True), False)
    named = set(known.showing(actor, Sight.NAME).order_by().values_list("pk", flat=True))
    return {
        case.pk: case.person.full_name if case.pk in named else numbered(case.pk) for case in rows if case.pk in shown
    }
