"""A plugin of pytest that notes what of the portal's code the tests run: `PYTEST_PLUGINS=script.bootstrap.marking`.

Each process of a run writes the numbers of the marks it has set into a file of its own in the folder `MARKS_IN`, by the
module's path. It comes before all other plugins import anything of the portal.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from script.bootstrap.marks import NAME, marked
from script.bootstrap.measured import measured_packages
from script.bootstrap.packages import ROOT

FOLDER = "MARKS_IN"


class MarkedModules(MetaPathFinder):
    """Finds the portal's modules where they are, and has them compiled with marks."""

    def __init__(self, packages: Sequence[str]) -> None:
        self.packages = frozenset(packages)
        self.marks: dict[str, bytearray] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None for everybody else's."""
        if fullname.partition(".")[0] not in self.packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = MarkedLoader(fullname, spec.loader.path, self.marks)
        return spec

    def write(self, folder: Path) -> None:
        """Keep which marks are set."""
        found = {path: [place for place, is_set in enumerate(marks) if is_set] for path, marks in self.marks.items()}
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{os.getpid()}.json").write_text(json.dumps(found))


class MarkedLoader(SourceFileLoader):
    """Compiles from the source each time: what Python keeps of a module has no marks."""

    def __init__(self, fullname: str, path: str, marks: dict[str, bytearray]) -> None:
        super().__init__(fullname, path)
        self.marks = marks

    def exec_module(self, module: ModuleType) -> None:
        """The marks are there before the first statement sets one; a module loaded again goes on with its own."""
        vars(module)[NAME] = self.marks.setdefault(self._name, bytearray())
        super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:
        """The code sets as many marks as there is room for."""
        code, count = marked(self.get_data(self.path), self.path)
        room = self.marks.setdefault(self._name, bytearray())
        room.extend(bytes(count - len(room)))
        return code

    @property
    def _name(self) -> str:
        return str(Path(self.path).relative_to(ROOT))


_modules = MarkedModules(measured_packages())
if FOLDER in os.environ:
    sys.meta_path.insert(0, _modules)


def pytest_unconfigure() -> None:
    """The end of a process that ran tests, or watched those that do."""
    if FOLDER in os.environ:
        _modules.write(Path(os.environ[FOLDER]))
