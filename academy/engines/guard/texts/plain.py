"""Plain text and tables of values separated by commas."""

from typing import IO

from academy.engines.guard.texts.bounds import MOST_SIGNS, TEXT, Reading

_MOST_BYTES_OF_A_SIGN = 4


def read(content: IO[bytes], reading: Reading) -> None:
    """UTF-8, as files of this kind are recognised by; a sign that is none is passed over."""
    content.seek(0)
    raw = content.read((MOST_SIGNS + 1) * _MOST_BYTES_OF_A_SIGN)
    reading.add(TEXT, raw.decode("utf-8-sig", errors="replace"))
