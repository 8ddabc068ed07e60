"""Asking for feedback: a colleague, somebody outside, by cards and links handed over (S2-77, S2-78, S3-32 to S3-34)."""

import uuid

import pytest
from django.core import mail

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event, Name
from academy.engines.links.codes import hashed_code
from academy.engines.links.models import Link
from academy.engines.notify.models import Mail, Notice
from portfolios.models import Evidence
from portfolios.services.feedback_asks import (
    Outside,
    Wish,
    ask_colleague,
    ask_outside,
    hand_link,
    make_again,
    make_cards,
    send_again,
)
from tests.factories.identity import OrganisationFactory, actor_of
from tests.factories.people import NOW, as_actor, staff_of

NURSE = Outside(name="Dr Ruth Sand", role="District nurse", email="Ruth.Sand@surgery.example")


def wish(giver="carer", title="Our talks about the move", **said):
    return Wish(title=title, giver=giver, **said)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.field, found.value.reason.split(".")[0].split(":")[0]


def test_card_is_a_piece_that_waits_with_a_code_stored_keyed(council):
    card = make_cards(wish=wish(), count=1, by=council.by, at=NOW)[0]

    evidence = Evidence.objects.select_related("feedback").get()
    link = Link.objects.get()
    assert (evidence.kind, evidence.state, evidence.asked_at, evidence.title) == (
        "feedback",
        "asked",
        NOW,
        "Our talks about the move",
    )
    assert (evidence.feedback.giver, evidence.feedback.way, evidence.feedback.collected_by) == (
        "carer",
        "card",
        council.author,
    )
    assert (link.token_hash, link.holder_name, link.holder_email) == (
        hashed_code(card.code),
        "the giver of feedback",
        "",
    )
    acts = Event.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["portfolios.feedback.begin", "portfolios.feedback.make_card", "links.link.make_code"]


def test_four_cards_are_four_pieces_with_four_codes(council):
    cards = make_cards(wish=wish(), count=4, by=council.by, at=NOW)

    assert len({card.code for card in cards}) == 4
    assert len({card.evidence.pk for card in cards}) == Evidence.objects.count() == 4


@pytest.mark.parametrize("count", [0, 5])
def test_no_card_or_a_fifth_is_refused(council, count):
    assert refused(make_cards, wish=wish(), count=count, by=council.by)[0] == "count"


def test_same_form_sent_twice_is_refused_whole(council):
    token = uuid.uuid4()
    make_cards(wish=wish(token=token), count=2, by=council.by, at=NOW)

    assert refused(make_cards, wish=wish(token=token), count=2, by=council.by) == (None, "This was sent before")
    assert Evidence.objects.count() == 2


def test_link_to_hand_over_names_nobody_and_is_mailed_to_nobody(council):
    made = hand_link(wish=wish("child"), by=council.by, at=NOW)

    assert made.url.startswith("/l/")
    assert (made.link.holder_name, made.link.holder_email) == ("the giver of feedback", "")
    assert (Mail.objects.count(), len(mail.outbox), Notice.objects.count()) == (0, 0, 0)


def test_colleague_is_asked_for_her_own_words_and_named(council):
    asked = ask_colleague(wish=wish("manager"), colleague=council.manager, by=council.by, at=NOW)

    feedback = asked.feedback
    assert (asked.state, asked.signer, feedback.way, feedback.giver_name) == (
        "asked",
        council.manager,
        "link",
        council.manager.full_name,
    )
    notice = Notice.objects.get()
    assert (notice.kind, notice.person, notice.url) == (
        "portfolios.feedback.asked",
        council.manager,
        f"/portfolio/feedback/{asked.pk}/",
    )
    assert Link.objects.count() == 0


def test_colleague_asked_to_note_a_carers_words_is_named_nowhere_in_them(council):
    asked = ask_colleague(wish=wish("carer"), colleague=council.colleague, by=council.by, at=NOW)

    assert (asked.feedback.way, asked.feedback.giver_name) == ("told", "")
    assert Notice.objects.get().kind == "portfolios.feedback.to_note"


def test_oneself_and_people_elsewhere_are_not_asked(council):
    stranger = staff_of(OrganisationFactory())

    for person in (council.author, stranger):
        assert refused(ask_colleague, wish=wish("manager"), colleague=person, by=council.by)[0] == "person"


