"""Become another program that ends when its parent does: `python tether.py <parent's pid> <program> <arguments…>`.

Linux sends the chosen signal to a process whose parent dies, however it dies; the wish survives `exec`. This file is
run as a script, before the portal is imported, so it uses the standard library only.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def tether(parent: int) -> None:
    """Ask for SIGTERM when the parent ends. Ends this process at once when the parent has gone already."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl refused")
    if os.getppid() != parent:
        sys.exit(1)


if __name__ == "__main__":
    tether(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
