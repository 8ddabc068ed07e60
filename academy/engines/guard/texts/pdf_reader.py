"""A program of its own: reads a PDF from its input and writes what it says to its output, as JSON.

It knows nothing of the portal, so that a page made to exhaust its reader exhausts this process and no other.
"""

import io
import json
import logging
import resource
import sys
from typing import Any

from pypdf import PdfReader

MOST_MEMORY = 1024 * 1024 * 1024
ASKED = ("/Title", "/Author", "/Subject", "/Keywords", "/Comments", "/Company", "/Manager")


def said_by(content: bytes, *, pages: int, signs: int) -> dict[str, Any]:
    """Text and properties; `is_whole` is False beyond so many pages or signs. Raises what pypdf raises."""
    reader = PdfReader(io.BytesIO(content))
    properties: dict[str, Any] = dict(reader.metadata or {})
    texts: list[str] = []
    length = 0
    for page in reader.pages[:pages]:
        text = page.extract_text()[: signs - length]
        length += len(text) + 1
        texts.append(text)
        if length >= signs:
            break
    return {
        "properties": "\n".join(str(properties[name]) for name in ASKED if name in properties),
        "text": "\n".join(texts),
        "is_whole": len(reader.pages) <= pages and length < signs,
    }


def main(pages: str, signs: str, seconds: str) -> None:
    """Bounded in memory and time by the system itself."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    logging.disable()
    said = said_by(sys.stdin.buffer.read(), pages=int(pages), signs=int(signs))
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
