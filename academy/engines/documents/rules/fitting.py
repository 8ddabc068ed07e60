"""How much is appended to a document that people print: what is held in memory must have an end."""

from collections.abc import Sequence

MEGABYTE = 1024 * 1024
# Bytes and pages, of each file and of all.
BYTES_EACH = 25 * MEGABYTE
BYTES_IN_ALL = 80 * MEGABYTE
PAGES_EACH = 300
PAGES_IN_ALL = 1500
PICTURES = 150

TOO_LARGE = "It is too large to print with the portfolio."
NO_ROOM = "What stands before it is as much as can be printed in one document."


def fitting(files: Sequence[tuple[int, bool]]) -> list[str]:
    """Why each file, by size in bytes and whether it is a picture, stays out; empty for those that are taken in order
    until there is no room left. A small one may fit behind a large one that did not."""
    room, pictures, said = BYTES_IN_ALL, PICTURES, []
    for size, is_picture in files:
        if size > BYTES_EACH:
            said.append(TOO_LARGE)
        elif size > room or (is_picture and not pictures):
            said.append(NO_ROOM)
        else:
            said.append("")
            room -= size
            pictures -= is_picture
    return said
