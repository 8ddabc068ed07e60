"""How the form of a course is laid out, and which of its answers are costs and principles."""

from academy.training.choices import CostKind, Principle
from academy.ui.forms import Div, Fieldset, Layout

COSTS = {kind: f"cost_{kind.value}" for kind in CostKind}
PRINCIPLES = {principle: f"how_{principle.value}" for principle in Principle}


def _part(legend: str, *fields: str | Div) -> Fieldset:
    return Fieldset(*fields, legend=legend, legend_size="m")


LAYOUT = Layout(
    _part("What it is", "title", "kind", "summary", "aims", "group", "days"),
    _part("How one takes part", "provider", "is_external", "platform", "subscription", "url", "before"),
    _part("Why it is offered", "basis", "basis_note", "promise", "level", "themes", "needs", "priorities"),
    _part("What it costs each person", Div(*COSTS.values(), css_class="app-inline"), "cancellation"),
    _part(
        "What one has afterwards",
        "outcome",
        "valid_months",
        "accreditation",
        "accredited_by",
        Div("credits", "credit_level", css_class="app-inline"),
        "counts_in_asye",
        "statements",
    ),
    _part("How it meets the principles of continuing professional development", *PRINCIPLES.values()),
    _part("Who finds it", "is_public"),
)