def test_professional_outside_gets_a_link_by_mail(council):
    asked = ask_outside(wish=wish("professional"), outside=NURSE, by=council.by, at=NOW)

    link, sent = Link.objects.get(), Mail.objects.get()
    assert (asked.feedback.giver_name, asked.feedback.giver_role) == ("Dr Ruth Sand", "District nurse")
    assert (link.holder_name, link.holder_email) == ("Dr Ruth Sand", "ruth.sand@surgery.example")
    assert (sent.address, sent.kind) == ("ruth.sand@surgery.example", "portfolios.feedback.link_sent")
    assert sent.subject == f"{council.author.full_name} asks you for feedback"
    assert "/l/" in sent.text


@pytest.mark.parametrize(
    ("outside", "giver", "field"),
    [
        (Outside(name=" ", role="", email="a@surgery.example"), "professional", "name"),
        (Outside(name="Ruth", role="", email=" "), "professional", "email"),
        (NURSE, "carer", "giver"),
        (NURSE, "cat", "giver"),
        (Outside(name="R" * 121, role="", email="a@surgery.example"), "manager", "title"),
    ],
)
def test_outsider_is_named_and_never_somebody_whose_name_is_not_kept(council, outside, giver, field):
    assert refused(ask_outside, wish=wish(giver), outside=outside, by=council.by)[0] == field
    assert (Evidence.objects.count(), Mail.objects.count(), Link.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("title", ["  ", "x" * 121])
def test_what_it_is_about_is_said_briefly(council, title):
    assert refused(hand_link, wish=wish(title=title), by=council.by)[0] == "title"


@pytest.mark.django_db
def test_account_without_a_post_asks_nobody():
    assert refused(hand_link, wish=wish(), by=actor_of())[1] == "This is for staff"


def test_new_card_ends_the_one_before(council):
    first = make_cards(wish=wish(), count=1, by=council.by, at=NOW)[0]

    again = make_again(evidence=first.evidence, by=council.by, at=NOW)

    assert again.code != first.code
    assert list(Link.objects.order_by("pk").values_list("withdrawn_at", flat=True)) == [NOW, None]


def test_new_link_is_for_the_same_holder(council):
    handed = hand_link(wish=wish(), by=council.by, at=NOW)
    evidence = Evidence.objects.get()
    assert make_again(evidence=evidence, by=council.by, at=NOW).token != handed.token
    asked = ask_outside(wish=wish("professional"), outside=NURSE, by=council.by, at=NOW)
    again = make_again(evidence=asked, by=council.by, at=NOW)

    assert (again.link.holder_name, again.link.holder_email) == ("Dr Ruth Sand", "ruth.sand@surgery.example")


def test_link_is_mailed_again(council):
    asked = ask_outside(wish=wish("professional"), outside=NURSE, by=council.by, at=NOW)
    send_again(evidence=asked, by=council.by, at=NOW)

    assert list(Mail.objects.values_list("address", flat=True)) == ["ruth.sand@surgery.example"] * 2
    assert Link.objects.filter(withdrawn_at=None).count() == 1


def test_nothing_is_mailed_where_no_address_is_kept(council):
    hand_link(wish=wish(), by=council.by, at=NOW)

    said = refused(send_again, evidence=Evidence.objects.get(), by=council.by)
    assert said[1] == "There is no e-mail address to send it to"


def test_colleague_asked_in_the_portal_has_no_link(council):
    asked = ask_colleague(wish=wish("manager"), colleague=council.manager, by=council.by, at=NOW)

    assert refused(make_again, evidence=asked, by=council.by)[1] == "A colleague is asked in the portal"


def test_only_who_asks_makes_another_and_only_while_it_waits(council):
    evidence = make_cards(wish=wish(), count=1, by=council.by, at=NOW)[0].evidence

    assert refused(make_again, evidence=evidence, by=as_actor(council.manager))[1] == (
        "Only the person who asks can do this"
    )
    Evidence.objects.update(state="draft")
    assert refused(make_again, evidence=evidence, by=council.by)[1] == "It is answered, or you withdrew it"


def test_names_of_the_audit_hold_no_giver(council):
    make_cards(wish=wish(), count=2, by=council.by, at=NOW)

    assert set(Name.objects.values_list("name", flat=True)) == {council.author.full_name}
