"""Writes what is declared into docs/generated: who may do what, every workflow, families of facts, requirements."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from academy.engines.access import matrix, permissions
from academy.engines.facts import families
from academy.engines.facts import page as facts
from academy.engines.requirements import describing as requirements
from academy.engines.workflow import definitions, diagrams


class Command(BaseCommand):
    help = "Writes docs/generated; with --check only compares, and ends with 1 where a page is out of date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, say which pages are out of date")
        parser.add_argument("--folder", type=Path, default=Path(settings.ROOT) / "docs" / "generated")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        pages = _pages()
        stale = sorted({path.name for path in folder.glob("*.md") if _is_ours(path.name)} - set(pages))
        changed = sorted(name for name, text in pages.items() if _stored(folder / name) != text)
        if options["check"]:
            if stale or changed:
                raise CommandError(f"Out of date: {', '.join([*changed, *stale])}. Run script/fix.")
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (folder / name).write_text(pages[name])
        for name in stale:
            (folder / name).unlink()
        self.stdout.write(f"{len(changed)} pages written, {len(stale)} removed.")


def _pages() -> dict[str, str]:
    workflows = {diagrams.page_name(each): diagrams.page(each) for each in definitions.declared()}
    return {
        "permissions.md": matrix.page(list(permissions.declared())),
        facts.NAME: facts.page(families.declared()),
        requirements.NAME: requirements.page(),
        **workflows,
    }


def _is_ours(name: str) -> bool:
    """Another generator may keep its pages beside ours."""
    return name in ("permissions.md", facts.NAME, requirements.NAME) or name.startswith("workflow-")


def _stored(path: Path) -> str:
    return path.read_text() if path.exists() else ""
