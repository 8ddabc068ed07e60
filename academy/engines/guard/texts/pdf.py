"""PDFs: read by another process, which can be ended when a page takes too long or too much."""

import json
import subprocess
import sys
from pathlib import Path
from typing import IO

from academy.engines.guard.texts.bounds import (
    BEYOND,
    DAMAGED,
    MOST_PAGES,
    MOST_SECONDS,
    MOST_SIGNS,
    PROPERTIES,
    TEXT,
    Reading,
    Unreadable,
)

READER = Path(__file__).with_name("pdf_reader.py")


def read(content: IO[bytes], reading: Reading) -> None:
    """Text of at most 200 pages and the properties, within ten seconds and a gigabyte of memory."""
    content.seek(0)
    try:
        answer = subprocess.run(
            [sys.executable, "-I", str(READER), str(MOST_PAGES), str(MOST_SIGNS), str(MOST_SECONDS)],
            input=content.read(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
        )
        said = json.loads(answer.stdout)
    except subprocess.TimeoutExpired:
        raise Unreadable(BEYOND) from None
    except (subprocess.CalledProcessError, ValueError):
        raise Unreadable(DAMAGED) from None
    reading.add(PROPERTIES, said["properties"])
    reading.add(TEXT, said["text"])
    if not said["is_whole"]:
        raise Unreadable(BEYOND)
