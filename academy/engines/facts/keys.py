"""Names of the families of facts that several apps know, and keys made of them."""

from collections.abc import Iterable

# Whichever app declares a family, another may ask for it or find some of it.
COMPLETION = "training.completion"
CREDITS = "training.credits"
TEACHING = "training.teaching"
REQUEST = "training.request"
AWARD = "pathways.award"
AGREEMENT = "pathways.agreement"
REGISTRATION = "people.registration"
ANNOTATION = "people.annotation"
POST = "people.post"
GRADE = "people.grade"


def keyed(family: str, which: str) -> str:
    """The key of one thing of a family."""
    return f"{family}:{which}"


def family_of(key: str) -> str:
    """The family a key belongs to; a family is a key too, for all of it."""
    return key.partition(":")[0]


def which_of(keys: Iterable[str], family: str) -> frozenset[str] | None:
    """Which things of a family are asked for by these keys; None for all of them."""
    asked = {key for key in keys if family_of(key) == family}
    return None if family in asked else frozenset(key.partition(":")[2] for key in asked)
