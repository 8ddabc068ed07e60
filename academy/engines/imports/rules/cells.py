"""Cells of a CSV file that a spreadsheet opens: nothing in them is ever run as a formula. Pure."""

import re

# What Excel, LibreOffice and others take for the beginning of a formula; an apostrophe before it says "text".
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


BYTE_ORDER_MARK = "\ufeff"


class Echo:
    """A file that keeps nothing: what a csv writer writes comes back, so that a table can be streamed."""

    def write(self, text: str) -> str:
        return text


def as_text(value: str) -> str:
    """The value as a cell that is shown and never calculated; `plain` gives back exactly what went in."""
    return f"'{value}" if _FORMULA.match(value) else value


def plain(cell: str) -> str:
    """What the cell says, without the apostrophe that marks it as text."""
    return cell[1:] if _MARKED.match(cell) else cell
