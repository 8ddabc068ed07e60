"""Looking at how far an Office file unpacks, from its list of parts and without unpacking it."""

import zipfile
from typing import IO

from academy.engines.files.inspection.faults import Fault

# What is packed tightest in honest files is a large table: about one in sixty.
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 150
_SMALL = 10 * 1024 * 1024
_PROGRAMS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".ppsm", ".exe", ".dll", ".scr", ".lnk", ".hta")
_SCRIPTS = (".js", ".jse", ".vbs", ".vbe", ".wsf", ".bat", ".cmd", ".ps1")


def fault_of_archive(content: IO[bytes]) -> Fault | None:
    """What is wrong with an Office or OpenDocument file: it unpacks too far, or carries something that runs.

    The list of parts may lie; what reads a part never reads more of it than the list says.
    """
    content.seek(0)
    with zipfile.ZipFile(content) as archive:
        parts = archive.infolist()
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_RATIO * packed):
        return Fault.UNPACKS
    if any(part.filename.lower().endswith(_PROGRAMS + _SCRIPTS) for part in parts):
        return Fault.CARRIES
    return Fault.LOCKED if any(part.flag_bits & 1 for part in parts) else None
