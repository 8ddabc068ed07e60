"""Judges branch coverage: every branch of what decides or acts, and 95 % of everything. Reads `coverage json`."""

import json
import sys
from pathlib import Path
from typing import Any

OVERALL = 95.0
DECIDING = ("rules", "services", "permissions", "workflow")


def shortfalls(report: dict[str, Any]) -> list[str]:
    """A sentence for each file that decides or acts and is not covered whole, and one for everything together."""
    found = [
        f"{path}: {numbers['summary']['percent_covered']:.1f} %, not 100 %; no test shows lines {_lines(numbers)}"
        for path, numbers in sorted(report["files"].items())
        if decides(path) and numbers["summary"]["percent_covered"] < 100
    ]
    overall = report["totals"]["percent_covered"]
    if overall < OVERALL:
        found.append(f"everything: {overall:.1f} %, not {OVERALL:.0f} %; least covered: {', '.join(_least(report))}")
    return found


def decides(path: str) -> bool:
    """Whether a module is one whose every branch must be shown: rules, services, permissions, workflow."""
    parts = Path(path).with_suffix("").parts
    return any(word in parts for word in DECIDING)


def _lines(numbers: dict[str, Any]) -> str:
    branches = [f"{start}→{end}" for start, end in numbers.get("missing_branches", [])]
    return ", ".join([str(line) for line in numbers["missing_lines"]] + branches)


def _least(report: dict[str, Any]) -> list[str]:
    missing = {path: numbers["summary"]["missing_lines"] for path, numbers in report["files"].items()}
    worst = sorted(missing, key=lambda path: -missing[path])[:10]
    return [f"{path} ({missing[path]} lines)" for path in worst]


def main(path: str) -> int:
    """Prints the sentences; 1 when there are any."""
    report = json.loads(Path(path).read_text())
    found = shortfalls(report)
    print("\n".join(found) or f"covered: {report['totals']['percent_covered']:.1f} %")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
