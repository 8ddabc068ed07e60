"""A September sitting of a progression panel, from the day it is taken up to letters, an appeal and coming again."""

import pytest

from tests.browser import panel_outcomes as outcomes
from tests.browser import panel_sitting as sitting
from tests.browser import panel_submitting as submitting
from tests.browser.asye_people import account_of
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.panel_acts import accepts, endorses, reviews_rest, takes_up_next
from tests.browser.panel_people import NEXT_ON, PANEL, make_panel_council
from tests.browser.panel_sitting import Decided
from tests.browser.visitor import Visitor

COUNCIL = "Saltmere Council"
STAFF = {
    "lead": "Ottilie Brandrith",
    "clerk": "Fergus Noakes",
    "chair": "Greta Holmwood",
    "children": "Ada Fenwick",
    "service": "Rufus Caxton",
    "practice": "Ines Tolland",
    "lived": "Sunniva Pike",
    "manager": "Marjorie Kellaway",
    "officer first": "Osla Wrenshaw",
    "officer second": "Piers Halloway",
}
NORA, TAMSIN, BETH, CARYS, IMKE = "Nora Ellery", "Tamsin Rowley", "Beth Lindley", "Carys Dunmore", "Imke Sorley"
ADA, RUFUS, INES, SUNNIVA = (STAFF[part] for part in ("children", "service", "practice", "lived"))
CANDIDATES = [NORA, TAMSIN, BETH, CARYS, IMKE]
TEXT = "In spring I stayed with a family through two changes of plan, and wrote down what I had missed."
MORE = "In autumn I held two explanations against each other, and told the family which one I gave up."
SEEN = "She says which of her explanations did not hold."
OF_ALL = "It is shown in two pieces."
PROGRESSES = Decided(NORA, "Progressed", "You progress to BG11. The panel saw you change your mind on good grounds.")
NOT_YET = Decided(TAMSIN, "Not yet, with a plan", "You do not progress yet. Your direct work convinced the panel.")
WITH_CONDITION = Decided(CARYS, "Progressed with a condition", "You progress, and one observation follows.")
ALSO = Decided(IMKE, "Progressed", "You progress to BG11. The panel saw calm work in a hard year.")
TARGET = "Hold two explanations against each other in two pieces of work"
PLAN = {
    "aim_1_words": TARGET,
    "aim_1_who": STAFF["manager"],
    "aim_1_due_on": "27 February 2026",
    "next_sitting": "18 June 2026",
}
CONDITION = {"condition": "One more observation of a visit.", "condition_by_on": "31 December 2025"}
APPEAL = "The second visit in my account was not looked at."
ANSWER = "Both visits stand in the reviews. The panel looked at each of them."


@pytest.fixture
def _council(hand: Hand) -> None:
    hand(make_panel_council, COUNCIL, people=STAFF, candidates=CANDIDATES, first_number=776110)


@pytest.fixture
def cast(opens: Opens, _council: None) -> dict[str, Visitor]:
    """Everybody at a screen of her own, signed in: candidates and one member on phones."""
    phones = {NORA, TAMSIN, ADA}
    everybody = [*CANDIDATES, *STAFF.values()]
    windows = {name: opens("phone" if name in phones else "desktop") for name in everybody}
    for name, window in windows.items():
        window.sign_in(account_of(name))
    return windows


def test_september_sitting_goes_from_submission_to_letters_an_appeal_and_a_second_case(
    cast: dict[str, Visitor], hand: Hand
) -> None:
    submit(cast, hand)
    look_through(cast)
    where = sitting.says_family(cast[ADA], IMKE)
    judge(cast, hand)
    meeting = meet(cast, where)
    outcomes.knows_nothing(cast[NORA], PROGRESSES.wording)
    tell(cast)
    appeal(cast)
    come_again(cast, hand)
    sitting.is_gone(cast[ADA], IMKE, where, meeting=meeting)


def submit(cast: dict[str, Visitor], hand: Hand) -> None:
    """Five begin from their journeys; one writes her portfolio and her manager endorses it before our eyes."""
    submitting.takes_sitting_up(cast[STAFF["lead"]])
    for name in CANDIDATES:
        submitting.begins(cast[name])
    submitting.writes_portfolio(cast[NORA])
    submitting.endorses(cast[STAFF["manager"]], NORA)
    submitting.hands_portfolio_in(cast[NORA])
    for name in CANDIDATES[1:]:
        hand(endorses, name, TEXT, submitting.ENDORSED)
    for name in CANDIDATES:
        submitting.hands_in(cast[name], submitting.HANDED_IN)


