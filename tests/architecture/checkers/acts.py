"""Services are commands: what changes something takes who and when, and is audited (architecture 5)."""

import ast

from tests.architecture.checkers.source import Source, dotted

DECORATOR = "command"
WRITES = {
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "update",
    "update_or_create",
}
# words on their way to a record are nobody's act yet: drafts are not audited (architecture 6)
UNAUDITED = ("academy", "engines", "drafts")
SIGNALS = "django.db.models.signals"


def is_service(source: Source) -> bool:
    return source.is_product and "services" in source.path.with_suffix("").parts


def writers_without_command(source: Source) -> list[str]:
    """Public functions of a services module that write and are no command: nobody would know who did it."""
    if source.path.parts[:3] == UNAUDITED:
        return []
    return [
        f"{source.at(node)} {node.name} writes and is no command"
        for node in _public_functions(source)
        if _writes(node) and not _is_command(node)
    ]


def commands_without_who_and_when(source: Source) -> list[str]:
    """Commands that take an argument by position, or do not take `by` and `at`."""
    found = []
    for node in filter(_is_command, _public_functions(source)):
        named = {argument.arg for argument in node.args.kwonlyargs}
        if node.args.posonlyargs or node.args.args or not {"by", "at"} <= named:
            found.append(f"{source.at(node)} {node.name} must take everything by keyword, and `by` and `at`")
    return found


def signals(source: Source) -> list[str]:
    """Use of signals of models: what happens after an act is said by the act."""
    return [
        f"{source.at(node)}: {SIGNALS}"
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith(SIGNALS))
        or (isinstance(node, ast.ImportFrom) and node.module == "django.db.models" and _names(node, "signals"))
        or (isinstance(node, ast.Import) and _names(node, SIGNALS))
    ]


def state_writes(source: Source) -> list[str]:
    """Writes to a state outside the workflow engine: by assignment, by `setattr` or by `update(state=…)`."""
    if source.path.parts[:3] == ("academy", "engines", "workflow"):
        return []
    found = [
        f"{source.at(node)} writes a state"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "state" and isinstance(node.ctx, ast.Store)
    ]
    return found + [
        f"{source.at(node)} writes a state"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and (_updates_state(node) or _sets_state(node))
    ]


def _public_functions(source: Source) -> list[ast.FunctionDef]:
    return [node for node in source.tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def _is_command(node: ast.FunctionDef) -> bool:
    return any(dotted(getattr(each, "func", each)).split(".")[-1] == DECORATOR for each in node.decorator_list)


def _writes(node: ast.FunctionDef) -> bool:
    calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
    return any(isinstance(called, ast.Attribute) and called.attr in WRITES for called in calls)


def _names(node: ast.Import | ast.ImportFrom, name: str) -> bool:
    return any(alias.name == name for alias in node.names)


def _updates_state(call: ast.Call) -> bool:
    is_update = isinstance(call.func, ast.Attribute) and call.func.attr == "update"
    return is_update and any(keyword.arg == "state" for keyword in call.keywords)


def _sets_state(call: ast.Call) -> bool:
    second = call.args[1] if dotted(call.func) == "setattr" and len(call.args) > 1 else None
    return isinstance(second, ast.Constant) and second.value == "state"
