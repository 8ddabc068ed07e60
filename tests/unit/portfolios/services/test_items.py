"""Putting pieces in, saying what they show, taking them out."""

from datetime import timedelta

import pytest

from academy.development.services.entries import Form, keep
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from portfolios.models import Item
from portfolios.services import items
from portfolios.services.items import Chosen, clear_files, put_in, renew, say_what_it_shows, take_out
from portfolios.services.portfolios import Opening, open_portfolio
from portfolios.services.sections import mark_ready
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.people import NOW
from tests.factories.portfolios import TEMPLATE, EvidenceFactory, evidence_in

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def section(council):
    takes = {"evidence": ["project"], "writing": ["work"]}
    asked = {"code": "practice", "title": "Practice", "takes": takes, "pieces": {"most": 3}}
    other = {"code": "hers", "title": "The manager's view", "filled_by": "line_manager"}
    type(council.template).objects.update(content={**TEMPLATE, "sections": [asked, other]})
    council.template.refresh_from_db()
    portfolio = open_portfolio(template=council.template, opening=Opening(), by=council.by, at=NOW)
    return portfolio.sections.get(code="practice")


@pytest.fixture
def project(council):
    return evidence_in("complete", person=council.author, organisation=council.organisation)


@pytest.fixture
def entry(council):
    return kept_by(council.author)


def put(council, section, *evidence, entries=()):
    return put_in(section=section, chosen=Chosen(evidence=evidence, entries=entries), by=council.by, at=LATER)


def changed_entry(council, entry, **said):
    words = {**WORDS.__dict__, **said}
    form = Form(entry.token, seen=entry.changed_at)
    return keep(form=form, words=type(WORDS)(**words), by=council.by, at=LATER)


def test_evidence_and_writing_go_in_together_writing_at_its_version(council, section, project, entry):
    made = put(council, section, project, entries=[entry])

    assert [(each.evidence, each.entry) for each in made] == [(project, None), (None, entry)]
    assert (made[1].version.number, made[1].version.uses.get().purpose) == (1, "portfolio")
    section.refresh_from_db()
    assert (section.state, section.changed_at) == ("started", LATER)
    nested = Event.objects.filter(
        act__in=["portfolios.item.put_in", "development.entry.cite", "portfolios.section.start"]
    )
    assert nested.filter(parent=None).values_list("act", flat=True).get() == "portfolios.item.put_in"
    assert nested.count() == 3


def test_what_is_in_already_stays_and_the_rest_is_added(council, section, project, entry):
    put(council, section, project)

    assert [each.entry for each in put(council, section, project, entries=[entry])] == [entry]
    with pytest.raises(Refused, match="Tick at least one piece that is not in this section yet"):
        put(council, section, project)


def test_same_piece_stands_in_two_sections(council, section, project):
    second = {**TEMPLATE["sections"][1]}
    content = {**council.template.content}
    content["sections"] = [*content["sections"], second]
    type(council.template).objects.update(content=content, checksum="b" * 64)
    learning = section.portfolio.sections.create(code="learning", changed_at=NOW)
    put(council, section, project)

    assert len(put(council, learning, project)) == 1


def test_evidence_that_does_not_belong_is_refused(council, section, project):
    its = {"person": council.author, "organisation": council.organisation}
    for piece, sentence in (
        (evidence_in("complete", person=council.manager, organisation=council.organisation), "Only your own evidence"),
        (EvidenceFactory(**its), "is not complete yet"),
        (evidence_in("withdrawn", **its), "is not complete yet"),
        (evidence_in("complete", kind="training", **its), "takes no training delivered"),
    ):
        with pytest.raises(Refused, match=sentence):
            put(council, section, project, piece)
    assert Item.objects.count() == 0


def test_writing_that_does_not_belong_is_refused(council, section):
    its = {"organisation": council.organisation}
    for entry, sentence in (
        (EntryFactory(author=council.manager, **its), "Only the person who wrote it"),
        (EntryFactory(author=council.author, draft=True, **its), "Keep this entry first"),
        (EntryFactory(author=council.author, kind="log", **its), "another kind of writing"),
    ):
        with pytest.raises(Refused, match=sentence):
            put(council, section, entries=[entry])
    assert Item.objects.count() == 0


def test_more_than_a_section_or_a_portfolio_takes_is_refused(council, section, project, entry, monkeypatch):
    its = {"person": council.author, "organisation": council.organisation}
    three = [project, *(evidence_in("complete", **its) for _ in range(2))]
    with pytest.raises(Refused, match="takes at most 3"):
        put(council, section, *three, entries=[entry])

    monkeypatch.setattr(items, "MOST_PIECES", 2)
    with pytest.raises(Refused, match="A portfolio takes at most 2 pieces"):
        put(council, section, *three)


def test_section_filled_by_somebody_else_takes_nothing_of_hers(council, section, project):
    with pytest.raises(Refused, match="filled by somebody else"):
        put(council, section.portfolio.sections.get(code="hers"), project)


def test_author_says_what_a_piece_shows_and_clears_its_files(council, section, project):
    [item] = put(council, section, project)
    mark_ready(section=section, by=council.by, at=NOW)

    said = say_what_it_shows(item=item, shows=" That I ask\r\nfirst. ", by=council.by, at=LATER)
    cleared = clear_files(item=item, is_cleared=True, by=council.by, at=LATER)

    section.refresh_from_db()
    assert (said.shows, cleared.is_cleared, section.state) == ("That I ask\nfirst.", True, "ready")
    assert clear_files(item=item, is_cleared=False, by=council.by, at=LATER).is_cleared is False
    with pytest.raises(Refused, match="at most 1,000"):
        say_what_it_shows(item=item, shows="a" * 1001, by=council.by, at=LATER)


def test_newer_version_is_taken_when_she_says_so(council, section, entry):
    [item] = put(council, section, entries=[entry])
    with pytest.raises(Refused, match="holds the newest version already"):
        renew(item=item, by=council.by, at=LATER)
    changed_entry(council, entry, learnt="That I had not asked her.")
    assert Item.objects.get().version.number == 1

    assert renew(item=item, by=council.by, at=LATER).version.number == 2
    assert Item.objects.get().version.number == 2


def test_evidence_has_no_newer_version(council, section, project):
    [item] = put(council, section, project)

    with pytest.raises(Refused, match="Only your own writing has versions"):
        renew(item=item, by=council.by, at=LATER)


def test_piece_is_taken_out_once_and_stays_where_it_came_from(council, section, project):
    [item] = put(council, section, project)
    mark_ready(section=section, by=council.by, at=NOW)

    assert take_out(item=item, by=council.by, at=LATER).state == "started"
    assert (Item.objects.count(), type(project).objects.filter(pk=project.pk).exists()) == (0, True)
    with pytest.raises(Refused, match="no longer in the section"):
        take_out(item=item, by=council.by, at=LATER)
