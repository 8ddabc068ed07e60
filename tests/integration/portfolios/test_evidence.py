"""The list of one's evidence, what can be begun, and the page of a piece."""

from datetime import date

import pytest
from django.urls import reverse

from portfolios.models import EvidenceFile
from tests.factories import portfolios as made
from tests.factories.development import EntryFactory, framework
from tests.factories.files import stored
from tests.factories.people import NOW


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def hers(council):
    return council.client(council.author)


def own(council, state="complete", **said):
    return made.evidence_in(state, person=council.author, organisation=council.organisation, **said)


def test_list_tells_whose_turn_it_is_and_since_when(council, hers):
    own(council, "asked", kind="work", title="A plan seen", signer=council.manager)
    own(council, "draft", title="Sensory room")
    own(council, title="Certificate of law", kind="certificate")
    EntryFactory(author=council.author, organisation=council.organisation, state="kept", title="A hard visit")
    shown = words(hers.get(at("evidence-list")))
    assert f"Waits for {council.manager.full_name} since 17 November 2026" in shown
    assert "Your turn since 17 November 2026" in shown
    assert [shown.count(each) for each in ("Certificate of law", "A hard visit", "What others asked of you")] == [
        1,
        1,
        0,
    ]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("kind=project", ["Sensory room"]),
        ("state=asked", ["A plan seen"]),
        ("months=3", ["Sensory room"]),
        ("kind=nonsense&months=x", ["Sensory room", "A plan seen", "Law"]),
        ("state=withdrawn", []),
    ],
)
def test_list_is_filtered_by_kind_state_and_time(council, hers, asked, left):
    own(council, title="Sensory room")
    own(council, "asked", kind="work", title="A plan seen", signer=council.manager, happened_on=date(2026, 2, 1))
    own(council, kind="certificate", title="Law", happened_on=date(2025, 5, 5))
    rows = hers.get(f"{at('evidence-list')}?{asked}").context["rows"]
    assert [row.evidence.title for row in rows] == left


def test_list_is_filtered_by_standard(council, hers):
    spoken, statement = own(council, title="Sensory room"), framework()[0]
    own(council, title="Another")
    spoken.statements.add(statement)
    rows = hers.get(f"{at('evidence-list')}?standard={statement.pk}").context["rows"]
    assert [row.evidence.title for row in rows] == ["Sensory room"]


def test_what_others_asked_waits_above_the_list_and_stands_apart_once_done(council):
    asked = own(council, "asked", kind="work", title="A plan seen", signer=council.manager)
    own(council, title="Sensory room", signer=council.manager)
    managers = council.client(council.manager)
    assert [row.evidence for row in managers.get(at("evidence-list")).context["waiting"]] == [asked]
    assert [row.evidence.title for row in managers.get(at("had-part-in")).context["rows"]] == ["Sensory room"]


def test_page_shows_the_piece_and_to_its_owner_alone_who_read_it(council, hers):
    piece = own(council, title="Sensory room", account="We made a quiet room.", signer=council.manager)
    seen = words(council.client(council.manager).get(piece.get_absolute_url()))
    assert (seen.count("We made a quiet room."), seen.count("Used in")) == (1, 0)

    shown = words(hers.get(piece.get_absolute_url()))
    assert f"{council.manager.full_name} <span" in shown
    assert "In no portfolio yet." in shown


def test_picture_is_shown_in_the_page_with_what_it_shows(council, hers):
    piece = own(council, title="Sensory room")
    for name, kind in (("room.png", "png"), ("plan.pdf", "pdf")):
        file = stored(council.author, name=name, kind=kind)
        EvidenceFile.objects.create(evidence=piece, file=file, caption=f"{kind} of the room", added_at=NOW)
    shown = words(hers.get(piece.get_absolute_url()))
    assert [shown.count(f'alt="{kind} of the room"') for kind in ("png", "pdf")] == [1, 0]
    assert shown.count("/page/") == 2


def test_page_says_in_which_portfolios_and_hand_ins_it_is_used(council, hers):
    piece = own(council, title="Sensory room")
    whose = {"person": council.author, "organisation": council.organisation}
    portfolio = made.portfolio_in("gathering", title="Towards BG11", **whose)
    made.ItemFactory(section=made.SectionFactory(portfolio=portfolio), evidence=piece)
    made.SnapshotFactory(portfolio=portfolio, content=f'{{"source":"evidence:{piece.pk}"}}')
    used = hers.get(piece.get_absolute_url()).context["used"]
    assert [(each.title, each.is_frozen) for each in used] == [
        ("Towards BG11", False),
        ("Towards BG11, hand-in 1", True),
    ]


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("asked", 200), ("withdrawn", 404)])
def test_second_person_reads_from_the_moment_she_is_asked(council, state, status):
    piece = own(council, state, signer=council.manager)
    assert council.client(council.manager).get(piece.get_absolute_url()).status_code == status


def test_somebody_else_does_not_find_it(council):
    assert council.client(council.colleague).get(own(council).get_absolute_url()).status_code == 404


@pytest.mark.parametrize("pieces", [1, 3])
def test_list_takes_the_same_queries_for_one_and_for_three(council, hers, pieces, django_assert_num_queries):
    for number in range(pieces):
        made.ObservationFactory(
            evidence=own(council, "asked", kind="observation", title=f"Visit {number}"), observer=council.manager
        )
        own(council, "asked", kind="work", title=f"Work {number}", signer=council.manager)
    hers.get(at("evidence-list"))
    with django_assert_num_queries(10):
        shown = words(hers.get(at("evidence-list")))
    assert shown.count("Planned for 10 Jun 2026") == shown.count("No day yet") == pieces
