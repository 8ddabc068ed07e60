"""Looking through a PDF somebody hands in, without trusting it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from academy.engines.files.inspection.faults import Fault

_CHILD = Path(__file__).with_name("pdf_child.py")
_MOST_SECONDS = 20


def fault_of_pdf(content: IO[bytes]) -> Fault | None:
    """What is wrong with it: scripts and programs, files inside, a password, too many pages, far more than it says.

    It is looked through in a process of its own, with bounds on time and memory and nothing of the portal in it. What
    cannot be looked through counts as damaged.
    """
    content.seek(0)
    if zipfile.is_zipfile(content):
        return Fault.APPENDED
    with TemporaryFile() as copy:
        content.seek(0)
        shutil.copyfileobj(content, copy)
        copy.seek(0)
        return _asked(copy)


def _asked(copy: IO[bytes]) -> Fault | None:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            stdin=copy,
            capture_output=True,
            timeout=_MOST_SECONDS,
            env={},
            check=True,
            text=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return Fault.DAMAGED
    return Fault(done.stdout) if done.stdout else None
