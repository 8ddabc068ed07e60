"""The matrix of permissions and who is given them, as a page for docs/generated."""

from collections.abc import Iterable
from itertools import groupby

from academy.engines.access.permissions import Permission


def page(permissions: Iterable[Permission]) -> str:
    """One table per app: a row for each permission, a column for each giver, a dot where the one gives the other."""
    lines = [
        "# Who may do what",
        "",
        "Written by `manage.py generate_docs` from the declared permissions; do not edit. A dot: this gives it.",
    ]
    ordered = sorted(permissions, key=lambda permission: permission.code)
    for app, group in groupby(ordered, key=lambda permission: permission.code.split(".")[0]):
        lines += ["", f"## {app}", "", *_table(list(group))]
    return "\n".join(lines) + "\n"


def _table(permissions: list[Permission]) -> list[str]:
    givers = sorted({giver.name for permission in permissions for giver in permission.givers})
    head = ["permission", "what it lets one do", *givers]
    return [_row(head), _row(["---"] * len(head)), *(_row(_cells(permission, givers)) for permission in permissions)]


def _cells(permission: Permission, givers: list[str]) -> list[str]:
    given_by = {giver.name for giver in permission.givers}
    return [f"`{permission.code}`", permission.says, *("●" if name in given_by else "" for name in givers)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
