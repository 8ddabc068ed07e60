"""Looking into a file before it is kept."""

from typing import IO

from academy.engines.files.choices import PICTURES, SOUNDS, FileKind
from academy.engines.files.inspection.archives import fault_of_archive
from academy.engines.files.inspection.faults import Fault
from academy.engines.files.inspection.pdfs import fault_of_pdf
from academy.engines.files.inspection.pictures import fault_of_picture


def fault_of(content: IO[bytes], kind: FileKind) -> Fault | None:
    """What is wrong inside a file of a kind we take, or None. Leaves the file at its start."""
    try:
        if kind == FileKind.PDF:
            return fault_of_pdf(content)
        if kind in PICTURES:
            return fault_of_picture(content, kind)
        return None if kind == FileKind.TEXT or kind in SOUNDS else fault_of_archive(content)
    finally:
        content.seek(0)
