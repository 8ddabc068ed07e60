import pytest
from django.core.management import CommandError, call_command

from academy.engines.access import permissions
from academy.engines.access.permissions import SIGNED_IN, Permission
from academy.engines.facts import families
from academy.engines.facts.families import Family
from academy.engines.workflow import definitions
from tests.unit.engines.workflow.leaves import LEAF


@pytest.fixture(autouse=True)
def _small_portal(monkeypatch):
    """A portal with one permission, one workflow and one family of facts."""
    stroke = Permission("leaves.leaf.stroke", "Stroke a leaf", givers=(SIGNED_IN,))
    monkeypatch.setattr(permissions, "_declared", {stroke.code: stroke})
    monkeypatch.setattr(definitions, "_declared", {"leaves.Leaf.state": LEAF})
    monkeypatch.setattr(families, "_declared", {"leaves.fall": Family(name="leaves.fall", tells="It fell.")})


def run(folder, *arguments: str) -> None:
    call_command("generate_docs", "--folder", str(folder), *arguments, skip_checks=True)


def test_pages_are_written_once_and_old_ones_removed(tmp_path, capsys):
    (tmp_path / "workflow-trees-tree.md").write_text("A workflow that is no more.")
    (tmp_path / "somebody-elses.md").write_text("Made by another command.")

    run(tmp_path)
    run(tmp_path)

    assert capsys.readouterr().out == "4 pages written, 1 removed.\n0 pages written, 0 removed.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "facts.md",
        "permissions.md",
        "requirements.md",
        "somebody-elses.md",
        "workflow-leaves-leaf.md",
    ]
    assert "| `leaves.leaf.stroke` | Stroke a leaf | ● |" in (tmp_path / "permissions.md").read_text().splitlines()
    assert "| `leaves.fall` | It fell. |" in (tmp_path / "facts.md").read_text()


def test_check_of_current_pages_is_silent(tmp_path, capsys):
    run(tmp_path)
    capsys.readouterr()

    run(tmp_path, "--check")

    assert capsys.readouterr().out == ""


def test_check_names_what_is_out_of_date_and_writes_nothing(tmp_path):
    run(tmp_path)
    (tmp_path / "permissions.md").write_text("Everybody may do everything.")
    (tmp_path / "workflow-trees-tree.md").write_text("A workflow that is no more.")

    with pytest.raises(CommandError) as refusal:
        run(tmp_path, "--check")

    assert str(refusal.value) == "Out of date: permissions.md, workflow-trees-tree.md. Run script/fix."
    assert (tmp_path / "permissions.md").read_text() == "Everybody may do everything."
