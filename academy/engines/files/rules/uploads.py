"""Which files are taken. Each refusal is a sentence that says what to do."""

import unicodedata
from dataclasses import dataclass

from academy.engines.files.choices import FileKind

KINDS_IN_WORDS = "PDF, PNG or JPEG picture, Word, Excel, PowerPoint, OpenDocument text or plain text"


@dataclass(frozen=True)
class Limits:
    """How large a file may be, in bytes, and how long its name, in characters."""

    bytes: int
    name: int


def tidy_name(name: str) -> str:
    """The name without folders, control and direction-changing characters, single-spaced; `file` if nothing is left."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(
        " " if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} else character for character in last
    )
    return " ".join(shown.split()).strip(". ") or "file"


def refusal_of(*, name: str, size: int, kind: FileKind | None, limits: Limits, advice: str = "") -> str | None:
    """Why a file is not taken, or None when it is. Names the file, as several may be sent at once.

    `advice` says what a file of no kind we take is, and what to do.
    """
    if len(name) > limits.name:
        return f"The name “{name[:40]}…” is too long. Give the file a name of at most {limits.name} characters."
    if size == 0:
        return f"“{name}” is empty. Choose the file again, or another one."
    if size > limits.bytes:
        return f"“{name}” is larger than {_in_words(limits.bytes)}. Make it smaller or split it, then choose it again."
    if kind is None and advice:
        return f"“{name}” {advice}"
    if kind is None:
        return (
            f"“{name}” cannot be taken. Save it as {KINDS_IN_WORDS} (without macros or a password) and choose it again."
        )
    return None


def _in_words(size: int) -> str:
    return f"{size // (1024 * 1024)} MB" if size >= 1024 * 1024 else f"{size // 1024} kB"
