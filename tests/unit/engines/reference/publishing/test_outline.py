from datetime import date

from pydantic import BaseModel, Field

from academy.engines.reference.publishing.outline import Branch, outline
from academy.people.choices import Profession


class Part(BaseModel):
    title: str = ""
    weeks: int | None = None
    kinds: list[Profession] = []


class Whole(BaseModel):
    code: str = "2026"
    first_day: date = date(2026, 4, 1)
    sure: bool = False
    starts: int = Field(default=3, alias="from")
    one: Part = Part()
    parts: list[Part] = []
    named: dict[Profession, Part] = {}


def test_outline_says_keys_and_values_in_words_and_leaves_out_what_is_empty():
    said = Whole(parts=[Part(title="Law", weeks=2), Part(weeks=3, kinds=[Profession.SOCIAL_WORKER])])
    assert outline(said, without=["code"]) == (
        Branch("First day", "1 April 2026"),
        Branch("Sure", "no"),
        Branch("From", "3"),
        Branch(
            "Parts",
            parts=(
                Branch("Law", parts=(Branch("Weeks", "2"),)),
                Branch("2", parts=(Branch("Weeks", "3"), Branch("Kinds", Profession.SOCIAL_WORKER.label))),
            ),
        ),
    )


def test_codes_of_choices_are_told_by_their_labels():
    said = Whole(named={Profession.SOCIAL_WORKER: Part(weeks=1)}, one=Part(title="One"))
    assert [branch.words for branch in outline(said, without=[])][-2:] == ["One", "Named"]
    assert outline(said, without=[])[-1].parts[0].words == Profession.SOCIAL_WORKER.label
