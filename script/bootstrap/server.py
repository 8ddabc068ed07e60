"""What script/server does before the portal can speak for itself; then this process becomes the portal's supervisor."""

import os

from script.bootstrap import machine, packages
from script.bootstrap.progress import Stop, part, stop

OURS = 2
ALL = 7


def main() -> None:
    """Packages of the system and of Python, then `manage.py supervise`, which prepares the rest and runs everything."""
    try:
        with part("System packages", number=1, of=ALL):
            machine.install(machine.TO_RUN)
        with part("Python packages", number=2, of=ALL):
            packages.install("run")
    except Stop as reason:
        stop(reason)
    os.chdir(packages.ROOT)
    # exec: whoever kills the process she started kills the supervisor, and with it everything
    os.execv(packages.PYTHON, [str(packages.PYTHON), "manage.py", "supervise", "--prepare", "--done-before", str(OURS)])


if __name__ == "__main__":
    main()
