from datetime import timedelta

import pytest

from academy.development.choices import MOST_TITLE
from academy.development.models import Entry
from academy.development.selectors.reflections import own_entry_about
from academy.development.services.peer_entries import begin_own
from academy.development.services.reflections import answer
from academy.engines.audit.commands import Refused
from tests.factories.development import WORDS, kept_by
from tests.factories.people import NOW, as_actor
from tests.factories.reflections import TALK, asked_colleague


@pytest.fixture
def asked(council):
    return asked_colleague(kept_by(council.author), council.colleague)


@pytest.fixture
def confirmed(council, asked):
    return answer(reflection=asked, took_place=True, words="", by=as_actor(council.colleague), at=NOW)


def test_peer_begins_her_own_draft_with_nothing_the_author_wrote(council, confirmed):
    peer = as_actor(council.colleague)

    begun = begin_own(reflection=confirmed, by=peer, at=NOW)

    assert (begun.author, begun.state, begun.kind, begun.way, begun.started_on) == (
        council.colleague,
        "draft",
        "talk",
        "others",
        TALK.talked_on,
    )
    assert begun.title == f"A talk with {council.author.full_name}: {WORDS.title}"
    assert (begun.happened, begun.learnt, begun.impact) == ("", "", "")
    assert own_entry_about(confirmed, peer) == begun


def test_pressed_twice_it_is_one_entry_as_it_stands(council, confirmed):
    peer = as_actor(council.colleague)
    first = begin_own(reflection=confirmed, by=peer, at=NOW)
    Entry.objects.filter(pk=first.pk).update(title="My own words")

    again = begin_own(reflection=confirmed, by=peer, at=NOW + timedelta(minutes=5))

    assert (again.pk, again.title, Entry.objects.filter(author=council.colleague).count()) == (
        first.pk,
        "My own words",
        1,
    )


def test_long_title_is_cut_to_fit(council, confirmed):
    confirmed.title = "x" * MOST_TITLE

    assert len(begin_own(reflection=confirmed, by=as_actor(council.colleague), at=NOW).title) == MOST_TITLE


def test_nobody_but_the_peer_begins_it_and_not_before_the_answer(council, asked):
    said = []
    for who in (council.author, council.manager, council.colleague):
        with pytest.raises(Refused) as refused:
            begin_own(reflection=asked, by=as_actor(who), at=NOW)
        said.append(refused.value.reason)

    assert said == ["Only the colleague who was asked can do this."] * 2 + ["Say first whether you talked."]
