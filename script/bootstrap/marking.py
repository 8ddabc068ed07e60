"""A plugin of pytest that notes what of the portal's code the tests run: `PYTEST_PLUGINS=script.bootstrap.marking`.

Each process of a run writes the numbers of the marks it has set into a file of its own in the folder `MARKS_IN`, by the
module's path. It comes before all other plugins import anything of the portal. Putting marks into all modules takes
several seconds: the first process of a run keeps the code in that folder for the others.
"""

import json
import marshal
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

    def __init__(self, packages: Sequence[str], folder: Path) -> None:
        self.packages = frozenset(packages)
        self.folder = folder
        self.marks: dict[str, bytearray] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None for everybody else's."""
        if fullname.partition(".")[0] not in self.packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = MarkedLoader(fullname, spec.loader.path, self)
        return spec

    def write(self) -> None:
        """Keep which marks are set."""
        found = {path: [place for place, is_set in enumerate(marks) if is_set] for path, marks in self.marks.items()}
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{os.getpid()}.json").write_text(json.dumps(found))


class MarkedLoader(SourceFileLoader):
    """What Python itself keeps of a module has no marks, so it is not used."""

    def __init__(self, fullname: str, path: str, modules: MarkedModules) -> None:
        super().__init__(fullname, path)
        self.marks = modules.marks.setdefault(str(Path(path).relative_to(ROOT)), bytearray())
        self.kept = modules.folder / "code" / fullname

    def exec_module(self, module: ModuleType) -> None:
        """The marks are there before the first statement sets one; a module loaded again goes on with its own."""
        vars(module)[NAME] = self.marks
        super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:
        """The code sets as many marks as there is room for."""
        if self.kept.exists():
            code, count = marshal.loads(self.kept.read_bytes())
        else:
            code, count = marked(self.get_data(self.path), self.path)
            self._keep(marshal.dumps((code, count)))
        self.marks.extend(bytes(count - len(self.marks)))
        return code

    def _keep(self, code: bytes) -> None:
        """Whole or not at all: somebody may read it at this moment."""
        self.kept.parent.mkdir(parents=True, exist_ok=True)
        own = self.kept.with_name(f"{self.kept.name}-{os.getpid()}")
        own.write_bytes(code)
        own.replace(self.kept)


_modules = MarkedModules(measured_packages(), Path(os.environ.get(FOLDER, "")))
if FOLDER in os.environ:
    sys.meta_path.insert(0, _modules)


def pytest_unconfigure() -> None:
    """The end of a process that ran tests, or watched those that do."""
    if FOLDER in os.environ:
        _modules.write()
