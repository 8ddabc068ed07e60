"""The summary of a half-year: what the ASYE counts, samples and themes, small numbers hidden, and the plans' lines."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.people.choices import RoleCode
from academy.people.selectors.monitoring import LEAST
from asye.rules.moderation_summary import Half
from panels.models import Sampled
from panels.selectors.period import halves_here, report_of, summary_on_paper
from panels.services.period_words import write_words
from panels.services.samples import draw_sample
from tests.factories.asye import ModerationFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_moderation import given_back, moderating
from tests.factories.panel_themes import ActionFactory, ThemeFactory, ThemeNoteFactory
from tests.factories.panels import TieFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of
from tests.unit.panels.services.test_samples import PERIOD

pytestmark = pytest.mark.django_db
HALF = Half(2026, True)


@pytest.fixture
def here():
    return moderating()


def moderated(here, number):
    """So many cases that were given back, each with what the year keeps of it."""
    cases = [given_back(here, fails=True) for _ in range(number)]
    for case in cases:
        ModerationFactory(recommendation=case.recommendation, moderated_on=TODAY)
    return cases


def told(actor, half=HALF):
    return {part.title: {block.title: dict(block.lines) for block in part.blocks} for part in _parts(actor, half)}


def _parts(actor, half):
    return report_of(actor, half).parts


def test_numbers_of_the_record_are_filled_in_and_small_ones_hidden(here):
    cases = moderated(here, LEAST)
    depth = ThemeFactory(organisation=here.organisation, title="Depth")
    rare = ThemeFactory(organisation=here.organisation, title="Rare")
    for case in cases:
        ThemeNoteFactory(theme=depth, case=case)
    ThemeNoteFactory(theme=rare, case=cases[0])
    ThemeFactory(organisation=here.organisation, title="Never came up")
    draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)
    Sampled.objects.update(feedback="Clear.", received_on=TODAY, received_by=here.coordinator)

    found = told(here.by)

    [years] = [title for title in found if title.startswith("ASYE")]
    assert years.endswith("July to December 2026")
    assert found[years]["Moderated"] == {"Confirmed": LEAST, "Sent back with questions": 0, "Not supported": 0}
    assert found["Samples for who looks from outside"] == {
        "Sampled, partnership": {"Came back": LEAST, "Not back yet": 0},
        "Sampled, national": {"Came back": None, "Not back yet": None},
        "Kept as exemplars": {"Cases": None},
    }
    assert found["Themes, in comments"] == {
        "Depth": {"Strengths": 0, "To learn": LEAST},
        "Rare": {"Strengths": None, "To learn": None},
    }


def test_case_she_is_out_of_counts_neither_among_samples_nor_themes(here):
    cases = moderated(here, LEAST)
    theme = ThemeFactory(organisation=here.organisation, title="Depth")
    for case in cases:
        ThemeNoteFactory(theme=theme, case=case)
    draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)
    lead = as_actor(here.lead)
    assert told(lead)["Themes, in comments"]["Depth"]["To learn"] == LEAST
    TieFactory(case=cases[0], person=here.lead)
    found = told(lead)
    assert found["Themes, in comments"]["Depth"]["To learn"] is None
    assert found["Samples for who looks from outside"]["Sampled, partnership"]["Not back yet"] is None


def test_only_the_half_year_and_the_employer_one_acts_for_are_told(here):
    moderated(here, 1)
    draw_sample(organisation=here.organisation, period=PERIOD, by=here.by, at=NOW)
    other = holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())
    assert [title for title in told(as_actor(other)) if title.startswith("ASYE")] == []
    before = told(here.by, Half(2026))
    assert before["Samples for who looks from outside"]["Sampled, partnership"]["Not back yet"] is None
    assert [block["Moderated"]["Confirmed"] for title, block in before.items() if title.startswith("ASYE")] == [None]


def test_plans_of_last_year_and_this_one_are_told_without_names(here):
    theme = ThemeFactory(organisation=here.organisation, title="Depth", code="depth")
    going = {"progress": "Drawn.", "progress_on": TODAY}
    ended = {"state": "closed", "ended_at": NOW, "ended_words": "Held twice."}
    ActionFactory(organisation=here.organisation, year=2025, theme=theme, **ended)
    ActionFactory(organisation=here.organisation, words="A new card", due_on=date(2026, 12, 24), **going)
    ActionFactory(organisation=here.organisation, year=2024)
    day = f"{TODAY.day} {TODAY:%B %Y}"
    assert report_of(here.by, HALF).plans == [
        (
            2025,
            (
                f"Depth: A workshop for assessors: closed on {day}. Held twice.",
                "1 of 1 action closed, 0 open, 0 dropped.",
            ),
        ),
        (2026, ("A new card: open until 24 December 2026. Drawn.", "0 of 1 action closed, 1 open, 0 dropped.")),
    ]


def test_words_of_the_academy_stand_beside_the_numbers(here):
    assert report_of(here.by, HALF).words is None
    made = write_words(organisation=here.organisation, half=HALF, words="We were short.", by=here.by, at=NOW)
    assert (report_of(here.by, HALF).words, report_of(here.by, Half(2026)).words) == (made, None)


def test_lines_of_the_table_say_what_is_hidden(here):
    lines = list(report_of(here.by, HALF).lines)
    assert lines[0] == ["ASYE, adults, July to December 2026", "Recommended", "Pass", "hidden"]
    assert ["Samples for who looks from outside", "Sampled, partnership", "Came back", "hidden"] in lines
    assert {len(line) for line in lines} == {4}


def test_paper_of_a_half_year_names_nobody_and_another_is_refused(here):
    paper = summary_on_paper(asked(here.by, "2026-2"))
    assert (paper.title, paper.author) == (
        "Summary report of moderation, July to December 2026",
        here.organisation.name,
    )
    assert paper.facts[0] == ("Half-year", "July to December 2026")
    assert (paper.report.half, paper.foot, paper.file_name) == (HALF, "", "summary-report-of-moderation-2026-2")
    assert summary_on_paper(asked(here.by, "2026-2", code="AB-1")).foot.startswith("Document AB-1, made on")
    with pytest.raises(Refused, match="There is no summary of this half-year"):
        summary_on_paper(asked(here.by, "1999-1"))
    with pytest.raises(Refused, match="There is no summary of this half-year"):
        summary_on_paper(asked(here.by, "2026-2", subject_id=OrganisationFactory().pk))


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_cases_themes_and_actions(here, count, django_assert_num_queries):
    for case in moderated(here, count):
        ThemeNoteFactory(theme=ThemeFactory(organisation=here.organisation), case=case)
        ActionFactory(organisation=here.organisation, due_on=TODAY + timedelta(days=2))
    by = here.by
    halves_here(by)
    with django_assert_num_queries(23):
        report_of(by, HALF)


def asked(by, half, **said):
    said = {"subject_id": by.organisation_id, **said}
    return Asked(person_id=by.person_id or 0, by=by, at=NOW, choices={"half": half}, **said)
