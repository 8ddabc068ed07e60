"""A portfolio: gathered, signed by its chain, endorsed, handed in; returned with reasons, or opened again."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from portfolios.choices.portfolios import OPEN_TO_AUTHOR, PortfolioState, SectionState

CHANGE, SIGN = "portfolios.portfolio.change", "portfolios.portfolio.sign"
WRITE = "portfolios.section.write"

PORTFOLIO = declare(
    Workflow(
        model_label="portfolios.Portfolio",
        choices=PortfolioState,
        initial=PortfolioState.GATHERING,
        terminal=(PortfolioState.WITHDRAWN,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="ask_signatures",
                source=OPEN_TO_AUTHOR,
                target=PortfolioState.SIGNING,
                permission=CHANGE,
                stamps=("signing_at",),
            ),
            Transition(
                name="sign_alone",
                source=OPEN_TO_AUTHOR,
                target=PortfolioState.ENDORSED,
                permission=CHANGE,
                stamps=("endorsed_at",),
            ),
            Transition(
                name="pass_on", source=(PortfolioState.SIGNING,), target=PortfolioState.SIGNING, permission=SIGN
            ),
            Transition(
                name="endorse",
                source=(PortfolioState.SIGNING,),
                target=PortfolioState.ENDORSED,
                permission=SIGN,
                stamps=("endorsed_at",),
            ),
            Transition(
                name="return", source=(PortfolioState.SIGNING,), target=PortfolioState.RETURNED, permission=SIGN
            ),
            Transition(
                name="open_again",
                source=(PortfolioState.SIGNING, PortfolioState.ENDORSED, PortfolioState.SUBMITTED),
                target=PortfolioState.GATHERING,
                permission=CHANGE,
            ),
            Transition(
                name="submit",
                source=(PortfolioState.ENDORSED,),
                target=PortfolioState.SUBMITTED,
                permission=CHANGE,
                stamps=("submitted_at",),
            ),
            Transition(
                name="send_back",
                source=(PortfolioState.SIGNING, PortfolioState.ENDORSED, PortfolioState.SUBMITTED),
                target=PortfolioState.RETURNED,
                permission="portfolios.breach.note",
            ),
            Transition(
                name="withdraw",
                source=(*OPEN_TO_AUTHOR, PortfolioState.SIGNING, PortfolioState.ENDORSED),
                target=PortfolioState.WITHDRAWN,
                permission=CHANGE,
                stamps=("withdrawn_at",),
            ),
        ),
    )
)

SECTION = declare(
    Workflow(
        model_label="portfolios.Section",
        choices=SectionState,
        initial=SectionState.EMPTY,
        about="person_id",
        organisation="portfolio.organisation_id",
        transitions=(
            Transition(name="start", source=(SectionState.EMPTY,), target=SectionState.STARTED, permission=WRITE),
            Transition(
                name="ready",
                source=(SectionState.EMPTY, SectionState.STARTED),
                target=SectionState.READY,
                permission=WRITE,
            ),
            Transition(name="reopen", source=(SectionState.READY,), target=SectionState.STARTED, permission=WRITE),
        ),
    )
)
