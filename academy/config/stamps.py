"""Stamps: small files that say what a part of the set-up was last made from, so that an unchanged part is skipped."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


def digest(root: Path, files: Iterable[Path], *also: str) -> str:
    """A digest of files' places and contents, and of other words the result depends on. Order does not matter."""
    total = hashlib.sha256("\n".join(also).encode())
    for path in sorted(files):
        total.update(f"\0{path.relative_to(root)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


@dataclass(frozen=True)
class Stamps:
    """The stamps kept in one folder."""

    folder: Path

    def holds(self, name: str, value: str) -> bool:
        """Whether the part was last made from exactly this."""
        path = self.folder / name
        return path.exists() and path.read_text() == value

    def set(self, name: str, value: str) -> None:
        """Remember what the part was made from; call it after the part has succeeded."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(value)

    def drop(self, name: str) -> None:
        """Forget a part, so that it is made again."""
        (self.folder / name).unlink(missing_ok=True)
