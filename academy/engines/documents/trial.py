"""A stranger's PDF read in a process of its own: little time, little memory, no code of it kept.

    python -I academy/engines/documents/trial.py FOUND CLEANED MOST_PAGES

It needs pypdf and nothing of the portal. Writes the pages alone, without scripts, actions, forms and notes, and says
how many they are. A PDF that is locked ends with 3, one of too many pages with 4; whatever else goes wrong, the process
dies and the caller says it cannot be read.
"""

import resource
import sys

from pypdf import PdfReader, PdfWriter

MOST_SECONDS = 20
MOST_MEMORY = 768 * 1024 * 1024
LOCKED = 3
TOO_LONG = 4
DROPPED = ("/Annots", "/AA", "/AF", "/StructParents", "/Tabs")


def clean(found: str, cleaned: str, most_pages: int) -> int:
    """How many pages were written. Raises whatever pypdf raises, and SystemExit for what is locked or too long."""
    reader = PdfReader(found)
    if reader.is_encrypted:
        raise SystemExit(LOCKED)
    if len(reader.pages) > most_pages:
        raise SystemExit(TOO_LONG)
    writer = PdfWriter()
    for page in reader.pages:
        for name in DROPPED:
            page.pop(name, None)
        writer.add_page(page)
    writer.write(cleaned)
    return len(writer.pages)


def confine() -> None:
    """Give this process its bounds; the system ends it where it passes them."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    confine()
    sys.stdout.write(str(clean(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
