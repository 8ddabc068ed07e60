"""What the author writes, and that a section is ready."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from portfolios.models import Section
from portfolios.services.changing import reopen
from portfolios.services.portfolios import Opening, open_portfolio
from portfolios.services.sections import ChangedSince, mark_ready, write_section
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import TEMPLATE, SectionFactory, SectionReturnFactory

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def section(council):
    sections = [
        *TEMPLATE["sections"],
        {"code": "none", "title": "Pieces only", "text": "none"},
        {"code": "hers", "title": "The manager's view", "filled_by": "line_manager"},
    ]
    type(council.template).objects.update(content={**TEMPLATE, "sections": sections})
    council.template.refresh_from_db()
    portfolio = open_portfolio(template=council.template, opening=Opening(), by=council.by, at=NOW)
    return portfolio.sections.get(code="practice")


def of(section, code):
    return Section.objects.get(portfolio=section.portfolio_id, code=code)


def written(council, section, text="Mrs A decided.", **said):
    return write_section(section=section, text=text, by=council.by, at=LATER, **said)


def test_first_words_begin_a_section_and_change_the_portfolio(council, section):
    found = written(council, section, " Mrs A\r\ndecided. ")

    assert (found.text, found.state, found.changed_at) == ("Mrs A\ndecided.", "started", LATER)
    assert found.portfolio.changed_at == LATER
    acts = Event.objects.exclude(act="portfolios.portfolio.open").values_list("act", flat=True)
    assert sorted(acts) == ["portfolios.section.start", "portfolios.section.write"]


def test_changing_a_ready_section_makes_it_unready(council, section):
    ready = mark_ready(section=written(council, section), by=council.by, at=NOW)

    assert (ready.state, written(council, ready, "Something else.").state) == ("ready", "started")


def test_ready_is_taken_back_and_said_once(council, section):
    ready = mark_ready(section=section, by=council.by, at=NOW)
    with pytest.raises(Refused, match="What you can do now: reopen"):
        mark_ready(section=ready, by=council.by, at=NOW)

    back = reopen(section=ready, by=council.by, at=NOW)
    assert back.state == "started"
    with pytest.raises(Refused, match="What you can do now: ready"):
        reopen(section=back, by=council.by, at=NOW)


def test_ready_answers_what_was_returned(council, section):
    ready = mark_ready(section=section, by=council.by, at=NOW)
    sent_back = SectionReturnFactory(section=section, returned_by=council.manager)

    still = mark_ready(section=ready, by=council.by, at=LATER)

    sent_back.refresh_from_db()
    assert (still.state, sent_back.answered_at) == ("ready", LATER)
    again = SectionReturnFactory(section=section, returned_by=council.manager)
    mark_ready(section=reopen(section=ready, by=council.by, at=NOW), by=council.by, at=LATER)
    again.refresh_from_db()
    assert again.answered_at == LATER


def test_another_tab_s_text_is_not_overwritten(council, section):
    written(council, section, "From the other tab.", seen=section.changed_at)

    with pytest.raises(ChangedSince, match="changed in another tab"):
        written(council, section, "Mine.", seen=section.changed_at)
    assert written(council, section, "From the other tab.", seen=section.changed_at).text == "From the other tab."


@pytest.mark.parametrize(
    ("code", "text", "sentence"),
    [
        ("none", "Words", "takes no text"),
        ("hers", "Words", "filled by somebody else"),
        ("practice", "a" * 40_001, "at most 40,000"),
    ],
)
def test_text_that_does_not_belong_is_refused(council, section, code, text, sentence):
    with pytest.raises(Refused, match=sentence):
        written(council, of(section, code), text)


def test_section_of_somebody_else_s_and_one_the_template_lacks_are_refused(council, section):
    with pytest.raises(Refused, match="filled by somebody else"):
        mark_ready(section=of(section, "hers"), by=council.by, at=NOW)
    with pytest.raises(Refused, match="not in the template"):
        written(council, SectionFactory(portfolio=section.portfolio, code="gone"))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("signing", "It is being signed. Open it again first"),
        ("endorsed", "It is signed. Open it again first"),
        ("submitted", "It is handed in. Open it again"),
        ("withdrawn", "You withdrew this portfolio"),
    ],
)
def test_portfolio_that_is_closed_keeps_what_it_says(council, section, state, sentence):
    needed = {
        "signing": {"signer": council.manager, "signer_role": "line_manager"},
        "endorsed": {"endorsed_at": NOW},
        "submitted": {"endorsed_at": NOW, "submitted_at": NOW},
        "withdrawn": {"withdrawn_at": NOW},
    }
    type(section.portfolio).objects.update(state=state, **needed[state])

    for act in (lambda: written(council, section), lambda: mark_ready(section=section, by=council.by, at=NOW)):
        with pytest.raises(Refused, match=sentence):
            act()
    assert Section.objects.get(pk=section.pk).text == ""


def test_somebody_else_writes_nothing(council, section):
    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        write_section(section=section, text="Words", by=council.managing, at=NOW)


def test_whoever_fills_a_section_writes_it_and_says_that_it_is_done(council, section):
    part = of(section, "hers")

    words = write_section(section=part, text="She leads well.", by=council.managing, at=LATER)
    done = mark_ready(section=words, by=council.managing, at=LATER)

    assert (words.text, words.written_by, done.state) == ("She leads well.", council.manager, "ready")
    assert reopen(section=done, by=council.managing, at=LATER).state == "started"


def test_what_somebody_else_fills_is_closed_to_her_while_it_is_signed_and_to_others_always(council, section):
    with pytest.raises(Refused, match="filled by somebody else"):
        write_section(section=of(section, "hers"), text="Words", by=as_actor(council.colleague), at=NOW)
    type(section.portfolio).objects.update(state="endorsed", endorsed_at=NOW)
    with pytest.raises(Refused, match="Its author opens it again first"):
        write_section(section=of(section, "hers"), text="Words", by=council.managing, at=NOW)
