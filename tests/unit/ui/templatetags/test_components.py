"""Each component draws what it is for, and refuses what it does not know by naming what it takes."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template.exceptions import TemplateSyntaxError
from django.test import RequestFactory

from academy.ui.lists import Crumb, Day, Tally, Todo
from academy.ui.states import Shape, State
from tests.unit.ui.drawing import drawn, words

TAKES = {
    "state": "value",
    "icon": "name, label",
    "facts": "pairs, long",
    "todo_list": "items",
    "dates": "days",
    "section": "heading, id, aside, link, link_words",
    "card": "heading, id, tint",
    "why": "nothing",
    "banner": "icon",
    "details": "summary, open",
    "chips": "words",
    "crumbs": "steps",
    "tallies": "items, label",
    "series_dot": "series",
    "pagination": "page",
    "portal_form": "form, action, cancel_url, id",
    "form_buttons": "form, cancel_url",
    "filters": "form, clear_url",
    "error_summary": "form",
    "rhythm_strip": "strip, id, key",
    "rhythm_table": "strip",
    "balance_bar": "bar, id",
    "balance_table": "bar, unit",
    "account_fields": "form, code_hint, email_label",
}


@pytest.mark.parametrize(("tag", "takes"), TAKES.items())
def test_component_unknown_argument_is_refused_with_what_it_takes(tag: str, takes: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=re.escape(f"'wrong'. {tag} takes {takes}.") + "$"):
        drawn(f"{{% {tag} wrong=1 %}}")


def test_component_missing_argument_is_refused_with_what_it_takes() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"'items'\. todo_list takes items\.$"):
        drawn("{% todo_list %}")


def test_component_wrong_tag_inside_a_block_keeps_its_own_message() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"takes name, label\.$"):
        drawn("{% why %}{% icon 'met' size=3 %}{% endwhy %}")


class Kept:
    """A value of choices with a state."""

    state = State("Kept", Shape.MET)


@pytest.mark.parametrize("value", [Kept.state, Kept()])
def test_state_has_shape_word_and_colour(value: Any) -> None:
    markup = drawn("{% state value %}", value=value)
    assert re.findall(r'class="([^"]*)"', markup) == ["app-state app-state--met", "app-icon app-i-met"]
    assert words("{% state value %}", value=value) == "Kept"


def test_state_bare_code_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^state takes a State or something with a State as \.state, not 'kept'\.$"):
        drawn("{% state value %}", value="kept")


def test_icon_unknown_name_is_refused_with_the_names() -> None:
    with pytest.raises(ValueError, match=r"^There is no icon “star”; there are met, doing, ageing, notyet, late,"):
        drawn("{% icon 'star' %}")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("{% icon 'lock' %}", 'aria-hidden="true"'),
        ("{% icon 'lock' label='Locked' %}", 'role="img" aria-label="Locked"'),
    ],
)
def test_icon_is_decoration_unless_it_has_a_label(source: str, seen: str) -> None:
    assert re.findall(r'aria-hidden="true"|role="img" aria-label="[^"]*"', drawn(source)) == [seen]


def test_facts_empty_values_are_left_out_and_text_is_escaped() -> None:
    pairs = [("Team", "<b>South</b>"), ("Left", ""), ("Mentor", None), ("Days", 0), ("State", Kept.state)]
    assert words("{% facts pairs %}", pairs=pairs) == "Team &lt;b&gt;South&lt;/b&gt; Days 0 State Kept"


def test_todo_list_says_what_until_when_and_why_with_one_way_on() -> None:
    item = Todo(
        what="Read it", due="2 days left.", tone="soon", strong="The last.", why="Because.", action="Read", url="/x/"
    )
    markup = drawn("{% todo_list items %}", items=[item])
    assert words("{% todo_list items %}", items=[item]) == "Read it 2 days left. The last. Because. Read"
    assert re.findall(r'href="([^"]*)"|(app-due--\w+)|aria-describedby="([^"]*)"', markup) == [
        ("", "app-due--soon", ""),
        ("/x/", "", ""),
        ("", "", "todo-1"),
    ]


def test_dates_show_day_and_month_for_eyes_and_the_whole_date_for_machines() -> None:
    days = [
        Day(on=date(2026, 11, 6), what="Supervision", detail="10:00", url="/s/"),
        Day(on=date(2027, 1, 21), what="Course"),
    ]
    assert words("{% dates days %}", days=days) == "6 Nov Supervision 10:00 21 Jan Course"
    assert re.findall(r'datetime="([^"]*)"', drawn("{% dates days %}", days=days)) == ["2026-11-06", "2027-01-21"]


def test_section_is_named_by_its_heading() -> None:
    markup = drawn('{% section "My year" id="year" link="/cpd/" link_words="All" %}inside{% endsection %}')
    assert markup == (
        '<section class="app-section" aria-labelledby="year"> <div class="app-section__head"> '
        '<h2 class="govuk-heading-m" id="year">My year</h2> '
        '<p class="app-dense"><a class="govuk-link" href="/cpd/">All</a></p> '
        "</div> inside </section>"
    )


def test_card_with_heading_and_no_id_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^card needs an id when it has a heading"):
        drawn('{% card "Files" %}{% endcard %}')


def test_card_shows_what_the_page_knows() -> None:
    assert words('{% card "Files" id="f" %}{{ number }} files{% endcard %}', number=2) == "Files 2 files"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("{% why %}<p>So</p>{% endwhy %}", "So"),
        ("{% banner %}<p>Note</p>{% endbanner %}", "Note"),
        ('{% details "More" %}inside{% enddetails %}', "More inside"),
    ],
)
def test_block_component_surrounds_its_content(source: str, read: str) -> None:
    assert words(source) == read


def test_chips_of_nothing_draw_no_empty_list() -> None:
    assert drawn("{% chips words %}", words=[]) == ""


def test_crumbs_last_one_is_this_page() -> None:
    markup = drawn("{% crumbs steps %}", steps=[("Home", "/"), Crumb("My year")])
    assert markup == (
        '<nav aria-label="Breadcrumbs"> <ol class="app-crumbs"><li><a class="govuk-link" href="/">Home</a></li>'
        '<li aria-current="page">My year</li></ol> </nav>'
    )


def test_tallies_mark_the_one_that_is_shown() -> None:
    items = [Tally(count=1, words="late", url="?s=late"), Tally(count=2, words="all", url="?", is_current=True)]
    markup = drawn('{% tallies items label="States" %}', items=items)
    assert re.findall(r'<a href="([^"]*)"( aria-current="true")?>', markup) == [
        ("?s=late", ""),
        ("?", ' aria-current="true"'),
    ]


def test_series_dot_of_no_such_series_is_refused() -> None:
    with pytest.raises(ValueError, match="'90' is not a valid Series"):
        drawn("{% series_dot '90' %}")


def test_pagination_keeps_what_was_asked_in_every_link() -> None:
    request = RequestFactory().get("/people/", {"q": "osei & co", "page": "2"})
    page = Paginator(range(30), 10).page(2)
    links = re.findall(r'href="([^"]*)"', drawn("{% pagination page %}", page=page, request=request))
    assert links == [f"?q=osei+%26+co&amp;page={number}" for number in (1, 1, 2, 3, 3)]


def test_pagination_of_one_page_draws_nothing() -> None:
    request = RequestFactory().get("/people/")
    assert drawn("{% pagination page %}", page=Paginator([1], 10).page(1), request=request) == ""
