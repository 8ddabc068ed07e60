"""`python -m tests.benchmarks.printing`: what a portfolio costs on paper, each case in a process of its own.

Tells the time of 60 pages as a multiple of WeasyPrint setting the same words without our templates, pages a second, and
the peak memory of each process, also of 200 pieces with 300 MB of files. Times are the processor's, so that a busy
machine tells the same. Ends with 1 when the files need more than 20 MB beside the same pages without them.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import django

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
CASES = ("nothing", "plain", "portfolio", "pieces", "files", "reading")
PIECES, FILES, FILE_BYTES = 64, 200, 1_572_864
MOST_MB = 20


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.printing", description=__doc__)
    parser.add_argument("--case", choices=CASES, help="one case, in this process")
    asked = parser.parse_args()
    if asked.case:
        sys.stdout.write(json.dumps(_measured(asked.case)) + "\n")
        return 0
    told = {case: _alone(case) for case in CASES}
    sys.stdout.write(f"{'case':<12} {'pages':>6} {'seconds':>8} {'pages/s':>8} {'peak MB':>8} {'file MB':>8}\n")
    for case, cost in told.items():
        rate = cost["pages"] / cost["seconds"] if cost["seconds"] else 0
        numbers = f"{cost['pages']:>6} {cost['seconds']:>8.2f} {rate:>8.1f} {cost['peak']:>8.0f} {cost['size']:>8.1f}"
        sys.stdout.write(f"{case:<12} {numbers}\n")
    ratio = told["portfolio"]["seconds"] / told["plain"]["seconds"]
    sys.stdout.write(f"A portfolio takes {ratio:.2f} times what the same words take without our templates.\n")
    more = told["files"]["peak"] - told["pieces"]["peak"]
    if more > MOST_MB:
        sys.stdout.write(f"FAULT: 300 MB of files need {more:.0f} MB of memory.\n")
        return 1
    return 0


def _alone(case: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.printing", "--case", case]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    cost: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return cost


def _measured(case: str) -> dict[str, Any]:
    """Pages, seconds, peak memory of this process and size of the file, both in MB."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="printing-") as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        django.setup()
        from django.conf import settings
        from django.db import connection
        from django.test.utils import override_settings

        store = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
        static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.MIGRATION_MODULES = _Tables()
        connection.creation.create_test_db(verbosity=0)
        with override_settings(STORAGES={"default": store, "staticfiles": static}):
            pages, seconds, size = _case(case)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": pages, "seconds": seconds, "peak": peak, "size": size / 1_000_000}


class _Tables:
    """Tables as the models are, without the way there: migrations need more memory than any document."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


def _case(case: str) -> tuple[int, float, int]:
    from tests.factories.handed_in import said_of

    if case == "plain":
        return _plain()
    from tests.factories.portfolios import portfolio_in

    portfolio = portfolio_in("submitted")
    stored = list(_files(portfolio)) if case in ("pieces", "files", "reading") else []
    said = _content(PIECES if case in ("nothing", "portfolio") else FILES, [said_of(each) for each in stored])
    kept = [] if case == "pieces" else stored  # the same pages with their tables, but the bytes are gone
    return (0, 0.0, 0) if case == "nothing" else _edition(said, portfolio, kept, is_reading=case == "reading")


def _content(pieces: int, files: list[Any]) -> Any:
    """Eight sections; each piece of about a page, with the file of its number if there are any."""
    from tests.factories.contents import WORDS, content

    said = content(sections=8, pieces=pieces // 8, text=f"{WORDS} {WORDS}\n\n{WORDS}")
    at = iter(files)
    sections = [
        replace(each, pieces=tuple(replace(piece, files=tuple(_next(at))) for piece in each.pieces))
        for each in said.sections
    ]
    return replace(said, sections=tuple(sections))


def _next(files: Iterator[Any]) -> Iterator[Any]:
    found = next(files, None)
    if found is not None:
        yield found


def _files(portfolio: Any) -> Iterator[Any]:
    """PDFs of a page with random bytes in them that nothing shows, written to storage as uploads are."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from academy.engines.files.models import StoredFile
    from tests.factories.handed_in import pdf

    for number in range(FILES):
        content = pdf() + b"%" + os.urandom(FILE_BYTES).replace(b"\n", b"") + b"\n"
        key = default_storage.save(f"benchmark/{number}", ContentFile(content))
        yield StoredFile.objects.create(
            owner=portfolio.person,
            original_name=f"evidence {number}.pdf",
            kind="pdf",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            storage_key=key,
            scan_state="clean",
            uploaded_at=AT,
        )


def _edition(said: Any, portfolio: Any, stored: list[Any], *, is_reading: bool) -> tuple[int, float, int]:
    from academy.engines.documents.declarations import Asked
    from academy.engines.documents.rendering import render, room
    from portfolios.documents import FULL, READING
    from tests.factories.handed_in import handed_in
    from tests.factories.people import as_actor

    kind, snapshot = READING if is_reading else FULL, handed_in(portfolio, said, *stored)
    by = as_actor(portfolio.person)
    asked = Asked(person_id=portfolio.person_id, by=by, at=AT, subject_id=snapshot.pk, code="8F3A-27C1")
    began = time.process_time()
    with room() as target:
        made = render(kind, kind.build(asked), target, tell=lambda per_cent, words: None)
        return made.pages, time.process_time() - began, made.content.size


def _plain() -> tuple[int, float, int]:
    """The same words as bare paragraphs, headings and tables, on A4, with the same tags and claims."""
    from django.utils.html import escape
    from weasyprint import HTML

    said = _content(PIECES, [])
    parts = [f"<h1>{escape(said.title)}</h1>"]
    for section in said.sections:
        parts.append(f"<h2>{escape(section.title)}</h2><p>{escape(section.text)}</p>")
        for piece in section.pieces:
            parts.append(f"<h3>{escape(piece.title)}</h3><p>{escape(piece.shows)}</p>")
            parts += [f"<p>{escape(fact.label)} {escape(fact.text)}</p>" for fact in piece.facts]
            parts += [f"<h4>{escape(one.heading)}</h4><p>{escape(one.text)}</p>" for one in piece.passages]
            rows = (
                f"<tr><th>{escape(one.title)}</th><td>{escape(one.framework)}</td></tr>" for one in piece.statements
            )
            parts.append(f"<table>{''.join(rows)}</table>")
    page = "<style>body { font: 11.5pt/1.55 'Liberation Serif' }</style>"
    text = f"<html lang='en-GB'><head><title>Plain</title>{page}</head><body>{''.join(parts)}</body></html>"
    began = time.process_time()
    laid_out = HTML(string=text).render(pdf_variant="pdf/a-3a", pdf_tags=True)
    written = laid_out.write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True)
    return len(laid_out.pages), time.process_time() - began, len(written)


if __name__ == "__main__":
    sys.exit(main())
