from academy.engines.guard.models.overrule import Overrule
from academy.engines.guard.models.pseudonym_key import PseudonymKey

__all__ = ["Overrule", "PseudonymKey"]
