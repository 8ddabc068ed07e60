"""Sent back with reasons, and opened again: signatures are withdrawn where everybody sees it."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.models import Signature
from portfolios.models import SectionReturn
from portfolios.selectors.parts import parts_to_write
from portfolios.selectors.signing import signing_of
from portfolios.services.returning import WITH_REASONS, open_again, return_sections
from portfolios.services.signing import NOT_YOURS
from tests.factories.people import NOW, as_actor
from tests.factories.portfolio_signing import asked, gathered, handed_in, signed_by
from tests.factories.portfolios import TEMPLATE

LATER = NOW + timedelta(hours=2)
PART = {"code": "hers", "title": "Hers", "filled_by": "line_manager"}
THEIRS = {**TEMPLATE, "sections": [*TEMPLATE["sections"], PART]}


@pytest.fixture
def waiting(council):
    return asked(gathered(council.author, council.organisation, content=THEIRS))


def send_back(council, portfolio, **reasons):
    return return_sections(portfolio=portfolio, reasons=reasons, by=council.managing, at=LATER)


def test_sections_go_back_with_their_reasons(council, waiting):
    returned = send_back(council, waiting, practice=" Say what changed. ", learning=" ")
    assert (returned.state, returned.signer, returned.signer_role) == ("returned", None, "")
    back = SectionReturn.objects.get()
    said = (back.section.code, back.reason, back.returned_by, back.returned_at, back.answered_at)
    assert said == ("practice", "Say what changed.", council.manager, LATER, None)
    notice = Notice.objects.get(person=council.author)
    assert (notice.kind, notice.url) == ("portfolios.portfolio.returned", returned.get_absolute_url())
    signing = signing_of(returned)
    assert [(each.title, each.reason, each.by) for each in signing.returns] == [
        ("Practice", "Say what changed.", council.manager.full_name)
    ]
    assert [(each.person, each.withdrawn_because) for each in signing.withdrawn] == [(council.author, WITH_REASONS)]
    assert [link.signature for link in signing.chain] == [None, None]


def test_a_section_nothing_was_written_in_can_be_sent_back(council, waiting):
    send_back(council, waiting, learning="Write something here.")
    assert SectionReturn.objects.get().section.code == "learning"


def test_a_second_return_takes_the_place_of_one_not_answered(council, waiting):
    section = waiting.sections.get()
    SectionReturn.objects.create(section=section, reason="Once.", returned_by=council.manager, returned_at=NOW)
    send_back(council, waiting, practice="Twice.")
    assert list(SectionReturn.objects.values_list("reason", "answered_at")) == [("Once.", LATER), ("Twice.", None)]


def test_what_somebody_else_fills_goes_back_to_her(council, waiting):
    send_back(council, waiting, hers="Say since when you manage her.")

    assert [each.code for each in parts_to_write(council.managing)] == ["hers"]


@pytest.mark.parametrize(
    ("reasons", "reason"),
    [
        ({}, "Give a reason beside at least one section"),
        ({"practice": "  "}, "Give a reason beside at least one section"),
        ({"practice": "x" * 2001}, "at most 2,000 characters"),
        ({"elsewhere": "Why?"}, "not in this portfolio"),
    ],
)
def test_nothing_goes_back_without_a_reason_for_a_section_of_hers(council, waiting, reasons, reason):
    with pytest.raises(Refused, match=reason):
        send_back(council, waiting, **reasons)
    assert (SectionReturn.objects.count(), Signature.objects.get().is_live) == (0, True)


def test_only_whose_turn_it_is_sends_back(council, waiting):
    for person in (council.author, council.colleague):
        with pytest.raises(Refused, match=NOT_YOURS):
            return_sections(portfolio=waiting, reasons={"practice": "Why?"}, by=as_actor(person), at=LATER)


def test_the_author_opens_it_again_and_whoever_is_asked_is_told(council, waiting):
    opened = open_again(portfolio=waiting, reason="A visit is missing.", by=council.by, at=LATER)
    assert (opened.state, opened.signer, opened.signer_role) == ("gathering", None, "")
    assert Signature.objects.get().withdrawn_because == "A visit is missing."
    kinds = list(Notice.objects.filter(person=council.manager).order_by("pk").values_list("kind", "url"))
    assert kinds[1:] == [("portfolios.portfolio.opened_again", "/")]


def test_what_is_endorsed_or_handed_in_is_opened_again_and_who_signed_is_told(council, waiting):
    endorsed = signed_by(council.manager, waiting)
    open_again(portfolio=endorsed, reason="A word is wrong.", by=council.by, at=LATER)
    assert set(Signature.objects.values_list("withdrawn_because", flat=True)) == {"A word is wrong."}
    snapshot = handed_in(endorsed, council.manager, at=LATER)
    opened = open_again(portfolio=endorsed, reason="There is more.", by=council.by, at=LATER)
    assert (opened.state, snapshot.portfolio.snapshots.count()) == ("gathering", 1)
    told = Notice.objects.filter(person=council.manager, kind="portfolios.portfolio.opened_again")
    assert told.count() == 2


def test_it_is_opened_again_for_a_reason_by_its_author_while_it_is_closed(council, waiting):
    with pytest.raises(Refused, match=r"Say why\.") as refused:
        open_again(portfolio=waiting, reason=" ", by=council.by, at=LATER)
    assert refused.value.field == "reason"
    with pytest.raises(Refused, match=NOT_YOURS):
        open_again(portfolio=waiting, reason="Why not.", by=council.managing, at=LATER)
    opened = open_again(portfolio=waiting, reason="Why not.", by=council.by, at=LATER)
    with pytest.raises(Refused, match="being gathered"):
        open_again(portfolio=opened, reason="Why not.", by=council.by, at=LATER)
