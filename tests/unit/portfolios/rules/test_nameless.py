import pytest

from portfolios.rules.content import FileSaid, Named, Passage, SectionSaid, SignedLine, canonical
from portfolios.rules.nameless import names_left, without_names
from tests.factories.contents import content, piece

NAMES = (
    Named(name="Zoë Anne-Marie O’Brien", instead="the practitioner"),
    Named(name="Will Young", instead="the line manager"),
    Named(name="O’Brien", instead="the practitioner"),
    Named(name="AB", instead="the practitioner"),
    Named(name="Avon City Council", instead="the organisation", is_whole=True),
)


def told(text: str) -> str:
    """A text as the edition without names tells it."""
    section = SectionSaid(code="a", title="A", text=text)
    return without_names(content(sections=(section,), names=NAMES)).sections[0].text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("I, Zoë Anne-Marie O’Brien, saw it.", "I, the practitioner, saw it."),
        ("Zoë’s visit. Zoe's notes.", "The practitioner’s visit. The practitioner's notes."),
        ("ZOE O'BRIEN and zoë obrien", "The practitioner the practitioner and the practitioner the practitioner"),
        ("We met: Z. O’Brien; O’Brien, Z.", "We met: the practitioner; the practitioner"),
        ("signed Z.A.O. and Z. A. O.", "signed the practitioner and the practitioner"),
        ("By O’Brien, Zoë Anne Marie", "By the practitioner"),
        ("Ask zoe.obrien@council.example today", "Ask an e-mail address today"),
        (
            "A young man will come. “Will came.” Mr Young",
            "A young man will come. “The line manager came.” Mr the line manager",
        ),
        ("Zoé and Zoem, the Zoes", "The practitioner and Zoem, the Zoes"),
        ("AB wrote, ab wrote, ABC wrote", "The practitioner wrote, ab wrote, ABC wrote"),
        ("scan_zoe_notes", "scan_the practitioner_notes"),
        ("The council of Avon City Council", "The council of the organisation"),
        ("Nobody is named.", "Nobody is named."),
        ("Zoe\u0308 in two signs", "The practitioner in two signs"),
    ],
)
def test_names_are_replaced_however_they_are_written(written, read):
    assert told(written) == read


def test_no_name_is_left_anywhere_and_codes_stay():
    names = (*NAMES, Named(name="Amara Osei", instead="the practitioner"))
    quoted = Passage(heading="Zoë said", text="Will Young agreed.", says_who="Will Young, manager")
    section = SectionSaid(code="will-young", title="Of Zoë", pieces=(piece(title="Amara’s visit", passages=(quoted,)),))
    made = without_names(content(sections=(section,), names=names, person="Amara Osei"))
    assert (made.person, made.sections[0].title) == ("The practitioner", "Of the practitioner")
    assert made.sections[0].code == "will-young"
    words = canonical(made).replace('"will-young"', "")
    assert names_left(words, names) == []
    assert names_left("Zoe and will", names) == ["Zoe"]
    assert (made.facts, made.names) == ((), ())


def test_signers_are_their_roles():
    signed = SignedLine(
        role="line manager", name="Will Young", on="2026-05-14", words="Zoë’s own.", for_whom="Zoë O’Brien"
    )
    (made,) = without_names(content(names=NAMES, signatures=(signed,))).signatures
    assert made == SignedLine(
        role="line manager", name="The line manager", on="2026-05-14", words="The practitioner’s own."
    )


def test_files_stay_only_where_cleared_and_lose_their_names():
    def file(name, cleared):
        return FileSaid(uid=name, name=name, kind="pdf", size=1, sha256="a" * 64, caption="Zoë", is_cleared=cleared)

    kept = (file("zoe.pdf", True), file("b.pdf", False), file("no ending", True), file("odd.e-x", True))
    section = SectionSaid(code="a", title="A", pieces=(piece(files=kept),))
    (made,) = without_names(content(sections=(section,), names=NAMES)).pieces
    assert [each.name for each in made.files] == ["file-1.pdf", "file-2", "file-3"]
    assert {each.caption for each in made.files} == {"The practitioner"}
    assert [each.uid for each in made.files] == ["zoe.pdf", "no ending", "odd.e-x"]


def test_a_name_of_nothing_hides_nothing():
    section = SectionSaid(code="a", title="A", text="Left as it is.")
    made = without_names(content(sections=(section,), names=(Named(name=" ", instead="nobody"),)))
    assert made.sections[0].text == "Left as it is."
