import pytest

from academy.engines.reference.reading import BadFile, BadPlace, Source, check, read
from tests.unit.engines.reference.samples import Colour, colours


@pytest.fixture
def mistakes_in(tmp_path):
    def read_it(text):
        path = tmp_path / "red.yaml"
        path.write_text(text)
        with pytest.raises(BadFile) as bad:
            read(Source(colours(tmp_path), path))
        return bad.value.mistakes

    return read_it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: red\n", ["red.yaml, line 1, name: Field required."]),
        ("code: red\nname: 7\n", ["red.yaml, line 2, name: Input should be a valid string."]),
        (
            "code: red\nname: Red\nshade: dark\n",
            ["red.yaml, line 3, shade: Extra inputs are not permitted."],
        ),
        (
            "code: red\nname: Red\nparts:\n  - {a: 1}\n  - {a: much}\n",
            ["red.yaml, line 5, parts.2.a: Input should be a valid integer."],
        ),
        ("code: red\nname: Red\ncode: blue\n", ["red.yaml, line 3, code: said twice; say it once."]),
        ("code: red\nname: Red\nparts:\n  - {a: 1, a: 2}\n", ["red.yaml, line 4, a: said twice; say it once."]),
        ("", ["red.yaml, line 1: Input should be a valid dictionary or instance of Colour."]),
        ("code: [red\n", ["red.yaml, line 2: not YAML: expected ',' or ']', but got '<stream end>'."]),
    ],
)
def test_mistake_is_told_with_file_line_and_key(mistakes_in, text, expected):
    assert mistakes_in(text) == expected


def test_every_mistake_of_a_file_is_told(mistakes_in):
    assert mistakes_in("code: 1\nname: 2\n") == [
        "red.yaml, line 1, code: Input should be a valid string.",
        "red.yaml, line 2, name: Input should be a valid string.",
    ]


def test_digest_is_another_for_other_bytes_or_another_edition(tmp_path):
    path = tmp_path / "red.yaml"
    path.write_text("code: red\n")
    first = Source(colours(tmp_path), path).digest()
    assert Source(colours(tmp_path), path).digest() == first
    assert Source(colours(tmp_path, edition=2), path).digest() != first
    path.write_text("code: red \n")
    assert Source(colours(tmp_path), path).digest() != first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: one\nfirst: 2026-02-31\n", "Your text, line 2: day is out of range for month."),
        ("rows:\n- {on: 2026-01-01}\n- [2026-13-01]\n", "Your text, line 3: month must be in 1..12."),
        ("code: &one a\nother: *one\n", "Your text, line 2: *one stands for something else. Write it out."),
        ("code: a\nbell: \x07\n", "Your text, line 2: a character that cannot stand in YAML. Take it out."),
        ("[" * 5000, "Your text, line 1: lists within lists, too deep. Write it as the examples do."),
        ("just words\n", "Your text, line 1: Input should be a valid dictionary or instance of Colour."),
        ("", "Your text, line 1: Input should be a valid dictionary or instance of Colour."),
    ],
)
def test_whatever_somebody_writes_is_answered_with_a_line(text, expected):
    with pytest.raises(BadFile) as bad:
        check(Colour, text, name="Your text")
    assert bad.value.mistakes == [expected]


def test_mistake_of_a_loader_is_told_with_the_line_of_a_text():
    bad = BadPlace([(("rows", 1, "code"), "there is no such code")])
    told = bad.in_text("rows:\n- code: a\n- code: b\n", name="Your text")
    assert told.mistakes == ["Your text, line 3, rows.2.code: there is no such code."]
