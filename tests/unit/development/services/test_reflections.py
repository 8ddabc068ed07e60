from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.models import PeerReflection
from academy.development.services.entries import withdraw as withdraw_entry
from academy.development.services.reflections import answer, ask_colleague, make_link, send_link, withdraw
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from academy.engines.links.selectors.links import actor_by
from academy.engines.notify.models import Mail, Notice
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, as_actor, staff_of
from tests.factories.reflections import ROSA, TALK, asked_colleague, noted_outside

LATER = NOW + timedelta(hours=2)
NO_ADDRESS = replace(ROSA, email="")


@pytest.fixture
def entry(council):
    return kept_by(council.author)


def answered(reflection, peer, **said):
    return answer(
        **{"reflection": reflection, "took_place": True, "words": "", "by": as_actor(peer), "at": LATER} | said
    )


def test_asking_a_colleague_notes_the_talk_and_tells_her(council, entry):
    asked = asked_colleague(entry, council.colleague)

    assert (asked.state, asked.asked_at, asked.title, asked.talked_on, asked.learnt) == (
        "asked",
        NOW,
        WORDS.title,
        TALK.talked_on,
        TALK.learnt,
    )
    notice = Notice.objects.get()
    assert (notice.person, notice.url) == (council.colleague, f"/cpd/reflections/{asked.pk}/")
    assert notice.subject == f"{council.author.full_name} asks you to confirm that you talked"
    told = notice.body + Mail.objects.get().text
    assert ("16 November 2026" in told, WORDS.title in told, TALK.learnt in told) == (True, False, False)
    assert list(Event.objects.order_by("-pk").values_list("act", flat=True)[:2]) == [
        "notify.notice.send",
        "development.reflection.ask_colleague",
    ]


@pytest.mark.parametrize(
    ("who", "standing"), [("manager", "manager"), ("registered", "registered"), ("colleague", "professional")]
)
def test_why_a_colleague_counts_is_worked_out(council, entry, who, standing):
    registered = RegistrationFactory(person=staff_of(council.organisation)).person
    peer = {"manager": council.manager, "registered": registered, "colleague": council.colleague}[who]

    assert asked_colleague(entry, peer).counts_as == standing


def test_talk_can_be_noted_beside_a_draft(council):
    draft = EntryFactory(author=council.author, organisation=council.organisation, draft=True)

    assert asked_colleague(draft, council.colleague).state == "asked"


def test_group_is_one_talk_for_each_peer(council, entry):
    for peer in (council.colleague, council.manager):
        asked_colleague(entry, peer)

    assert PeerReflection.objects.filter(entry=entry, talked_on=TALK.talked_on).count() == 2


def test_asking_oneself_outsiders_or_twice_is_refused(council, entry):
    asked_colleague(entry, council.colleague)
    said = []
    for peer in (council.author, staff_of(OrganisationFactory()), council.colleague):
        with pytest.raises(Refused) as refused:
            asked_colleague(entry, peer)
        said.append((refused.value.field, refused.value.reason))

    assert said == [
        ("person", "Choose a colleague: a peer is somebody else."),
        ("person", "Choose somebody of your own organisation, or name a peer outside it."),
        ("talked_on", f"Your talk with {council.colleague.short_name} on that day is noted already."),
    ]


@pytest.mark.parametrize(
    ("talk", "field"),
    [(replace(TALK, talked_on=date(2026, 11, 18)), "talked_on"), (replace(TALK, learnt=" "), "learnt")],
)
def test_impossible_talk_is_refused_at_its_field(council, entry, talk, field):
    with pytest.raises(Refused) as refused:
        asked_colleague(entry, council.colleague, talk=talk)

    assert (refused.value.field, PeerReflection.objects.count()) == (field, 0)


def test_talk_beside_a_withdrawn_entry_or_somebody_elses_is_refused(council):
    withdrawn = EntryFactory(author=council.author, organisation=council.organisation, withdrawn=True)

    with pytest.raises(Refused, match="This entry is withdrawn"):
        asked_colleague(withdrawn, council.colleague)
    with pytest.raises(Refused, match="Only the person who wrote it"):
        ask_colleague(entry=kept_by(council.manager), peer=council.colleague, talk=TALK, by=council.by, at=NOW)


def test_peer_outside_without_an_address_is_noted_and_nobody_is_written_to(entry):
    noted = noted_outside(entry, peer=NO_ADDRESS)

    assert (noted.state, noted.peer_name, noted.outside_role, noted.counts_as) == (
        "noted",
        "Rosa Whitlock",
        "Hospice nurse",
        "professional",
    )
    assert (Link.objects.count(), Mail.objects.count()) == (0, 0)


def test_peer_outside_with_an_address_is_sent_a_link_for_30_days(council, entry):
    noted = noted_outside(entry)

    link, mail = Link.objects.get(), Mail.objects.get()
    assert (noted.state, link.holder_name, link.expires_at) == ("asked", "Rosa Whitlock", NOW + timedelta(days=30))
    assert (mail.address, mail.person) == ("rosa@hospice.example", None)
    assert ("up to 17 December 2026" in mail.text, "/l/" in mail.text) == (True, True)
    assert (WORDS.title in mail.text, TALK.learnt in mail.text) == (False, False)


@pytest.mark.parametrize(
    ("peer", "field"),
    [(replace(ROSA, name=" "), "name"), (replace(ROSA, counts_as="friend"), "counts_as")],
)
def test_peer_outside_needs_a_name_and_a_reason(entry, peer, field):
    with pytest.raises(Refused) as refused:
        noted_outside(entry, peer=peer)

    assert (refused.value.field, PeerReflection.objects.count()) == (field, 0)


