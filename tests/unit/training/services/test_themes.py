"""Focus themes and needs, as an academy keeps them."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.people.choices import RoleCode
from academy.training.choices import NeedSource
from academy.training.models import FocusTheme, Need
from academy.training.services import themes
from academy.training.services.themes import NeedSaid, ThemeSaid
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
JANUARY = date(2027, 1, 1)


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def theme(council):
    return FocusTheme.objects.create(
        organisation=council, code="safe", title="Safeguarding", from_on=TODAY, origin=Origin.SHIPPED
    )


@pytest.fixture
def need(council):
    return Need.objects.create(
        organisation=council, code="law", text="Legal literacy", source=NeedSource.LAW, origin=Origin.SHIPPED
    )


def last_event():
    return Event.objects.order_by("pk").last()


def test_theme_is_put_into_focus_from_a_day(council, by):
    theme = themes.add_theme(organisation=council, said=ThemeSaid(title="Strengths", from_on=TODAY), by=by, at=NOW)
    assert (theme.code, theme.until_on, theme.origin) == ("strengths", None, Origin.PUBLISHED)
    assert (last_event().act, last_event().to_state) == ("training.theme.add", "held")


def test_theme_is_corrected_and_is_the_academys_own_then(theme, by):
    said = ThemeSaid(title="Safeguarding adults", from_on=TODAY, until_on=JANUARY)
    changed = themes.change_theme(theme=theme, said=said, by=by, at=NOW)
    assert (changed.title, changed.until_on, changed.origin) == ("Safeguarding adults", JANUARY, Origin.PUBLISHED)
    assert last_event().changed == ["origin", "title", "until_on"]


def test_theme_with_days_out_of_order_is_refused_at_the_last_day(council, theme, by):
    said = ThemeSaid(title="Safeguarding", from_on=JANUARY, until_on=TODAY)
    with pytest.raises(Refused, match="The last day is before the first") as added:
        themes.add_theme(organisation=council, said=said, by=by, at=NOW)
    with pytest.raises(Refused, match="The last day is before the first") as changed:
        themes.change_theme(theme=theme, said=said, by=by, at=NOW)
    assert (added.value.field, changed.value.field) == ("until_on", "until_on")


def test_theme_ends_once(theme, by):
    assert themes.end_theme(theme=theme, last_day=JANUARY, by=by, at=NOW).until_on == JANUARY
    with pytest.raises(Refused, match="This ends on 1 January 2027 already"):
        themes.end_theme(theme=theme, last_day=JANUARY, by=by, at=NOW)


def test_need_is_written_down_corrected_and_withdrawn(council, by):
    said = NeedSaid(text="Legal literacy", source=NeedSource.SKILLS_AUDIT, found_on=TODAY)
    need = themes.add_need(organisation=council, said=said, by=by, at=NOW)
    assert (need.code, need.found_on) == ("legal-literacy", TODAY)

    said = NeedSaid(text="Law for everybody", source=NeedSource.SKILLS_AUDIT, found_on=TODAY)
    need = themes.change_need(need=need, said=said, by=by, at=NOW)
    assert (need.text, need.code, last_event().changed) == ("Law for everybody", "legal-literacy", ["text"])

    need = themes.withdraw_need(need=need, from_on=JANUARY, by=by, at=NOW)
    assert (need.withdrawn_on, last_event().to_state) == (JANUARY, "withdrawn")
    with pytest.raises(Refused, match="Offer it again first"):
        themes.change_need(need=need, said=said, by=by, at=NOW)
    with pytest.raises(Refused, match="This is withdrawn already"):
        themes.withdraw_need(need=need, from_on=JANUARY, by=by, at=NOW)

    need = themes.find_need_again(need=need, by=by, at=NOW)
    assert (need.withdrawn_on, last_event().to_state) == (None, "found")
    with pytest.raises(Refused, match="This is offered already"):
        themes.find_need_again(need=need, by=by, at=NOW)


def test_shipped_need_that_was_withdrawn_is_the_academys_own(need, by):
    assert themes.withdraw_need(need=need, from_on=TODAY, by=by, at=NOW).origin == Origin.PUBLISHED


def test_nobody_but_the_academy_keeps_themes_and_needs(council, theme, need):
    by = as_actor(staff_of(council))
    theme_said, need_said = ThemeSaid(title="Mine", from_on=TODAY), NeedSaid(text="Mine", source=NeedSource.LAW)
    for attempt in (
        lambda: themes.add_theme(organisation=council, said=theme_said, by=by, at=NOW),
        lambda: themes.change_theme(theme=theme, said=theme_said, by=by, at=NOW),
        lambda: themes.end_theme(theme=theme, last_day=TODAY, by=by, at=NOW),
        lambda: themes.add_need(organisation=council, said=need_said, by=by, at=NOW),
        lambda: themes.change_need(need=need, said=need_said, by=by, at=NOW),
        lambda: themes.withdraw_need(need=need, from_on=TODAY, by=by, at=NOW),
        lambda: themes.find_need_again(need=need, by=by, at=NOW),
    ):
        with pytest.raises(Refused, match="Only the academy keeps what is offered"):
            attempt()
    assert set(FocusTheme.objects.values_list("title")) | set(Need.objects.values_list("text")) == {
        ("Safeguarding",),
        ("Legal literacy",),
    }
