"""What of panels is put on paper: letters, plans, what was handed in, papers of a meeting, a half-year's summary."""

from dataclasses import replace

from academy.engines.documents.declarations import ARCHIVED, STYLESHEET, DocumentKind, declare
from panels.choices.panels import MeetingPaper
from panels.choices.papers import Paper
from panels.selectors.decision_papers import answer_on_paper, letter_on_paper, plan_on_paper
from panels.selectors.handed_in_papers import READ, READ_NAMED, named_on_paper, nameless_on_paper
from panels.selectors.meeting_papers import is_still_for, minutes_on_paper, pack_on_paper
from panels.selectors.period import summary_on_paper
from panels.selectors.sample_papers import (
    case_pack_on_paper,
    draw_pack_on_paper,
    is_draw_still_cleared,
    is_still_cleared,
    sampled_portfolio_on_paper,
)
from portfolios.selectors.editions import PARTS as PORTFOLIO_PARTS
from portfolios.selectors.editions import STYLES as PORTFOLIO_STYLES
from portfolios.selectors.editions import TEMPLATE

PARTS, STYLES = ("panels/pdf/_head.html",), (STYLESHEET, "css/letter.css")
KINDS = {
    Paper.LETTER: DocumentKind(
        name=Paper.LETTER.kind,
        title=str(Paper.LETTER.label),
        template="panels/pdf/letter.html",
        build=letter_on_paper,
        permission="panels.letter.see",
        subject="panels.Letter",
        parts=PARTS,
        stylesheets=STYLES,
    ),
    Paper.PLAN: DocumentKind(
        name=Paper.PLAN.kind,
        title=str(Paper.PLAN.label),
        template="panels/pdf/plan.html",
        build=plan_on_paper,
        permission="panels.plan.see",
        subject="panels.Decision",
        parts=PARTS,
        stylesheets=STYLES,
    ),
    Paper.ANSWER: DocumentKind(
        name=Paper.ANSWER.kind,
        title=str(Paper.ANSWER.label),
        template="panels/pdf/answer.html",
        build=answer_on_paper,
        permission="panels.appeal.see",
        subject="panels.Appeal",
        parts=PARTS,
        stylesheets=STYLES,
    ),
}

declare(*KINDS.values())

# What was handed in, for whoever judges it; the candidate does not learn who reads it.
HANDED_IN = {
    False: DocumentKind(
        name="panels.handed_in",
        title="What was handed in",
        template=TEMPLATE,
        build=named_on_paper,
        permission=READ_NAMED,
        variant=ARCHIVED,
        subject="panels.Case",
        parts=PORTFOLIO_PARTS,
        stylesheets=PORTFOLIO_STYLES,
        tells_readers=False,
    ),
    True: DocumentKind(
        name="panels.handed_in_nameless",
        title="What was handed in, without names",
        template=TEMPLATE,
        build=nameless_on_paper,
        permission=READ,
        variant=ARCHIVED,
        subject="panels.Case",
        parts=PORTFOLIO_PARTS,
        stylesheets=PORTFOLIO_STYLES,
        tells_readers=False,
    ),
}

OF_MEETING = {
    paper: DocumentKind(
        name=f"panels.{paper.value}",
        title=str(paper.label),
        template=f"panels/pdf/{paper.value}.html",
        build=build,
        permission="panels.meeting.see",
        subject="panels.Meeting",
        parts=PARTS,
        stylesheets=STYLES,
        still=is_still_for,
    )
    for paper, build in ((MeetingPaper.PACK, pack_on_paper), (MeetingPaper.MINUTES, minutes_on_paper))
}

SUMMARY = DocumentKind(
    name="panels.summary",
    title="Summary report of moderation",
    template="panels/pdf/summary.html",
    build=summary_on_paper,
    permission="panels.summary.see",
    subject="identity.Organisation",
    parts=PARTS,
    stylesheets=STYLES,
)

declare(*HANDED_IN.values(), *OF_MEETING.values(), SUMMARY)

# What leaves the employer for who moderates outside: only what somebody read and cleared.
PACK = "panels.pack.have"
CASE_PACK = DocumentKind(
    name="panels.case_pack",
    title="Pack of a sampled case",
    template="panels/pdf/sample_pack.html",
    build=case_pack_on_paper,
    permission=PACK,
    subject="panels.Sampled",
    parts=("panels/pdf/_cleared.html",),
    stylesheets=STYLES,
    still=is_still_cleared,
)
DRAW_PACK = replace(
    CASE_PACK,
    name="panels.draw_pack",
    title="Packs of a whole draw",
    build=draw_pack_on_paper,
    subject="panels.Sample",
    still=is_draw_still_cleared,
)
SAMPLED_PORTFOLIO = replace(
    HANDED_IN[True],
    name="panels.sampled_portfolio",
    title="Portfolio of a sampled case, without names",
    build=sampled_portfolio_on_paper,
    permission=PACK,
    subject="panels.Sampled",
    tells_readers=True,
    still=is_still_cleared,
)

declare(CASE_PACK, DRAW_PACK, SAMPLED_PORTFOLIO)
