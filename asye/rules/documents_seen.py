"""Which of the documents a policy asks for before a year begins were seen (D1-06). Pure."""

from collections.abc import Collection

from academy.ui.wording import within
from asye.rules.parts_of_policy import Document
from asye.rules.policy import AsyeRules


def seen_among(rules: AsyeRules, codes: Collection[str]) -> tuple[Document, ...]:
    """Those that were seen, in the order of the policy; what it does not ask for is left out."""
    return tuple(each for each in rules.documents if each.code in codes)


def unseen_among(rules: AsyeRules, codes: Collection[str]) -> tuple[Document, ...]:
    """Those that are still to be seen."""
    return tuple(each for each in rules.documents if each.code not in codes)


def listed(documents: Collection[Document]) -> str:
    """Their titles within a sentence: "degree certificate, proof of registration"."""
    return ", ".join(within(each.title) for each in documents)
