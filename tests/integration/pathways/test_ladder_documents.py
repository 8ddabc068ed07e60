"""Pathways plans on paper: one's own, and a whole edition; and a ladder before it is published."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.engines.reference.publishing.kinds import Seen
from academy.people.choices import RoleCode
from pathways.documents import EDITION, PLAN
from pathways.reference.published import LADDERS, ladder_preview
from pathways.schema.ladder import LadderFile
from tests.factories.documents import set_in_pages
from tests.factories.pathways import (
    JourneyFactory,
    LadderVersionFactory,
    MilestoneFactory,
    choice_in,
    ladder_file,
    ladder_said,
)
from tests.factories.people import NOW, JobRoleFactory, as_actor, holder_of
from tests.integration.pathways.conftest import Council
from tests.integration.training.windows import shown, window_of
from tests.pdf import Pdf


def made(kind, asked: Asked, path: Path) -> Pdf:
    return Pdf(path, set_in_pages(kind, kind.build(asked)))


@pytest.fixture
def asked(council: Council) -> Asked:
    choices = {"of": council.organisation.slug, "ladder": "adults", "edition": str(council.ladder.pk)}
    return Asked(person_id=council.author.pk, by=as_actor(council.author), at=NOW, choices=choices)


def test_plan_holds_the_map_the_step_in_sentences_and_the_dates(council: Council, asked: Asked, tmp_path: Path):
    journey = JourneyFactory(
        person=council.author, organisation=council.organisation, ladder=council.ladder, sitting=council.june
    )
    choice_in("agreed", journey=journey, pathway="mca-bia")
    MilestoneFactory(journey=journey, title="Feedback from two families", due_on=date(2027, 2, 1))

    pdf = made(PLAN, asked, tmp_path / "plan.pdf")

    assert (pdf.is_sound, pdf.is_accessible, pdf.language, len(pdf.pages)) == (True, True, "en-GB", 6)
    assert pdf.info["Author"] == council.author.full_name
    assert pdf.headings == [1, 2, 2, 2, 2, 3, 3, 3, 2]
    assert ("You are at BG10 Level 2" in pdf.alternatives[1], pdf.figures) == (True, 2)
    text = " ".join(pdf.text.split())
    for words in (
        "Planned towards 17 June 2027",
        "BG10 Level 2: you are here",
        "At least 2 kept entries: not yet.",
        "Best Interests Assessor",
        "1 February 2027 Feedback from two families to come",
        "Here since April 2022",
    ):
        assert words in text, words


def test_plan_is_refused_to_who_stands_on_no_rung(council: Council, asked: Asked):
    person = council.colleague
    with pytest.raises(Refused, match="You stand on no rung of this ladder"):
        PLAN.build(replace(asked, person_id=person.pk, by=as_actor(person)))


def test_edition_is_a_whole_plan_with_its_contents(council: Council, asked: Asked, tmp_path: Path):
    pdf = made(EDITION, asked, tmp_path / "edition.pdf")
    assert (pdf.is_sound, pdf.is_accessible, pdf.figures) == (True, True, 2)
    contents = " ".join(pdf.pages[1].split())
    assert "Contents" in contents
    assert "BG10 Level 2 to BG11 Experienced" in contents
    text = " ".join(pdf.text.split())
    for words in ("At least 2 kept entries", "Topics: Law; Mental health.", "Is seen at interview."):
        assert words in text, words


def test_edition_of_another_council_is_refused(asked: Asked):
    other = LadderVersionFactory()
    with pytest.raises(Refused, match="withdrawn"):
        EDITION.build(replace(asked, choices={"edition": str(other.pk)}))


def test_ladder_is_previewed_before_anybody_stands_on_it(council: Council):
    file = ladder_file(organisation=council.organisation.slug, title="A ladder to come")
    preview = ladder_preview(file, Seen(council.organisation, date(2027, 1, 1)))
    assert (preview.template, preview.context["title"]) == ("pathways/_preview.html", "A ladder to come")
    assert [line.end.code for line in preview.context["said"].steps] == ["bg11", "bg12"]


def test_edition_says_all_that_its_file_says(council: Council):
    head = {"organisation": "anywhere", "code": "2026", "valid_from": date(2026, 1, 1)}
    said = LadderFile.model_validate({**LADDERS.says(council.ladder), **head})
    assert said == LadderFile.model_validate(ladder_said())
    everybody = LadderVersionFactory(service_kind="")
    assert "service_kind" not in LADDERS.says(everybody)


def test_lead_sees_the_example_as_staff_will_see_it_before_she_publishes(council: Council):
    lead = window_of(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    for code in ("newly-qualified-social-worker", "social-worker", "senior-practitioner"):
        JobRoleFactory(code=code)
    head = f'organisation: {council.organisation.slug}\ncode: "2028"\nvalid_from: 2028-01-01\n'
    page = shown(lead.post("/settings/policies/ladders/publish/", {"text": head + LADDERS.example}))
    assert "The text is in order." in page
    assert (page.count('role="img"'), "<h4" in page, "Social worker to Senior practitioner" in page) == (2, True, True)