def look_through(cast: dict[str, Visitor]) -> None:
    clerk = cast[STAFF["clerk"]]
    submitting.asks_for_changes(clerk, CARYS)
    submitting.mends(cast[CARYS])
    for name in CANDIDATES:
        submitting.accepts(clerk, name)
    submitting.finds_all(clerk, CANDIDATES)


def judge(cast: dict[str, Visitor], hand: Hand) -> None:
    """Two judge one case before our eyes, one of them before the other; one candidate leaves meanwhile."""
    sitting.shares_out(cast[STAFF["clerk"]], chosen={NORA: (ADA, SUNNIVA), TAMSIN: (RUFUS, INES)})
    for member in (ADA, SUNNIVA):
        sitting.takes_on(cast[member], NORA)
    submitting.withdraws(cast[BETH])
    sitting.reviews(cast[ADA], NORA, levels=("Met", "Met"), words=SEEN)
    sitting.sees_nothing_of(cast[SUNNIVA], NORA, SEEN)
    assert hand(reviews_rest, OF_ALL, sitting.REVIEWED, low=TAMSIN) == 7
    sitting.compares(cast[STAFF["chair"]], NORA, SEEN)


def meet(cast: dict[str, Visitor], where: str) -> str:
    """Four cases are decided, one of them without a member who knows nothing of it; where the meeting was."""
    clerk, chair = cast[STAFF["clerk"]], cast[STAFF["chair"]]
    meeting = sitting.makes_agenda(clerk, [NORA, TAMSIN, CARYS, IMKE])
    sitting.is_gone(cast[ADA], IMKE, where, meeting=meeting)
    sitting.gathers(clerk, meeting, here=[STAFF["chair"], ADA, RUFUS, INES, SUNNIVA])
    for said, more, may_decide in (
        (PROGRESSES, {}, 5),
        (NOT_YET, PLAN, 5),
        (WITH_CONDITION, CONDITION, 5),
        (ALSO, {}, 4),
    ):
        sitting.calls(clerk, meeting, said.name, may_decide=may_decide)
        if said is PROGRESSES:
            sitting.discusses(clerk, "What she would do otherwise was asked, and answered.")
        if said is ALSO:
            sitting.sees_blank(cast[ADA], meeting, IMKE)
        sitting.decides(chair, meeting, said, more=more)
    sitting.closes(clerk, meeting)
    return meeting


def tell(cast: dict[str, Visitor]) -> None:
    """All letters go at once; each candidate reads her own, and who progressed has her grade."""
    outcomes.reads_outbox(cast[STAFF["lead"]], [NORA, TAMSIN, CARYS, IMKE])
    outcomes.reads_letter(cast[NORA], "You progress.", PROGRESSES.wording)
    outcomes.has_grade(cast[NORA])
    outcomes.reads_letter(cast[TAMSIN], NOT_YET.wording, TARGET, "You can come to the panel again on 18 June 2026.")
    outcomes.reads_letter(cast[CARYS], CONDITION["condition"])


def appeal(cast: dict[str, Visitor]) -> None:
    officers = [STAFF["officer first"], STAFF["officer second"]]
    outcomes.appeals(cast[TAMSIN], APPEAL)
    outcomes.names_hearers(cast[STAFF["lead"]], TAMSIN, officers, not_fresh=[RUFUS, ADA])
    outcomes.answers(cast[officers[0]], TAMSIN, ANSWER)
    outcomes.reads_answer(cast[TAMSIN], ANSWER)


def come_again(cast: dict[str, Visitor], hand: Hand) -> None:
    """At the next sitting the one who was not there yet comes again, and is judged on what changed."""
    hand(takes_up_next, PANEL, NEXT_ON, outcomes.NAMED, lead=STAFF["lead"])
    outcomes.begins_again(cast[TAMSIN], TARGET)
    hand(endorses, TAMSIN, MORE, outcomes.ENDORSED_AGAIN)
    submitting.hands_in(cast[TAMSIN], outcomes.ENDORSED_AGAIN)
    hand(accepts, TAMSIN, outcomes.ACCEPTED_AGAIN, clerk=STAFF["clerk"], reviewers=[ADA, RUFUS])
    outcomes.reviews_what_changed(cast[ADA], TAMSIN, new="two explanations against each other", kept="Direct work")