def test_same_talk_with_a_peer_outside_is_noted_once(entry):
    noted_outside(entry)

    with pytest.raises(Refused, match="Your talk with Rosa Whitlock on that day is noted already"):
        noted_outside(entry)


def test_sending_again_ends_the_link_before(council, entry):
    noted = noted_outside(entry)

    send_link(reflection=noted, by=council.by, at=LATER)

    assert list(Link.objects.order_by("pk").values_list("withdrawn_at", flat=True)) == [LATER, None]
    assert Mail.objects.count() == 2


def test_link_to_hand_over_asks_a_peer_who_was_only_noted(council, entry):
    noted = noted_outside(entry, peer=NO_ADDRESS)

    made = make_link(reflection=noted, by=council.by, at=LATER)

    noted.refresh_from_db()
    assert (noted.state, noted.asked_at, made.link.holder_email, Mail.objects.count()) == ("asked", LATER, "", 0)


def test_link_is_refused_without_address_for_colleagues_to_others_and_after_the_answer(council, entry):
    without, colleague = noted_outside(entry, peer=NO_ADDRESS), asked_colleague(entry, council.colleague)
    done = noted_outside(entry, peer=replace(ROSA, name="Other"))
    withdraw(reflection=done, by=council.by, at=NOW)
    said = []
    for act, reflection, by in (
        (send_link, without, council.by),
        (make_link, colleague, council.by),
        (make_link, without, as_actor(council.manager)),
        (make_link, done, council.by),
    ):
        with pytest.raises(Refused) as refused:
            act(reflection=reflection, by=by, at=LATER)
        said.append(refused.value.reason.split(".")[0])

    assert said == [
        "There is no e-mail address of this peer",
        "This peer is a colleague and is asked in the portal",
        "Only the person who noted the talk can send a link",
        "Your peer has answered already, or the note was withdrawn",
    ]


def test_link_about_a_withdrawn_entry_is_refused(council, entry):
    noted = noted_outside(entry)
    withdraw_entry(entry=entry, reason="Too close", by=council.by, at=NOW)

    with pytest.raises(Refused, match="This entry is withdrawn"):
        make_link(reflection=noted, by=council.by, at=LATER)


@pytest.mark.parametrize(
    ("took_place", "state", "told"), [(True, "confirmed", "confirmed"), (False, "declined", "did not")]
)
def test_colleague_answers_in_her_own_words_and_the_author_is_told(council, entry, took_place, state, told):
    asked = asked_colleague(entry, council.colleague)

    done = answered(asked, council.colleague, took_place=took_place, words=" We did. ")

    done.refresh_from_db()
    assert (done.state, done.words, done.answered_at) == (state, "We did.", LATER)
    notice = Notice.objects.get(person=council.author)
    assert notice.subject == f"{council.colleague.full_name} {told} confirm your peer reflection".replace(
        "confirmed confirm", "confirmed"
    )
    assert "We did" not in notice.body


def test_answer_by_link_spends_it_under_the_name_of_its_holder(entry):
    noted = noted_outside(entry)
    link = Link.objects.get()

    answer(reflection=noted, took_place=True, words="", by=actor_by(link, on=TODAY), at=LATER, link=link)

    link.refresh_from_db()
    event = Event.objects.get(act="development.reflection.answer")
    assert (link.spent_at, event.actor.name, event.to_state) == (LATER, "Rosa Whitlock", "confirmed")


def test_link_of_another_talk_answers_nothing(council, entry):
    noted, other = noted_outside(entry), noted_outside(entry, peer=replace(ROSA, name="Other"))
    by = actor_by(Link.objects.get(subject_id=str(other.pk)), on=TODAY)

    with pytest.raises(Refused, match="for somebody else to do"):
        answer(reflection=noted, took_place=True, words="", by=by, at=LATER)

    noted.refresh_from_db()
    assert noted.state == "asked"


def test_spent_link_undoes_the_whole_answer(entry):
    noted = noted_outside(entry)
    link = Link.objects.get()
    Link.objects.update(spent_at=NOW)

    with pytest.raises(Refused, match="can no longer be used"):
        answer(reflection=noted, took_place=True, words="", by=actor_by(link, on=TODAY), at=LATER, link=link)

    noted.refresh_from_db()
    assert (noted.state, Notice.objects.count()) == ("asked", 0)


def test_answer_of_the_author_of_strangers_and_with_too_many_words_is_refused(council, entry):
    asked = asked_colleague(entry, council.colleague)
    said = []
    for by, words in (
        (council.author, ""),
        (council.manager, ""),
        (council.colleague, "x" * 1001),
    ):
        with pytest.raises(Refused) as refused:
            answered(asked, by, words=words)
        said.append(refused.value.reason.split(".")[0])

    assert said == ["This is for somebody else to do"] * 2 + ["Use at most 1,000 characters"]


def test_answer_about_a_withdrawn_entry_is_refused(council, entry):
    asked = asked_colleague(entry, council.colleague)
    withdraw_entry(entry=entry, reason="Too close", by=council.by, at=NOW)

    with pytest.raises(Refused, match="This entry is withdrawn"):
        answered(asked, council.colleague)


def test_withdrawing_ends_the_link_and_makes_room_for_another_note(council, entry):
    noted = noted_outside(entry)

    withdraw(reflection=noted, by=council.by, at=LATER)

    noted.refresh_from_db()
    assert (noted.state, noted.withdrawn_at, Link.objects.get().withdrawn_at) == ("withdrawn", LATER, LATER)
    assert noted_outside(entry).state == "asked"


def test_withdrawing_by_the_peer_is_refused(council, entry):
    asked = asked_colleague(entry, council.colleague)

    with pytest.raises(Refused, match="for somebody else to do"):
        withdraw(reflection=asked, by=as_actor(council.colleague), at=LATER)
