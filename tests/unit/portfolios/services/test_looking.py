"""The guard looks through the whole of a portfolio when it is signed and when it is handed in (D7-01)."""

from dataclasses import replace

import pytest
from django.urls import reverse

from academy.engines.audit.commands import Refused
from academy.engines.guard.forms import Overruled
from academy.engines.guard.known import Alias, mark_of
from academy.engines.guard.models import Overrule
from academy.engines.guard.rules import hits_in
from academy.engines.guard.services.keys import keep_key
from portfolios.models import Evidence, Portfolio, Snapshot
from portfolios.selectors.content import content_of
from portfolios.selectors.looking import standing_in
from portfolios.services.signing import Asking, ask_signatures
from portfolios.services.snapshots import submit
from tests.factories.people import NOW
from tests.factories.portfolio_signing import ALL, asked, gathered, seen, signed_by
from tests.factories.portfolios import ItemFactory, cited_item, content_type_of

TOLD = "We met at BS1 5TR."
WHY = "It is the town hall."


@pytest.fixture
def portfolio(council):
    return gathered(council.author, council.organisation)


@pytest.fixture
def item(portfolio):
    """A piece that came in past every form."""
    item = ItemFactory(section=portfolio.sections.get())
    Evidence.objects.filter(pk=item.evidence_id).update(account=TOLD)
    return item


def standing(portfolio, council):
    return standing_in(portfolio, content_of(portfolio), by=council.by)


def let_stand(portfolio, council):
    return Overruled(tuple(each.found for each in standing(portfolio, council)), WHY)


def sign(portfolio, council, **said):
    asking = Asking(declared=ALL, seen=seen(portfolio), **said)
    return ask_signatures(portfolio=portfolio, asking=asking, by=council.by, at=NOW)


def test_what_came_in_past_the_forms_is_found_where_it_stands(council, portfolio, item):
    (found,) = standing(portfolio, council)
    assert found.where == "Practice, “Sensory room for the day centre”, What it is and what it shows"
    assert found.url == reverse("portfolios:item", args=[portfolio.pk, item.pk])
    assert found.says == (
        "Postcode: “We met at <mark>BS1 5TR</mark>.” It is a whole postcode: often fifteen homes, sometimes one. "
        "Mend it, or say below why it tells nobody who this is."
    )


def test_each_is_mended_on_its_own_page(council, portfolio):
    portfolio.sections.update(text=TOLD)
    Portfolio.objects.update(title=TOLD)
    portfolio.refresh_from_db()
    section = reverse("portfolios:section", args=[portfolio.pk, "practice"])
    assert [each.url for each in standing(portfolio, council)] == [portfolio.get_absolute_url(), section]


def test_own_writing_is_mended_on_the_page_of_its_piece(council, portfolio):
    item = cited_item(portfolio.sections.get())
    name = next(word for word in item.version.title.split() if len(word) > 3)
    keep_key(aliases=[Alias("Mrs A", name)], seen=None, by=council.by, at=NOW)
    found = standing(portfolio, council)[0]
    assert found.url == reverse("portfolios:item", args=[portfolio.pk, item.pk])


def test_names_of_the_author_s_own_list_are_found_with_what_to_write(council, portfolio):
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=council.by, at=NOW)
    portfolio.sections.update(text="Ellis decides.")
    (found,) = standing(portfolio, council)
    assert "Write “Mrs A” instead" in found.says
    assert "Mrs A" not in repr(found)


def test_what_was_overruled_in_a_piece_is_not_asked_again(council, portfolio, item):
    (hit,) = hits_in(TOLD)
    said = {"field": "account", "kind": hit.kind, "mark": mark_of("account", hit), "reason": WHY, "overruled_at": NOW}
    Overrule.objects.create(thing_type=content_type_of(Evidence), thing_id=item.evidence_id, **said)
    assert standing(portfolio, council) == []


def test_nothing_is_signed_while_something_found_stands(council, portfolio, item):
    with pytest.raises(Refused, match="could tell who somebody is"):
        sign(portfolio, council)
    assert not Overrule.objects.exists()


def test_what_its_author_lets_stand_is_kept_with_her_reason_for_who_signs(council, portfolio, item):
    sign(portfolio, council, let_stand=let_stand(portfolio, council))
    kept = Overrule.objects.get()
    assert (kept.thing_id, kept.field, kept.reason, kept.writer) == (portfolio.pk, "content", WHY, council.author)
    assert standing(portfolio, council) == []


def test_handing_in_looks_once_more_and_keeps_what_is_let_stand(council, portfolio):
    portfolio.sections.update(text="Ellis decides.")
    endorsed = signed_by(council.manager, asked(portfolio))
    keep_key(aliases=[Alias("Mrs A", "Margaret Ellis")], seen=None, by=council.by, at=NOW)
    with pytest.raises(Refused, match="could tell who somebody is"):
        submit(portfolio=endorsed, by=council.by, at=NOW)
    assert not Snapshot.objects.exists()
    other = replace(let_stand(portfolio, council), found=())
    with pytest.raises(Refused, match="could tell who somebody is"):
        submit(portfolio=endorsed, let_stand=other, by=council.by, at=NOW)
    submit(portfolio=endorsed, let_stand=let_stand(portfolio, council), by=council.by, at=NOW)
    assert (Snapshot.objects.count(), Overrule.objects.get().reason) == (1, WHY)


def test_looking_asks_the_same_of_the_database_however_much_there_is(council, portfolio, django_assert_num_queries):
    section = portfolio.sections.get()
    for more in (1, 2):
        for _ in range(more):
            ItemFactory(section=section)
        content = content_of(portfolio)
        standing_in(portfolio, content, by=council.by)  # content types are found once
        with django_assert_num_queries(10):
            standing_in(portfolio, content, by=council.by)
