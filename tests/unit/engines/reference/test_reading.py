import pytest

from academy.engines.reference.reading import MOST_TOLD, BadFile, BadPlace, Source, check, read
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
        ("code: red\n", ["red.yaml, line 1, name: this has to be said; it is missing."]),
        ("code: red\nname: 7\n", ["red.yaml, line 2, name: it has to be text; put it in quotes."]),
        (
            "code: red\nname: Red\nshade: dark\n",
            ["red.yaml, line 3, shade: this key is not known here. Allowed here: code, name, after, parts."],
        ),
        (
            "code: red\nnames: Red\n",
            [
                "red.yaml, line 1, name: this has to be said; it is missing.",
                (
                    "red.yaml, line 2, names: this key is not known here; perhaps name is meant. "
                    "Allowed here: code, name, after, parts."
                ),
            ],
        ),
        (
            "code: red\nname: Red\nparts:\n  - {a: 1}\n  - {a: much}\n",
            ["red.yaml, line 5, parts.2.a: it has to be a whole number."],
        ),
        ("code: red\nname: Red\ncode: blue\n", ["red.yaml, line 3: code is said twice. Say it once."]),
        ("code: red\nname: Red\nparts:\n  - {a: 1, a: 2}\n", ["red.yaml, line 4: a is said twice. Say it once."]),
        ("", ["red.yaml, line 1: it has to be keys with values: code, name, after, parts."]),
        ("code: [red\n", ["red.yaml, line 1: not YAML: did not find expected ',' or ']'."]),
    ],
)
def test_mistake_is_told_with_file_line_and_key(mistakes_in, text, expected):
    assert mistakes_in(text) == expected


def test_every_mistake_of_a_file_is_told(mistakes_in):
    assert mistakes_in("code: 1\nname: 2\n") == [
        "red.yaml, line 1, code: it has to be text; put it in quotes.",
        "red.yaml, line 2, name: it has to be text; put it in quotes.",
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
        (
            "code: a\nrows:\n\t- b\n",
            "Your text, line 3: not YAML: a tab at the beginning of the line. Indent with spaces.",
        ),
        ("on: 9999999999" + "9" * 60, "Your text, line 1: a number too long. Put it in quotes if it is meant as text."),
        ("on: " + "1:" * 5000 + "1", "Your text, line 1: a number too long. Put it in quotes if it is meant as text."),
        ("on: !!timestamp x", "Your text, line 1: a value that names its type with “!”. Write the value alone."),
        (
            "on: !!python/name:os.system x",
            "Your text, line 1: a value that names its type with “!”. Write the value alone.",
        ),
        ("? [a]\n: b\n", "Your text, line 1: a key that is no word. Write one word before the colon."),
        ("a: 1\n---\nb: 2\n", "Your text, line 2: not YAML: but found another document."),
        ("[" + "[]," * 40_000 + "]", "Your text, line 1: more than 60,000 keys and values. Shorten it."),
        ("code: a\r\nname: b\r\nname: c\r\n", "Your text, line 3: name is said twice. Say it once."),
        ("just words\n", "Your text, line 1: it has to be keys with values: code, name, after, parts."),
        ("", "Your text, line 1: it has to be keys with values: code, name, after, parts."),
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


def test_mistakes_are_told_in_the_order_of_their_lines_and_not_without_end():
    text = "code: red\nname: Red\nparts:\n" + "- {a: x}\n" * 60
    with pytest.raises(BadFile) as bad:
        check(Colour, text, name="Your text")
    assert (len(bad.value.mistakes), bad.value.mistakes[0], bad.value.mistakes[-1]) == (
        MOST_TOLD + 1,
        "Your text, line 4, parts.1.a: it has to be a whole number.",
        "Your text: 10 more mistakes. Mend these first.",
    )


def test_byte_order_mark_and_line_ends_of_windows_are_no_mistakes():
    assert check(Colour, "\ufeffcode: red\r\nname: Red\r\n", name="Your text") == Colour(code="red", name="Red")


def test_file_of_ours_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "red.yaml"
    path.write_bytes("code: rosé\n".encode("latin-1"))
    with pytest.raises(BadFile, match=r"red\.yaml: no text in UTF-8"):
        read(Source(colours(tmp_path), path))


def test_words_that_stand_for_others_are_for_files_of_ours(tmp_path):
    path = tmp_path / "red.yaml"
    path.write_text("code: &same red\nname: *same\n")
    assert read(Source(colours(tmp_path), path)).parsed == Colour(code="red", name="red")
