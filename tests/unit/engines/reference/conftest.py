import pytest

from academy.engines.reference import declarations
from tests.unit.engines.reference import samples


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of colour files; nothing else is declared."""
    samples.kept.clear()
    samples.ended.clear()
    monkeypatch.setattr(declarations, "_kinds", {})
    declarations.declare(samples.colours(tmp_path))
    return tmp_path


@pytest.fixture
def put(folder):
    """Write a file of the folder."""

    def write(name, text):
        (folder / name).write_text(text, encoding="utf-8")

    return write
