"""A workflow as a page with a Mermaid diagram and a table, for docs/generated."""

from academy.engines.workflow.definitions import Transition, Workflow


def page_name(workflow: Workflow) -> str:
    """The file the diagram is kept in: workflow-<app>-<noun>.md."""
    return f"workflow-{workflow.model_label.lower().replace('.', '-')}.md"


def page(workflow: Workflow) -> str:
    """The page: who may move the thing where, drawn and as a table."""
    arrows = [f"    [*] --> {workflow.initial}"]
    arrows += [f"    {state} --> {each.target}: {each.name}" for each in workflow.transitions for state in each.source]
    arrows += [f"    {state} --> [*]" for state in workflow.terminal]
    names = [f"    {choice.value}: {choice.label}" for choice in workflow.choices]
    rows = [_row(workflow, each) for each in workflow.transitions]
    lines = [
        f"# {workflow.model_label}: {workflow.field}",
        "",
        "Written by `manage.py generate_docs` from the declared workflow; do not edit.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *names,
        *arrows,
        "```",
        "",
        "| transition | from | to | permission | reason asked for |",
        "| --- | --- | --- | --- | --- |",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def _row(workflow: Workflow, each: Transition) -> str:
    sources = ", ".join(workflow.choices(state).label for state in each.source)
    target = workflow.choices(each.target).label
    return f"| {each.name} | {sources} | {target} | `{each.permission}` | {'yes' if each.note_required else 'no'} |"
