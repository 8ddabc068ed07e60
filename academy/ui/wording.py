"""Words put together as a sentence has them."""

from collections.abc import Iterable


def in_a_row(words: Iterable[str], *, last: str = "and") -> str:
    """Words one after the other: "Helen or Ruth", "Amara, Dan and Helen"; empty for none. `last` joins the last."""
    *before, final = [*words] or [""]
    return f"{', '.join(before)} {last} {final}" if before else final


def beginning(words: object) -> str:
    """Words as a sentence or a heading begins with them: the first letter large, the others as they are."""
    said = str(words)
    return said[:1].upper() + said[1:]


def within(words: object) -> str:
    """Words as they stand within a sentence: the first letter small, the others as they are."""
    said = str(words)
    return said[:1].lower() + said[1:]


def counted(number: int, what: str) -> str:
    """A number with what it counts: "1 day", "3 days"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
