"""The drawings: names, each with its shape in a 20 by 20 box. Decoration unless a label is given."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

_CIRCLE = '<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/>'
_DISC = '<circle cx="10" cy="10" r="9" fill="currentColor"/>'


@dataclass(frozen=True)
class Icon:
    """A drawing: its name, which is part of its class, and the shapes inside the svg."""

    name: str
    shapes: SafeString


_SHAPES = {
    "met": _DISC + '<path d="M5.6 10.4l3 3 5.8-6.4" fill="none" stroke="#fff" stroke-width="2.2"/>',
    "doing": _CIRCLE + '<path d="M10 4.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor"/>',
    "ageing": _CIRCLE + '<path d="M10 5.2V10l3.4 2.4" fill="none" stroke="currentColor" stroke-width="2"/>',
    "notyet": _CIRCLE.replace("/>", ' stroke-dasharray="3.2 2.4"/>'),
    "late": '<path d="M10 1.8l9 16H1z" fill="currentColor"/>'
    '<path d="M10 7.4v5M10 14v2" stroke="#fff" stroke-width="2"/>',
    "paused": _CIRCLE + '<path d="M7.8 6.6v6.8M12.2 6.6v6.8" stroke="currentColor" stroke-width="2"/>',
    "arrow": '<path d="M2 10h14M11 4.6l5.4 5.4-5.4 5.4" fill="none" stroke="currentColor" stroke-width="2"/>',
    "lock": '<rect x="4" y="9" width="12" height="9" rx="1.5" fill="currentColor"/>'
    '<path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" fill="none" stroke="currentColor" stroke-width="2"/>',
}
ICONS = {name: Icon(name, SafeString(shapes)) for name, shapes in _SHAPES.items()}


def icon_named(name: str) -> Icon:
    """The drawing of that name; an unknown one is a ValueError that lists them."""
    if name not in ICONS:
        raise ValueError(f"There is no icon “{name}”; there are {', '.join(ICONS)}.")
    return ICONS[name]
