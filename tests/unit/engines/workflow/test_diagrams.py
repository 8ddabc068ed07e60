from academy.engines.workflow import diagrams
from tests.unit.engines.workflow.leaves import LEAF

PAGE = """\
# leaves.Leaf: state

Written by `manage.py generate_docs` from the declared workflow; do not edit.

```mermaid
stateDiagram-v2
    bud: Bud
    green: Green
    fallen: Fallen
    [*] --> bud
    bud --> green: open
    bud --> fallen: let_fall
    green --> fallen: let_fall
    fallen --> [*]
```

| transition | from | to | permission | reason asked for |
| --- | --- | --- | --- | --- |
| open | Bud | Green | `leaves.leaf.grow` | no |
| let_fall | Bud, Green | Fallen | `leaves.leaf.sweep` | yes |
"""


def test_page_draws_states_and_tells_transitions():
    assert (diagrams.page_name(LEAF), diagrams.page(LEAF)) == ("workflow-leaves-leaf.md", PAGE)
