"""Names a module may not have: each of them hides a missing noun (architecture 5)."""

import re
from pathlib import PurePosixPath

REFUSED = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "base_utils", "stuff"}
NUMBERED = re.compile(r"(?:^|_)part_?\d+$")


def drawers(path: PurePosixPath) -> list[str]:
    """A module or folder that is named after no noun."""
    names = [*path.parent.parts, path.stem] if path.suffix == ".py" else []
    if names[-2:] == ["management", "commands"] or "node_modules" in names:
        return []
    return [f"{path}: `{name}` names no thing" for name in names if name in REFUSED or NUMBERED.search(name)]
