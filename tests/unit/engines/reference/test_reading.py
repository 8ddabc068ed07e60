import pytest

from academy.engines.reference.reading import BadFile, Source, read
from tests.unit.engines.reference.samples import colours


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
