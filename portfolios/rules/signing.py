"""What a signature is over, whether it still is what stands, and who signs after whom. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from portfolios.choices.portfolios import SignerRole
from portfolios.rules.content import Content, canonical, fingerprint

# What the author declares by signing: each is ticked, and stands beside her name.
DECLARATIONS = {
    "own_work": "This is my own work. Where I use the words of others, I say so.",
    "consent": "Everybody who was observed or gave feedback agreed to its use.",
    "confidentiality": "I have read it all again. Nobody who draws on care and support can be told from it.",
}
OTHER_CONTENT = "What was signed is not what stands there now. Open the portfolio again and have it signed anew."


def signed_fingerprint(content: Content) -> str:
    """SHA-256 over what a signature is put under: the content without signatures, and without what the portal knows of
    her itself (team, registration, names to replace), which may change without anybody writing.
    """
    return fingerprint(canonical(replace(content, signatures=(), facts=(), names=())))


def role_after(chain: Sequence[SignerRole], role: str) -> SignerRole | None:
    """Who signs next in the chain after a role; None after the last, and after one that is not in it."""
    following = [each for before, each in pairwise(chain) if before == role]
    return following[0] if following else None


def is_signed_by_all(chain: Sequence[SignerRole], signed: Mapping[str, str], *, now: str) -> Decision:
    """Has everybody of the chain signed, and what stands now? `signed` is the fingerprint each role signed."""
    if missing := [str(role.label) for role in chain if role not in signed]:
        return refused(f"It is not signed by the {' and the '.join(missing)} yet.")
    return is_over(signed.values(), now=now)


def is_over(fingerprints: Iterable[str], *, now: str) -> Decision:
    """Are the signatures over what stands now?"""
    return ALLOWED if all(each == now for each in fingerprints) else refused(OTHER_CONTENT)
