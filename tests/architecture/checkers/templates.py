"""What a template may not hold: anything the strict content policy would block, and comparisons of codes."""

import re

from tests.architecture.checkers.source import Source

# data for the script may stand in the page: the policy does not run it
DATA = r"""(?![^>]*type=["']application/(?:ld\+)?json)"""
REFUSED = {
    "inline script": re.compile(rf"<script\b(?![^>]*\bsrc=){DATA}", re.IGNORECASE),
    "inline style": re.compile(r"<style\b|\sstyle\s*=\s*[\"']", re.IGNORECASE),
    "inline handler": re.compile(r"\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE),
    "somebody else's address": re.compile(
        r"""(?:src|href)\s*=\s*["']\s*(?:https?:)?//(?!www\.w3\.org)""", re.IGNORECASE
    ),
    "comparison of a state's code": re.compile(r"{%\s*(?:el)?if\b[^%]*\bstate\s*[!=]="),
    "switched-off escaping": re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off"),
}
# a plain-text mail is not HTML: escaping would put "&#x27;" into it
RIGHT_IN_TEXT = {"switched-off escaping"}


def refused_markup(source: Source) -> list[str]:
    """Every such place, by line."""
    found = []
    for name, pattern in REFUSED.items():
        if source.path.suffix == ".txt" and name in RIGHT_IN_TEXT:
            continue
        for match in pattern.finditer(source.text):
            line = source.text.count("\n", 0, match.start()) + 1
            found.append(f"{source.path}:{line}: {name}")
    return found
