"""Reads of the clock. Time is an argument; only views, tasks and management commands read it (architecture 5)."""

import ast

from tests.architecture.checkers.source import Source, dotted

READINGS = {
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "time.time",
    "time.time_ns",
}
BARE_READINGS = {"now", "localdate", "localtime"}
# what opens the door to a request or a message: where a day begins to be "today"
MAY_READ = {"views", "tasks", "management", "middleware", "form_pages", "config"}


def clock_readings(source: Source) -> list[str]:
    """Every mention of a clock in a module that may not read it, calls and defaults alike."""
    if MAY_READ & set(source.path.with_suffix("").parts):
        return []
    converted = {id(call.func) for call in ast.walk(source.tree) if isinstance(call, ast.Call) and call.args}
    found = [
        f"{source.at(node)}: {dotted(node)}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and _reads(dotted(node)) and id(node) not in converted
    ]
    return found + [
        f"{source.at(node)}: {alias.name}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.timezone"
        for alias in node.names
        if alias.name in BARE_READINGS
    ]


def _reads(name: str) -> bool:
    """`datetime.datetime.now` as well as `datetime.now`; `timezone.localdate(moment)` converts and reads nothing."""
    return ".".join(name.split(".")[-2:]) in READINGS
