"""Asking a PDF what it is, by poppler and qpdf: tools of others, so that WeasyPrint does not judge its own work."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Pdf:
    """A PDF written to a path; properties are asked of the tools when wanted."""

    path: Path
    content: bytes

    def __post_init__(self) -> None:
        self.path.write_bytes(self.content)

    @cached_property
    def info(self) -> dict[str, str]:
        """Title, Author, Tagged, Pages … as pdfinfo tells them."""
        lines = (line.partition(":") for line in self._ask("pdfinfo", str(self.path)).splitlines())
        return {name: value.strip() for name, _, value in lines}

    @cached_property
    def source(self) -> str:
        """The file unpacked."""
        return self._ask("qpdf", "--qdf", "--object-streams=disable", str(self.path), "-")

    @cached_property
    def text(self) -> str:
        return self._ask("pdftotext", "-layout", str(self.path), "-")

    @property
    def pages(self) -> list[str]:
        """The text of each page."""
        return self.text.split("\f")[:-1]

    @property
    def language(self) -> str:
        found = re.search(r"/Lang \(([^)]*)\)", self.source)
        return found[1] if found else ""

    @property
    def is_accessible(self) -> bool:
        """Does it say that it is PDF/UA-1?"""
        return 'pdfuaid:part="1"' in self.source

    @property
    def is_sound(self) -> bool:
        return "No syntax or stream encoding errors found" in self._ask("qpdf", "--check", str(self.path))

    @property
    def headings(self) -> list[int]:
        """The levels of the headings in the order they are read."""
        structure = self._ask("pdfinfo", "-struct", str(self.path))
        return [int(level) for level in re.findall(r"^\s*H(\d) ", structure, flags=re.MULTILINE)]

    @property
    def figures(self) -> int:
        return len(re.findall(r"/S /Figure", self.source))

    @property
    def alternatives(self) -> list[str]:
        """What is read out instead of the pictures."""
        return [_decoded(raw) for raw in re.findall(r"/Alt (\([^\n]*\)|<[0-9a-f]+>)\n", self.source)]

    def _ask(self, *command: str) -> str:
        return subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")


def _decoded(raw: str) -> str:
    if raw.startswith("<"):
        return bytes.fromhex(raw[1:-1]).decode("utf-16")
    return raw[1:-1]
