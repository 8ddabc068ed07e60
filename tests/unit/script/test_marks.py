"""Marks say of every kind of statement what Python's own tracing says, without its price."""

import sys
from importlib import import_module
from textwrap import dedent

import pytest
from coverage import Coverage, CoverageData
from coverage.parser import PythonParser

from script.bootstrap import marking, measured
from script.bootstrap.marks import NAME, marked
from script.bootstrap.measured import arcs_of
from script.bootstrap.progress import Stop

MODULE = dedent(
    '''\
    """Words about the module."""
    from __future__ import annotations

    import functools
    from contextlib import suppress


    @functools.cache
    @functools.lru_cache(
        maxsize=None,
    )
    def decorated(number):
        """Words about it."""
        return number


    class Thing:
        """Words about it."""

        colour = "red"

        @property
        def shade(self):
            return self.colour


    def forked(number):
        if number == 1:
            found = "one"
        elif number == 2:
            found = "two"
        else:
            found = "many"
        if number > 2:
            found += "!"
        return found


    def looped(number):
        for each in range(number):
            if each == 3:
                break
            if each == 1:
                continue
            total = each
        else:
            total = -1
        while number:
            number -= 1
            with suppress(ValueError):
                if number == 1:
                    raise ValueError
        for each in range(2):
            total += each
        return total


    def tried(number):
        try:
            1 / (number - 1)
            [][number - 2]
            {}[number]
        except ZeroDivisionError:
            return "nothing"
        except (
            IndexError,
            ValueError,
        ):
            found = "index"
        except:
            found = "other"
        else:
            found = "none"
        finally:
            decorated(number)
        return found + Thing().shade


    def matched(number):
        match number:
            case 1:
                return "one"
            case 2 | 3 if number == 3:
                found = "three"
            case 4:
                found = "four"
        match number:
            case 4:
                found = "4"
            case _:
                found = "any"
        return found


    async def awaited(number):
        async for each in later(number):
            return each


    def everything(number):
        return [each(number) for each in (forked, looped, tried, matched)]
    '''
).encode()


def by_marks(numbers):
    code, count = marked(MODULE, "sample.py")
    module = {"__name__": "sample", NAME: bytearray(count)}
    exec(code, module)
    said = [module["everything"](number) for number in numbers]
    return said, arcs_of(MODULE, [place for place, is_set in enumerate(module[NAME]) if is_set])


def by_tracing(numbers, path):
    path.write_bytes(MODULE)
    measuring = Coverage(data_file=None, branch=True, config_file=False, include=[str(path)])
    module = {"__name__": "sample"}
    with measuring.collect():
        exec(compile(MODULE, str(path), "exec"), module)
        said = [module["everything"](number) for number in numbers]
    return said, set(measuring.get_data().arcs(str(path)))


def judged(arcs):
    """Which of the lines `coverage` counts were run, and which ways of the branches it counts were gone."""
    parser = PythonParser(text=MODULE.decode())
    parser.parse_source()
    forks = {line for line, count in parser.exit_counts().items() if count > 1}
    lines = parser.translate_lines({abs(end) for arc in arcs for end in arc} - {1})
    return lines & parser.statements, {arc for arc in parser.translate_arcs(arcs) & parser.arcs() if arc[0] in forks}


@pytest.mark.parametrize("numbers", [(), (1,), (2,), (3,), (4,), (1, 2), (2, 3), (5,), (0, 1, 2, 3, 4, 5)])
def test_marks_show_the_lines_and_the_ways_of_branches_that_tracing_shows(numbers, tmp_path):
    said, arcs = by_marks(numbers)
    said_plainly, traced = by_tracing(numbers, tmp_path / "sample.py")

    assert said == said_plainly
    assert judged(arcs) == judged(traced)


def test_line_or_branch_without_a_mark_is_told(monkeypatch):
    monkeypatch.setattr(measured, "marks_of", lambda source: [])

    with pytest.raises(
        Stop, match=r"^No mark stands for the lines \[1, 2\] and the branches \[\(1, -1\), \(1, 2\)\]\.$"
    ):
        arcs_of(b"if input:\n    pass\n", [])


def test_modules_of_the_portal_leave_marks_and_others_none(tmp_path, monkeypatch):
    package = tmp_path / "ours"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "forked.py").write_text("if __name__:\n    found = 1\nelse:\n    found = 2\n")
    monkeypatch.setattr(marking, "ROOT", tmp_path)
    monkeypatch.syspath_prepend(tmp_path)

    for process in (1, 2):  # the second finds the code of the first
        modules = marking.MarkedModules(["ours"], tmp_path / "marks")
        with monkeypatch.context() as patch:
            patch.setattr(marking.os, "getpid", lambda number=process: number)
            patch.setattr(sys, "meta_path", [modules, *sys.meta_path])
            forked = import_module("ours.forked")
            modules.write()
            del sys.modules["ours.forked"], sys.modules["ours"]
            monkeypatch.setattr(marking, "marked", None)
        written = (tmp_path / "marks" / f"{process}.json").read_text()

        assert (modules.find_spec("calendar", None), forked.found) == (None, 1)
        assert written == '{"ours/__init__.py": [], "ours/forked.py": [0, 1]}'
    kept = sorted(path.name for path in (tmp_path / "marks" / "code").iterdir())
    assert kept == ["ours", "ours.forked"]


def test_module_no_test_has_run_counts_as_never_run(tmp_path, monkeypatch):
    for name, text in (("run", "if input:\n    pass\n"), ("never", "never = 1\n"), ("migrations/made", "made = 1\n")):
        (tmp_path / "ours" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ours" / f"{name}.py").write_text(text)
    configured = tmp_path / "pyproject.toml"
    configured.write_text('[tool.coverage.run]\nsource = ["ours"]\nomit = ["*/migrations/*"]\n')
    monkeypatch.setattr(measured, "ROOT", tmp_path)
    monkeypatch.setattr(measured, "CONFIGURED", configured)
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "1.json").write_text('{"ours/run.py": [0]}')
    (tmp_path / "marks" / "2.json").write_text('{"ours/run.py": [1], "ours/migrations/made.py": [0]}')

    assert measured.main(tmp_path / "marks", tmp_path / "data") == 0

    data = CoverageData(basename=str(tmp_path / "data"))
    data.read()
    found = {path.removeprefix(f"{tmp_path}/"): sorted(data.arcs(path)) for path in data.measured_files()}
    assert found == {"ours/run.py": [(-1, 1), (-1, 2), (1, 2)], "ours/never.py": []}
