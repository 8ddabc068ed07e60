from academy.engines.facts import providers
from academy.engines.facts.families import Family
from academy.engines.facts.page import page
from academy.engines.facts.providers import provide

TABLES = """
## leaves

| family | what it tells | behind the colon | how much, of which level, who says so | found by |
| --- | --- | --- | --- | --- |
| `leaves.fall` | It fell. |  |  | nobody yet; comes with autumn |

## trees

| family | what it tells | behind the colon | how much, of which level, who says so | found by |
| --- | --- | --- | --- | --- |
| `trees.height` | It is so high. | the tree | metres; crown; who measured | forest, trees; also what is expected |
| `trees.ring` | It has a ring. |  |  | trees |
"""


def test_page_has_a_table_for_each_app_and_says_who_finds_each_family(monkeypatch):
    monkeypatch.setattr(providers, "_providers", [])
    families = [
        Family(name="trees.ring", tells="It has a ring."),
        Family(name="leaves.fall", tells="It fell.", comes_with="autumn"),
        Family(
            name="trees.height",
            tells="It is so high.",
            which="the tree",
            quantity="metres",
            level="crown",
            by_relation="who measured",
        ),
    ]
    provide(["trees.ring", "trees.height"], lambda person_ids, *, on, keys: [], app="trees")
    provide(["trees.height"], lambda person_ids, *, on, keys: [], app="forest", foretells=True)

    told = page(families)

    assert told.startswith("# What a policy can ask for\n\nWritten by `manage.py generate_docs`")
    assert told.endswith(TABLES)
