"""What a portfolio lacks, read from its rows: pages to mend it, and as many queries for many as for one."""

from datetime import date

import pytest

from portfolios.models import Portfolio
from portfolios.selectors.completeness import gaps_of, gaps_of_all
from portfolios.selectors.held import piece_held, sections_held
from tests.factories.identity import TODAY
from tests.factories.portfolios import (
    TEMPLATE,
    CaseAuditFactory,
    FeedbackFactory,
    ItemFactory,
    ObservationFactory,
    PortfolioFactory,
    SectionFactory,
    SectionReturnFactory,
    cited_item,
    evidence_in,
    whose,
)

pytestmark = pytest.mark.django_db
OBSERVED = {"count": {"of": "portfolios.piece:observation", "least": 1, "what": "observation", "by": ["line_manager"]}}
CONTENT = {
    **TEMPLATE,
    "sections": [
        {"code": "practice", "title": "Practice", "pieces": {"least": 1, "within_months": 12}},
        {"code": "learning", "title": "Learning", "text": "required", "words": {"least": 3}},
    ],
    "requires": [
        {"code": "observed", "section": "practice", "requires": OBSERVED},
        {"code": "any", "requires": {"count": {"of": "portfolios.writing", "least": 9, "what": "entries"}}},
    ],
}


@pytest.fixture
def portfolio(council):
    type(council.template).objects.update(content=CONTENT)
    council.template.refresh_from_db()
    return PortfolioFactory(person=council.author, organisation=council.organisation, template=council.template)


def observed(section):
    its = whose(section.portfolio)
    evidence = evidence_in("complete", kind="observation", **its)
    ObservationFactory(evidence=evidence)
    return ItemFactory(section=section, evidence=evidence)


def test_each_gap_leads_to_the_page_where_it_is_mended(portfolio):
    SectionFactory(portfolio=portfolio)
    page = f"/portfolio/{portfolio.pk}/"

    assert [(gap.says, gap.url, gap.section) for gap in gaps_of(portfolio, TODAY)] == [
        ("“Practice” has no piece yet; it asks for at least 1.", f"{page}sections/practice/", "practice"),
        ("“Learning” has no text yet: at least 3 words.", f"{page}sections/learning/", "learning"),
        ("At least 1 observation: none so far.", f"{page}sections/practice/", "practice"),
        ("At least 9 entries: none so far.", page, ""),
    ]


def test_complete_portfolio_has_no_gap(portfolio):
    type(portfolio.template).objects.update(content={**CONTENT, "requires": CONTENT["requires"][:1]}, checksum="c" * 64)
    portfolio.template.refresh_from_db()
    observed(SectionFactory(portfolio=portfolio, state="ready"))
    learning = SectionFactory(portfolio=portfolio, code="learning", text="I ask her first.", state="ready")

    assert gaps_of(portfolio, TODAY) == ()
    SectionReturnFactory(section=learning)
    assert [gap.section for gap in gaps_of(portfolio, TODAY)] == ["learning"]


def test_second_person_and_grade_are_read_from_each_kind(portfolio):
    section, its = SectionFactory(portfolio=portfolio), whose(portfolio)
    audit = evidence_in("complete", kind="audit", words=None, **its)
    CaseAuditFactory(evidence=audit, grade="good", comments="Clear reasons.", audited_at=audit.completed_at)
    feedback = evidence_in("complete", kind="feedback", **its)
    FeedbackFactory(evidence=feedback, giver="carer")
    essay = evidence_in("complete", kind="assignment", words=3500, **its)
    items = [ItemFactory(section=section, evidence=each) for each in (audit, feedback, essay)]

    found = [piece_held(item) for item in items]

    assert [(each.kind, each.by_relation, each.level, each.length) for each in found] == [
        ("audit", "independent", "good", None),
        ("feedback", "carer", "", None),
        ("assignment", "", "", 3500),
    ]


def test_own_writing_is_read_as_it_was_cited(portfolio):
    item = cited_item(SectionFactory(portfolio=portfolio))
    type(item.entry).objects.filter(pk=item.entry_id).update(title="Something else", started_on=date(2020, 1, 1))
    item.refresh_from_db()

    held = piece_held(item)

    assert (held.source, held.kind, held.title, held.on, held.is_withdrawn) == (
        f"entry:{item.entry_id}",
        item.version.text["kind"],
        item.version.title,
        date.fromisoformat(item.version.text["started_on"]),
        False,
    )


@pytest.mark.parametrize("number", [1, 3])
def test_many_portfolios_with_many_pieces_take_as_many_queries_as_one(
    council, portfolio, number, django_assert_num_queries
):
    others = [PortfolioFactory(**whose(portfolio), template=portfolio.template) for _ in range(number - 1)]
    for each in [portfolio, *others]:
        section = SectionFactory(portfolio=each)
        for _ in range(number):
            observed(section)
        cited_item(section)
    found = list(Portfolio.objects.select_related("template", "organisation"))

    with django_assert_num_queries(3):
        gaps = gaps_of_all(found, TODAY)
    assert sorted(gaps) == sorted(each.pk for each in found)
    assert [len(each.pieces) for each in sections_held(found, on=TODAY)[portfolio.pk]] == [number + 1]
