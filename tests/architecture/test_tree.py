"""What is committed is ours, belongs to no machine, and names nobody (architecture 2)."""

import re
from pathlib import PurePosixPath

from tests.architecture.checkers.source import ROOT, committed
from tests.architecture.checkers.tree import HOSTS, beside_the_tree, private_words, third_party

AT = "@"


def test_top_level_is_as_the_architecture_fixes_it():
    assert [finding for path in committed() for finding in beside_the_tree(path)] == []


def test_nothing_of_somebody_else_is_committed():
    assert [finding for path in committed() for finding in third_party(path)] == []


def test_no_file_holds_a_real_address_a_machine_s_path_or_a_package_host():
    texts = ((path, (ROOT / path).read_bytes()) for path in committed())
    readable = ((path, content.decode()) for path, content in texts if b"\0" not in content)

    assert [finding for path, text in readable for finding in private_words(path, text)] == []


def test_file_beside_the_tree_is_found():
    assert beside_the_tree(PurePosixPath("notes/today.md")) == ["notes/today.md: the top level is fixed"]
    assert beside_the_tree(PurePosixPath(".ci/run")) == []
    assert beside_the_tree(PurePosixPath("academy/people/apps.py")) == []


def test_work_of_somebody_else_is_found():
    for name in ("static/vendor/a.js", "static/js/a.min.js", "static/fonts/a.woff2", "academy/ui/node_modules/a/b.js"):
        assert third_party(PurePosixPath(name)) == [f"{name}: belongs to somebody else"]
    assert third_party(PurePosixPath("static/js/portal.js")) == []


def test_private_words_are_found():
    path = PurePosixPath("a.md")
    machine = "/" + "home/somebody"

    assert private_words(path, f"write to kim{AT}council.gov.uk") == [f"a.md: e-mail address kim{AT}council.gov.uk"]
    assert private_words(path, f"see {machine}/notes") == [f"a.md: path of one machine {machine}"]
    assert private_words(path, f"from {HOSTS[0]}") == [f"a.md: package host {HOSTS[0]}"]
    assert private_words(path, "write to kim@demo.example about /people/3/") == []


def test_every_setting_by_environment_is_explained_to_the_operator():
    read = set(re.findall(r"_env\.\w+\(\"([A-Z_]+)\"", (ROOT / "academy" / "config" / "env.py").read_text()))
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "operations.md").read_text(), re.MULTILINE))

    assert explained == read | {"DJANGO_SETTINGS_MODULE"}


def test_packages_of_the_running_portal_are_locked_alike_for_tests_and_without_addresses():
    run, dev = ((ROOT / "script" / "requirements" / f"{name}.txt").read_text() for name in ("run", "dev"))
    pins = [line.split(" ")[0] for line in run.splitlines() if "==" in line]

    assert [pin for pin in pins if f"{pin} " not in dev] == []
    assert "://" not in run + dev
