"""Evidence in reviews: each piece once in the year, only what is complete, only hers to name; files stay behind."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from asye.models import Cited, Review
from asye.selectors.citing import cited_seen, offers_for, piece_of, titles_of
from asye.services.citing import MOST_CITED, Chosen, cite, take_out
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from tests.factories.asye_reviews import held, scheduled
from tests.factories.development import EntryFactory
from tests.factories.people import NOW
from tests.factories.portfolios import evidence_in


@pytest.fixture
def review(world):
    return held(scheduled(world.year), world.acting("assessor"))


@pytest.fixture
def piece(world):
    return complete(world)


def complete(world, **said):
    said = {"happened_on": date(2026, 5, 4), **said}
    return evidence_in(EvidenceState.COMPLETE, person=world.nqsw, organisation=world.organisation, **said)


def entry_of(person, **said):
    return EntryFactory(author=person, state="kept", started_on=date(2026, 5, 1), **said)


def name(review, by, *, evidence=(), entries=()):
    chosen = Chosen(evidence=frozenset(each.pk for each in evidence), entries=frozenset(each.pk for each in entries))
    return cite(review=review, chosen=chosen, by=by, at=NOW)


def test_she_names_evidence_and_her_own_writing_and_twice_is_once(world, review, piece):
    entry, by = entry_of(world.nqsw), world.acting("nqsw")
    assert [offer.value for offer in offers_for(review, by)] == [f"evidence:{piece.pk}", f"entry:{entry.pk}"]
    for _ in range(2):
        name(review, by, evidence=[piece], entries=[entry])
    assert [each.source for each in titles_of(review)] == [f"evidence:{piece.pk}", f"entry:{entry.pk}:1"]
    assert {each.cited_by for each in titles_of(review)} == {world.nqsw.full_name}
    assert offers_for(review, by) == []


def test_the_assessor_names_what_she_had_a_part_in_and_never_her_writing(world, review, piece):
    entry_of(world.nqsw)
    assert offers_for(review, world.acting("assessor")) == []
    signed = complete(world, signed_by=world.assessor, signed_at=NOW)
    assert [offer.value for offer in offers_for(review, world.acting("assessor"))] == [f"evidence:{signed.pk}"]
    name(review, world.acting("assessor"), evidence=[signed])
    with pytest.raises(Refused, match="One of these cannot be named here"):
        name(review, world.acting("assessor"), evidence=[piece])


def test_each_piece_counts_once_in_the_whole_year(world, review, piece):
    entry, by = entry_of(world.nqsw), world.acting("nqsw")
    name(review, by, evidence=[piece], entries=[entry])
    other = held(scheduled(world.year, code="final", title="Final review"), world.acting("assessor"))
    for chosen in ({"evidence": [piece]}, {"entries": [entry]}):
        with pytest.raises(Refused, match="Each piece counts once in the year") as refused:
            name(other, by, **chosen)
        assert refused.value.field == "pieces"
    for each in Cited.objects.all():
        take_out(cited=each, by=by, at=NOW)
        take_out(cited=each, by=by, at=NOW)
    assert titles_of(name(other, by, evidence=[piece]))[0].title == piece.title


def test_what_is_not_complete_of_another_or_before_the_year_is_not_named(world, review):
    of_another = evidence_in(EvidenceState.COMPLETE, person=world.manager, organisation=world.organisation)
    draft = evidence_in(EvidenceState.DRAFT, person=world.nqsw, organisation=world.organisation)
    early = complete(world, happened_on=date(2025, 12, 31))
    for each in (of_another, draft, early):
        with pytest.raises(Refused, match="cannot be named here"):
            name(review, world.acting("nqsw"), evidence=[each])


def test_nothing_chosen_and_who_only_manages_are_refused(world, review, piece):
    with pytest.raises(Refused, match="Choose what the review is to name") as refused:
        name(review, world.acting("nqsw"))
    assert refused.value.field == "pieces"
    with pytest.raises(Refused, match="somebody else to do"):
        name(review, world.acting("manager"), evidence=[piece])


def test_a_review_names_no_more_than_it_can_show(world, review, monkeypatch):
    monkeypatch.setattr("asye.services.citing.MOST_CITED", 1)
    pieces = [complete(world), complete(world)]
    with pytest.raises(Refused, match="at most 1 pieces"):
        name(review, world.acting("nqsw"), evidence=pieces)
    assert MOST_CITED == 60


def test_readers_of_the_review_read_the_piece_and_nobody_else_does(world, review, piece):
    entry = entry_of(world.nqsw, title="A hard visit")
    name(review, world.acting("nqsw"), evidence=[piece], entries=[entry])
    seen = list(cited_seen(world.acting("manager")))
    assert [(piece_of(each).title, piece_of(each).files) for each in seen] == [(piece.title, ()), ("A hard visit", ())]
    assert list(cited_seen(world.acting("colleague"))) == []


def test_what_she_takes_back_is_read_no_more_unless_all_signed_it(world, review, piece):
    name(review, world.acting("nqsw"), evidence=[piece])
    Evidence.objects.update(state=EvidenceState.WITHDRAWN, withdrawn_at=NOW, withdrawn_because="It was planned twice.")
    assert [each.is_there for each in titles_of(review)] == [False]
    assert list(cited_seen(world.acting("manager"))) == []
    Review.objects.update(state="locked", locked_at=NOW, progress="on_course")
    assert [each.is_there for each in titles_of(Review.objects.get())] == [True]
    assert len(cited_seen(world.acting("manager"))) == 1
