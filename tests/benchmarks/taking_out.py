"""Taking everything out: `python -m tests.benchmarks.taking_out`.

Makes 200 pieces with 300 MB of files in one portfolio, in a database in memory and a folder of its own, and tells how
long the zip takes, also as a multiple of writing the same bytes into a zip of Python's, and how much memory it needs.
More than 60 MB at once ends the run with 1.
"""

import os
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

PIECES, MEGABYTES, MOST_MEMORY = 200, 300, 60
MEGABYTE = 1024 * 1024


def memory(work: Callable[[], int]) -> float:
    """The most that work holds at once beyond what is held when it begins, in megabytes."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / MEGABYTE


def seconds(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.perf_counter()
    size = work()
    return time.perf_counter() - begun, size


def build(folder: Path) -> Any:
    """Somebody with one portfolio of so many pieces, each with a file of random bytes; the actor she is."""
    from portfolios.models import EvidenceFile
    from tests.factories import files
    from tests.factories import portfolios as made
    from tests.factories.identity import OrganisationFactory
    from tests.factories.people import NOW, as_actor, staff_of

    organisation = OrganisationFactory()
    person = staff_of(organisation)
    whose = {"person": person, "organisation": organisation}
    template = made.PortfolioTemplateFactory(organisation=organisation)
    section = made.SectionFactory(portfolio=made.PortfolioFactory(template=template, **whose))
    for number in range(PIECES):
        piece = made.evidence_in("complete", account="A careful visit. " * 60, **whose)
        content = os.urandom(MEGABYTES * MEGABYTE // PIECES)
        kept = files.stored(person, name=f"{number}.jpg", kind="jpeg", size=len(content), storage_key=f"a/b/{number}")
        (folder / "a/b").mkdir(parents=True, exist_ok=True)
        (folder / "a/b" / str(number)).write_bytes(content)
        EvidenceFile.objects.create(evidence=piece, file=kept, added_at=NOW)
        made.ItemFactory(section=section, evidence=piece)
    return as_actor(person)


def plain(folder: Path) -> int:
    """The same bytes, read in pieces into a zip of Python's that is thrown away."""
    with open(os.devnull, "wb") as nowhere, zipfile.ZipFile(nowhere, "w") as archive:
        for path in sorted((folder / "a/b").iterdir()):
            archive.write(path)
    return MEGABYTES * MEGABYTE


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import override_settings, setup_databases
    from django.utils import timezone

    from portfolios.rules.taking_out import zipped
    from portfolios.selectors.taking_out import parts_of

    with tempfile.TemporaryDirectory() as name:
        options = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": name}}
        with override_settings(STORAGES={**settings.STORAGES, "default": options}):
            setup_databases(verbosity=0, interactive=False)
            actor = build(Path(name))

            def whole() -> int:
                return sum(len(part) for part in zipped(parts_of(actor, at=timezone.now())))

            took, size = seconds(whole)
            most = memory(whole)
            bare, _ = seconds(lambda: plain(Path(name)))
    print(f"{PIECES} pieces, {size / MEGABYTE:.0f} MB: {took:.1f} s, {took / bare:.1f} × bare, {most:.1f} MB of memory")
    return 1 if most > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
