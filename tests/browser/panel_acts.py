"""What the hand does around a panel's sitting: portfolios written and endorsed, and reviews that another chapter shows
on the screens. On the days the journey is at."""

from datetime import date

from panels.choices.cases import CaseState
from panels.choices.judging import TO_DO, AssignmentState, Overall
from panels.models import Assignment, Case, Meeting, Panel
from panels.rules.reviewing import Written
from panels.selectors.reviews import judging_of
from panels.services.assigning import assign, take_on
from panels.services.checking import accept
from panels.services.handing_in import vouch
from panels.services.reviewing import hand_in
from panels.services.sittings import take_up
from pathways.models import Sitting
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from portfolios.rules.signing import DECLARATIONS
from portfolios.selectors.signing import to_sign
from portfolios.services.returning import open_again
from portfolios.services.sections import mark_ready, write_section
from portfolios.services.signing import Asking, Name, ask_signatures, put_name
from portfolios.services.snapshots import submit
from tests.browser.asye_acts import as_on
from tests.browser.asye_people import person_called
from tests.browser.clock import morning_of


def case_of(name: str) -> Case:
    """The latest case of somebody called so."""
    found: Case = Case.objects.filter(person=person_called(name)).order_by("-pk")[0]
    return found


def address_of(name: str) -> str:
    """Where the page of her latest case is, for somebody to whom no link leads there."""
    return case_of(name).get_absolute_url()


def endorses(name: str, text: str, day: date) -> None:
    """Her portfolio is written, signed by her and by her manager, and handed in on one day; one handed in before is
    opened again first. Her manager says that nothing formal is open."""
    case, at = case_of(name), morning_of(day)
    assert case.manager is not None
    her, manager = as_on(case.person, day), as_on(case.manager, day)
    portfolio = Portfolio.objects.get(pk=case.portfolio_id)
    if portfolio.state == PortfolioState.SUBMITTED:
        portfolio = open_again(portfolio=portfolio, reason="The panel asked for more.", by=her, at=at)
    section = write_section(section=portfolio.sections.get(), text=text, by=her, at=at)
    mark_ready(section=section, by=her, at=at)
    asking = Asking(declared=frozenset(DECLARATIONS), seen=to_sign(portfolio)[1])
    asked = ask_signatures(portfolio=portfolio, asking=asking, by=her, at=at)
    endorsed = put_name(portfolio=asked, name=Name(seen=to_sign(asked)[1]), by=manager, at=at)
    submit(portfolio=endorsed, by=her, at=at)
    vouch(case=case, has_formal_open=False, by=manager, at=at)


def reviews_rest(words: str, day: date, *, low: str) -> int:
    """Whoever has a case to review takes it on and hands a review in: all met with these words, but of the first
    criterion of the case of this person. How many they were."""
    here = Assignment.objects.filter(case__sitting=case_of(low).sitting, case__state=CaseState.IN_REVIEW)
    waiting = here.filter(state__in=TO_DO).order_by("pk")
    rows = list(waiting.select_related("case__person", "case__policy", "person"))
    for row in rows:
        by, at = as_on(row.person, day), morning_of(day)
        if row.state == AssignmentState.ASKED:
            take_on(assignment=row, by=by, at=at)
        hand_in(assignment=row, said=_said(row.case, words, is_low=row.case.person.full_name == low), by=by, at=at)
    return len(rows)


def takes_up_next(panel: str, on: date, day: date, *, lead: str) -> Meeting:
    """The academy lead has the panel take up the sitting of that day."""
    held = Panel.objects.get(title=panel)
    sitting = Sitting.objects.get(organisation=held.organisation, on=on)
    return take_up(sitting=sitting, panel=held, by=as_on(person_called(lead), day), at=morning_of(day))


def accepts(name: str, day: date, *, clerk: str, reviewers: list[str]) -> None:
    """Her case is accepted and given to these reviewers."""
    case, by, at = case_of(name), as_on(person_called(clerk), day), morning_of(day)
    accepted = accept(case=case, looked_at=(), by=by, at=at)
    for each in reviewers:
        assign(case=accepted, person=person_called(each), by=by, at=at)


def _said(case: Case, words: str, *, is_low: bool) -> Written:
    codes = [each.code for each in judging_of(case).criteria]
    levels = dict.fromkeys(codes, "shown") | ({codes[0]: "not-yet"} if is_low else {})
    overall = Overall.NOT_YET if is_low else Overall.PROGRESS
    return Written(levels=levels, reasons=dict.fromkeys(codes, words), overall=overall, words=words)
