"""Words put together as a sentence has them."""

from collections.abc import Iterable


def in_a_row(words: Iterable[str], *, last: str = "and") -> str:
    """Words one after the other: "Helen or Ruth", "Amara, Dan and Helen"; empty for none. `last` joins the last."""
    *before, final = [*words] or [""]
    return f"{', '.join(before)} {last} {final}" if before else final
