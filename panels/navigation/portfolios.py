"""A portfolio that was opened for a case says so, to whoever sees the case."""

from academy.identity.actor import Actor
from panels.models import Case
from panels.selectors.portfolios import SOURCE
from panels.selectors.wording import about
from portfolios.selectors.openers import Opener, declare


def told_of(reference: str, actor: Actor) -> Opener | None:
    """What is asked in the case, and its page; None where she may not know of it. One query."""
    number = reference.removeprefix("case ")
    known = Case.objects.visible_to(actor).select_related("vacancy", "grade")
    case = known.filter(pk=number).first() if number.isdecimal() else None
    return None if case is None else Opener(about(case), case.get_absolute_url())


declare(SOURCE, told_of)
