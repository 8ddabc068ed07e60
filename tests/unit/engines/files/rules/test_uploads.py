import pytest

from academy.engines.files.choices import FileKind
from academy.engines.files.rules.uploads import KINDS_IN_WORDS, Limits, refusal_of, tidy_name

LIMITS = Limits(bytes=10 * 1024 * 1024, name=120)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.pdf", "plan.pdf"),
        ("C:\\Users\\me\\plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("two\nlines\t.pdf", "two lines .pdf"),
        ("safe\u202efdp.exe", "safe fdp.exe"),
        ("  many   spaces .pdf ", "many spaces .pdf"),
        ("..", "file"),
        ("", "file"),
        ("Übersicht – März.pdf", "Übersicht – März.pdf"),
    ],
)
def test_tidy_name_keeps_what_can_be_shown(name, expected):
    assert tidy_name(name) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, None),
        ({"name": "n" * 120}, None),
        ({"size": 10 * 1024 * 1024}, None),
        (
            {"name": "n" * 121},
            f"The name “{'n' * 40}…” is too long. Give the file a name of at most 120 characters.",
        ),
        ({"size": 0}, "“plan.pdf” is empty. Choose the file again, or another one."),
        (
            {"size": 10 * 1024 * 1024 + 1},
            "“plan.pdf” is larger than 10 MB. Make it smaller or split it, then choose it again.",
        ),
        (
            {"kind": None},
            (
                f"“plan.pdf” cannot be taken. Save it as {KINDS_IN_WORDS} (without macros or a password) "
                "and choose it again."
            ),
        ),
    ],
)
def test_refusal_says_what_to_do(values, expected):
    upload = {"name": "plan.pdf", "size": 20, "kind": FileKind.PDF} | values
    assert refusal_of(**upload, limits=LIMITS) == expected


def test_refusal_of_size_names_small_limits_in_kilobytes():
    said = refusal_of(name="a", size=4000, kind=FileKind.TEXT, limits=Limits(bytes=2048, name=9))
    assert said == "“a” is larger than 2 kB. Make it smaller or split it, then choose it again."
