"""Cases of panels in every phase, walked by everybody: nothing shows what the table of sight keeps from her.

Pages, PDFs, notices, mails and reminders, in pairs; LEAK_WALK=whole script/test with this path walks everything.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from panels.models import Meeting
from tests.factories.documents import set_in_pages
from tests.factories.people import NOW
from tests.integration.leaks.phases_mails import ACTS, Act, reminded, told_by
from tests.integration.leaks.phases_marks import MARK
from tests.integration.leaks.phases_papers import kinds, papers
from tests.integration.leaks.phases_walking import OF_NO_CASE, PhasesWalk, Step
from tests.integration.leaks.phases_world import Kept, phases_world
from tests.pdf import Pdf

pytestmark = pytest.mark.django_db

# What so many pages show to whom it is for that a walk without it has seen nothing.
OFTEN_SHOWN = {"name", "asked", "tie", "judged", "words", "reason", "discussion", "decision", "reasons", "target"}
IN_MEMORY = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[PhasesWalk]:
    with (
        override_settings(STORAGES=IN_MEMORY),
        time_machine.travel(NOW, tick=False),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        yield PhasesWalk(phases_world())
        transaction.set_rollback(True)


def case_of(walk: PhasesWalk, story: str, state: str) -> Kept:
    return next(each for each in walk.world.cases if (each.story.name, each.case.state) == (story, state))


def own_page(walk: PhasesWalk, kept: Kept, who: str) -> Step:
    """The page of the case itself, opened by somebody."""
    address = next(each for each in walk.places if each.path == "panels/cases/<int:pk>/")
    return Step(who, kept, address, f"/panels/cases/{kept.case.pk}/")


def test_every_page_of_panels_that_names_something_is_walked(walk: PhasesWalk):
    named = [each for each in walk.places if each.names and each.about not in OF_NO_CASE]
    unwalked = [each.path for each in named if not any(walk.paths(kept, each) for kept in walk.world.cases)]

    assert unwalked == []


def test_page_shows_nobody_what_the_table_of_sight_keeps_from_her(walk: PhasesWalk):
    assert walk.leaks() == []
    assert sorted(OFTEN_SHOWN - walk.shown) == []


def test_walk_reports_a_page_that_names_the_candidate_to_who_judges_without_names(
    walk: PhasesWalk, monkeypatch: pytest.MonkeyPatch
):
    kept = case_of(walk, "blind", "in_review")
    page = own_page(walk, kept, "judged")
    assert list(walk.leaks_on(page)) == []

    monkeypatch.setattr("panels.views.doors.called", lambda case, sees: case.person.full_name)

    assert list(walk.leaks_on(page)) == [f"{page.path} shows judged ({kept}) “name” of {kept}"]


def test_walk_reports_a_page_that_tells_of_a_case_to_who_is_out_of_it(walk: PhasesWalk):
    kept = case_of(walk, "named", "on_agenda")
    home = Step("tied", kept, next(each for each in walk.places if each.path == "panels/"), "/panels/")
    assert list(walk.leaks_on(home)) == []

    said = f'<a href="/panels/cases/{kept.case.pk}/">Zqreasons{kept.number}zq</a>'

    assert list(walk.leaks_in(said, home, kept.made.who["tied"])) == [
        f"/panels/ shows tied ({kept}) “reasons” of {kept}",
        f"/panels/ tells tied ({kept}) of {kept}",
    ]


def test_paper_shows_nobody_what_the_table_of_sight_keeps_from_her(walk: PhasesWalk):
    found: set[str] = set()
    leaks: list[str] = []
    with transaction.atomic():
        Meeting.objects.filter(pk__in=[each.pk for each in walk.world.meetings.values()]).update(
            state="closed", closed_at=NOW
        )
        for paper in papers(walk.world):
            found.add(paper.kind.name)
            leaks += paper.leaks(walk.world)
        transaction.set_rollback(True)

    assert leaks == []
    assert found == {kind.name for kind in kinds()}


@pytest.mark.parametrize("kind", ["panels.handed_in", "panels.handed_in_nameless"])
def test_pdf_says_in_its_text_and_particulars_what_was_judged(walk: PhasesWalk, kind: str, tmp_path: Path):
    paper = next(papers(walk.world, kind))
    made = Pdf(tmp_path / "paper.pdf", set_in_pages(paper.kind, paper.content))

    assert set(MARK.findall(f"{made.text} {made.info}")) == set(MARK.findall(paper.said))
    assert ("name" in dict(MARK.findall(made.text))) == (kind == "panels.handed_in")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_nobody_is_told_of_an_act_what_the_table_of_sight_keeps_from_her(walk: PhasesWalk, act: Act):
    told = [told_by(act, kept, walk.world) for kept in walk.world.cases if act.can_be_done(kept, walk.world)]

    assert [leak for each in told for leak in each.leaks] == []
    assert any(each.kinds for each in told), [each.refusal for each in told]


def test_nobody_is_reminded_of_what_the_table_of_sight_keeps_from_her(walk: PhasesWalk):
    told = dict(reminded(walk.world))

    assert [leak for each in told.values() for leak in each.leaks] == []
    assert any(each.kinds for each in told.values())
