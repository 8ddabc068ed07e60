"""Templates of a council nobody here has heard of: what is wrong is told with line, key and what is allowed there."""

from datetime import date

import pytest

from academy.engines.reference.reading import BadFile, BadPlace, check
from portfolios.schema.template import TemplateFile
from portfolios.services.template_faults import faults_in
from tests.factories.frameworks import loaded
from tests.factories.identity import OrganisationFactory
from tests.factories.portfolios import PortfolioTemplateFactory

TEMPLATE = """\
organisation: seaborough
template: master
code: "2027"
title: Master's portfolio
purpose: course
valid_from: 2027-04-01
statement: Nobody can be told from this portfolio.
frameworks: [{code: sample, level: first}]
sections:
  - {code: account, title: Account, text: required, words: {least: 100, most: 200}, takes: {}}
  - code: seen
    title: Practice seen
    takes: {evidence: [observation], writing: [critical]}
    pieces: {least: 1, most: 3, within_months: 12}
    statements: [sample/A.1]
requires:
  - code: observed
    section: seen
    requires: {count: {of: "portfolios.piece:observation", least: 1, what: observation}}
chain: [author, line_manager]
"""
KEYS = "They tell portfolios.piece, portfolios.writing."


@pytest.fixture
def seaborough(db):
    loaded()
    return OrganisationFactory(slug="seaborough")


def said(text):
    """What is wrong with the text, in the sentences its author reads."""
    try:
        file = check(TemplateFile, text, name="Your text")
        found = faults_in(file)
        if found:
            raise BadPlace(found).in_text(text, name="Your text")
    except BadFile as bad:
        return bad.mistakes
    return []


def test_template_of_a_new_council_is_right_as_it_stands(seaborough):
    assert said(TEMPLATE) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "code: seen",
            "code: account",
            "line 11, sections.2.code: account is used more than once. Give each its own code.",
        ),
        (
            "code: sample,",
            "code: pcf,",
            "line 8, frameworks.1.code: no edition of pcf is in force on 2027-04-01. In force then: sample.",
        ),
        ("level: first", "level: last", "line 8, frameworks.1.level: sample has no level last. Levels of it: first."),
        (
            "sample/A.1]",
            "sample/A.9]",
            (
                "line 15, sections.2.statements.1: there is no statement sample/A.9 among the frameworks "
                "of this template. Write framework/statement."
            ),
        ),
        (
            "section: seen",
            "section: unseen",
            "line 18, requires.1.section: there is no section unseen. Sections here: account, seen.",
        ),
        (
            '{count: {of: "portfolios.piece:observation", least: 1, what: observation}}',
            "{award: bia}",
            f"line 19, requires.1.requires.award: pathways.award is not told by a portfolio’s own pieces. {KEYS}",
        ),
        (
            "portfolios.piece:observation",
            "portfolios.piece:critical",
            (
                "line 19, requires.1.requires.count: there is no portfolios.piece:critical. After portfolios.piece: "
                "stands one of observation, feedback, audit, supervision, certificate, assignment, project, training, "
                "work."
            ),
        ),
        (
            "portfolios.piece:observation",
            "portfolios.piece:audit",
            (
                "line 19, requires.1.requires.count: no section takes what portfolios.piece:audit asks for. "
                "Let one take it."
            ),
        ),
        (
            "words: {least: 100, most: 200}",
            "words: {least: 300, most: 200}",
            "line 10, sections.1.words: at most 200 is less than at least 300.",
        ),
        (
            "most: 3, within",
            "most: 3, least: 4, within",
            "line 14: least is said twice. Say it once.",
        ),
        (
            "{least: 1, most: 3, within_months: 12}",
            "{least: 4, most: 3}",
            "line 14, sections.2.pieces: at most 3 is less than at least 4.",
        ),
        (
            "text: required",
            "text: none",
            "line 10, sections.1: text is none, so words has no meaning. Leave words out, or ask for a text.",
        ),
        (
            "{evidence: [observation], writing: [critical]}",
            "{}",
            "line 11, sections.2: it asks for pieces and takes none. Name what it takes.",
        ),
        (
            "[author, line_manager]",
            "[line_manager, author]",
            ("line 1: the author signs first, and nobody twice. Write them in order: author, verifier, line_manager."),
        ),
        ("valid_from: 2027-04-01", "valid_from: soon", "line 6, valid_from: it has to be a day, as 2026-04-01."),
    ],
)
def test_mistake_is_told_with_line_key_and_what_is_allowed(seaborough, old, new, sentence):
    assert said(TEMPLATE.replace(old, new, 1)) == [f"Your text, {sentence}"]


def test_template_that_names_only_a_family_may_mean_all_of_it(seaborough):
    assert said(TEMPLATE.replace("portfolios.piece:observation", "portfolios.writing")) == []


def test_template_without_frameworks_or_an_edition_in_force_is_told_there_are_none(seaborough):
    alone = TEMPLATE.replace("frameworks: [{code: sample, level: first}]\n", "").replace("[sample/A.1]", "[]")
    early = TEMPLATE.replace("2027-04-01", "1999-04-01")

    assert said(alone) == []
    assert said(early)[0].endswith("no edition of sample is in force on 1999-04-01. In force then: none.")


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        (
            date(2026, 1, 1),
            date(2027, 4, 1),
            "line 6, valid_from: edition now holds until 2027-04-01. Begin after that day.",
        ),
        (date(2026, 1, 1), date(2027, 3, 31), None),
        (date(2026, 1, 1), None, None),
        (date(2028, 1, 1), None, "line 7, valid_to: edition now begins on 2028-01-01. End before that day."),
        (date(2029, 1, 1), None, None),
    ],
)
def test_editions_that_overlap_are_refused_at_the_day_that_does(seaborough, begins, ends, sentence):
    its = {"template": "master", "code": "now", "valid_from": begins, "valid_to": ends}
    PortfolioTemplateFactory(organisation=seaborough, **its)
    PortfolioTemplateFactory(organisation=None, **its)
    text = TEMPLATE.replace("valid_from: 2027-04-01", "valid_from: 2027-04-01\nvalid_to: 2028-12-31")

    assert said(text) == ([f"Your text, {sentence}"] if sentence else [])


def test_edition_for_all_is_judged_beside_those_for_all(seaborough):
    its = {"template": "master", "code": "now", "valid_from": date(2026, 1, 1), "valid_to": date(2028, 1, 1)}
    PortfolioTemplateFactory(organisation=None, **its)

    assert said(TEMPLATE) == []
    assert len(said(TEMPLATE.replace("organisation: seaborough\n", ""))) == 1
