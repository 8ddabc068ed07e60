"""Facts and judgements for tests of the requirements engine, as short as they can be said."""

from datetime import date
from decimal import Decimal

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.node import Node

TODAY = date(2026, 11, 17)


def fact(key, on, **said):
    """Something so of one person since a day."""
    return Fact(key=key, person=1, on=on, quantity=Decimal(said.pop("quantity", 1)), **said)


def judged(said, *facts, on=TODAY, **case):
    """How a requirement stands, as a file says it, with these facts."""
    return Node.model_validate(said).judge(Case(on=on, facts=facts, **{"home": "bristol", **case}))
