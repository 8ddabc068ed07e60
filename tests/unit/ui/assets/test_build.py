"""The build: what it makes, when it has nothing to do, and what it says when it cannot."""

import subprocess
from pathlib import Path

import pytest

from academy.ui.assets import AssetsError, build, node
from academy.ui.assets.clean import traces

MOST_CSS, MOST_JS = 200_000, 40_000


def test_build_stylesheet_holds_nothing_of_govuk_alone() -> None:
    assert traces(build.OUTPUTS[0].read_text()) == []


def test_build_stylesheet_refers_to_no_file() -> None:
    css = build.OUTPUTS[0].read_text()
    assert [part[:20] for part in css.split("url(")[1:] if not part.startswith(("data:", '"data:'))] == []


def test_build_files_are_small_enough_to_be_one_each() -> None:
    css, js = (path.stat().st_size for path in build.OUTPUTS)
    assert (css < MOST_CSS, js < MOST_JS) == (True, True), (css, js)


def test_is_current_after_a_build_is_true() -> None:
    assert build.is_current(with_tests=False) is True


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build that writes nowhere but into this test's folder."""
    monkeypatch.setattr(build, "BUILT", tmp_path)
    monkeypatch.setattr(build, "STAMP", tmp_path / ".stamp")
    monkeypatch.setattr(build, "OUTPUTS", (tmp_path / "portal.css", tmp_path / "portal.js"))
    return tmp_path


def test_is_current_with_other_inputs_is_false(own_folders: Path) -> None:
    for path in build.OUTPUTS:
        path.write_text("")
    build.STAMP.write_text("of other inputs")
    assert build.is_current(with_tests=False) is False


def test_is_current_without_axe_is_false_only_for_tests(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in build.OUTPUTS:
        path.write_text("")
    build.STAMP.write_text(build.inputs_hash())
    monkeypatch.setattr(build, "AXE", own_folders / "axe.min.js")
    assert (build.is_current(with_tests=False), build.is_current(with_tests=True)) == (True, False)


def test_build_current_files_installs_nothing(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in build.OUTPUTS:
        path.write_text("")
    build.STAMP.write_text(build.inputs_hash())
    monkeypatch.setattr(build, "install", lambda **_: pytest.fail("nothing was to be installed"))
    assert build.build(with_tests=False) is False


def test_build_stale_files_installs_and_bundles(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(build, "install", lambda **options: asked.append(options))
    assert build.build(with_tests=False) is True
    assert [options["folder"] for options in asked] == [build.FOLDER]
    assert [path.stat().st_size > 0 for path in build.OUTPUTS] == [True, True]
    assert build.is_current(with_tests=False) is True


def test_build_esbuild_missing_is_one_sentence(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "PACKAGES", own_folders)
    monkeypatch.setattr(build, "ROOT", own_folders)
    monkeypatch.setattr(build, "GOVUK_CSS", own_folders / "govuk.css")
    (own_folders / "govuk.css").write_text("a{b:c}")
    with pytest.raises(AssetsError, match=r"^npm brought no esbuild for this machine: npm must not be told to omit"):
        build._bundle_styles()


def test_main_npm_fails_prints_one_sentence_and_returns_1(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(**_: object) -> None:
        raise AssetsError("There is no npm.")

    monkeypatch.setattr(build, "install", fails)
    assert build.main([]) == 1
    assert capsys.readouterr().err == "Front-end assets: There is no npm.\n"


def test_main_nothing_to_do_says_so_with_sizes(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, size in zip(build.OUTPUTS, (170_400, 24_600), strict=True):
        path.write_text("x" * size)
    build.STAMP.write_text(build.inputs_hash())
    assert build.main([]) == 0
    assert capsys.readouterr().out == "Front-end assets: already current (portal.css 170 kB, portal.js 25 kB)\n"


def test_lock_holds_no_address() -> None:
    lock = (build.FOLDER / "package-lock.json").read_text()
    assert ("http" in lock, '"integrity": "sha512-' in lock) == (False, True)


@pytest.mark.parametrize(("said", "major"), [("v20.1.0\n", 20), ("v8.0.0", 8), ("not a version", 0)])
def test_node_major_reads_what_node_says(said: str, major: int, tmp_path: Path) -> None:
    program = tmp_path / "node"
    program.write_text(f"#!/bin/sh\nprintf '%s' '{said}'\n")
    program.chmod(0o755)
    assert node.node_major(str(program)) == major


def test_node_major_program_that_does_not_start_is_0(tmp_path: Path) -> None:
    assert node.node_major(str(tmp_path / "none")) == 0


@pytest.mark.parametrize(("version", "is_own"), [("v18.0.0", True), ("v16.20.0", False)])
def test_npm_command_old_node_is_passed_over_for_the_wheel(tmp_path: Path, version: str, is_own: bool) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    command = node.npm_command({"PATH": str(tmp_path)})
    assert (command == [str(tmp_path / "npm")], len(command) == 2) == (is_own, not is_own)


def test_npm_command_of_the_wheel_starts() -> None:
    command = node.npm_command({"PATH": ""})
    done = subprocess.run(
        [*command, "--version"], env=node._environment(command), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().split(".")[0].isdigit() is True


def test_install_npm_fails_is_a_sentence_with_its_first_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "npm"
    program.write_text("#!/bin/sh\necho 'npm error network down' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(node, "npm_command", lambda environment: [str(program)])
    with pytest.raises(AssetsError) as refusal:
        node.install(folder=tmp_path, with_tests=False)
    assert str(refusal.value) == (
        "npm could not install the front-end packages: “npm error network down”. Is the network there?"
    )


@pytest.mark.parametrize(
    ("with_tests", "asked"), [(True, "ci --ignore-scripts"), (False, "ci --ignore-scripts --omit=dev")]
)
def test_install_asks_for_the_locked_packages_without_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_tests: bool, asked: str
) -> None:
    program = tmp_path / "npm"
    program.write_text('#!/bin/sh\necho "$@" > asked\n')
    program.chmod(0o755)
    monkeypatch.setattr(node, "npm_command", lambda environment: [str(program)])
    node.install(folder=tmp_path, with_tests=with_tests)
    assert (tmp_path / "asked").read_text().strip() == asked
