"""The texts people wrote, each once, with where it stands. No database."""

from dataclasses import replace

from portfolios.rules.content import Content, Fact, FileSaid, Passage, Piece, SectionSaid, SignedLine
from portfolios.rules.looking import TextAt, texts_in

PIECE = Piece(
    source="evidence:7",
    kind="project",
    kind_words="Project",
    title="A room",
    shows="It was wanted.",
    facts=(Fact(label="Case", text="LAS-100001"),),
    passages=(Passage(heading="Reflection", text="I asked first."),),
    files=(FileSaid(uid="1", name="plan.pdf", kind="pdf", size=9, sha256="a" * 64, caption="The plan"),),
)
CONTENT = Content(
    title="Towards BG11",
    purpose="progression",
    purpose_words="Progression",
    person="Amara Osei",
    organisation="Bristol",
    statement="Nobody can be told.",
    sections=(
        SectionSaid(code="practice", title="Practice", text="One two.", pieces=(PIECE,)),
        SectionSaid(code="learning", title="Learning", pieces=(replace(PIECE, shows="Here too."),)),
    ),
    signatures=(SignedLine(role="manager", name="Bo Lund", on="2026-11-17", words="I read it."),),
)


def test_texts_are_what_people_wrote_in_the_order_it_is_read():
    assert list(texts_in(CONTENT)) == [
        TextAt("Towards BG11", "Title"),
        TextAt("One two.", "Practice", "practice"),
        TextAt("It was wanted.", "Practice, what “A room” shows there", "practice", "evidence:7"),
        TextAt("A room", "Practice, “A room”, title", "practice", "evidence:7"),
        TextAt("I asked first.", "Practice, “A room”, Reflection", "practice", "evidence:7"),
        TextAt("plan.pdf", "Practice, “A room”, name of a file", "practice", "evidence:7"),
        TextAt("The plan", "Practice, “A room”, what “plan.pdf” is", "practice", "evidence:7"),
        TextAt("", "Learning", "learning"),
        TextAt("Here too.", "Learning, what “A room” shows there", "learning", "evidence:7"),
        TextAt("I read it.", "What Bo Lund says beside the signature"),
    ]
