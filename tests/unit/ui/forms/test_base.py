"""A form as it is drawn: one way to send it, errors that lead to their field, refusals in their place."""

import re
from dataclasses import dataclass

import pytest
from django.utils.datastructures import MultiValueDict

from academy.identity.models import Organisation
from academy.ui.forms import (
    Button,
    CheckboxesField,
    DateField,
    Field,
    Fieldset,
    FilterForm,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    PortalModelForm,
    ShortTextField,
    YesField,
)
from tests.unit.ui.drawing import drawn, words

CHOICES = [("a", "Apple"), ("b", "Pear")]


@dataclass
class Refused:
    """What the audit engine raises, as a form sees it."""

    reason: str
    field: str | None = None


class Everything(PortalForm):
    title = ShortTextField(label="Title", help_text="A few words.")
    one = OneChoiceField(label="One", choices=CHOICES, hints={"b": "A kind of apple"})
    some = CheckboxesField(label="Some", choices=[("Fruit", CHOICES)], required=False)
    on = DateField(label="On")
    what = LongTextField(label="What", prompts=["Who was there?"], aside="Small is fine", required=False)
    sure = YesField(label="I am sure")
    other_buttons = (Button("later", "Leave it"),)


def ids_in(markup: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', markup)


def test_form_every_error_link_leads_to_a_control_with_that_name() -> None:
    form = Everything({"on_day": "1", "on_month": "x", "on_year": "2026"})
    links = re.findall(r'href="#([^"]*)"', drawn("{% error_summary form %}", form=form))
    controls = dict(re.findall(r'<(?:input|textarea|select)[^>]*? id="([^"]*)" name="([^"]*)"', markup_of(form)))
    assert [(link, controls[link]) for link in links] == [
        ("id_title", "title"),
        ("id_one", "one"),
        ("id_on_month", "on_month"),
        ("id_sure", "sure"),
    ]


def markup_of(form: PortalForm) -> str:
    """The form with name and id in one order, whoever drew the control."""
    return re.sub(
        r'name="([^"]*)"([^>]*?) id="([^"]*)"', r'id="\3" name="\1"\2', drawn("{% portal_form form %}", form=form)
    )


def test_form_error_summary_has_the_present_markup() -> None:
    markup = drawn("{% error_summary form %}", form=Everything({}))
    assert markup.startswith(
        '<div class="govuk-error-summary" data-module="govuk-error-summary"> <div role="alert"> '
        '<h2 class="govuk-error-summary__title">There is a problem</h2>'
    )


@pytest.mark.parametrize("form", [Everything(), None, ""])
def test_error_summary_without_errors_draws_nothing(form: object) -> None:
    assert drawn("{% error_summary form %}", form=form) == ""


def test_form_no_id_is_used_twice() -> None:
    ids = ids_in(drawn("{% error_summary form %}{% portal_form form %}", form=Everything({})))
    assert sorted(ids) == sorted(set(ids))


def test_form_hints_and_errors_are_tied_to_their_control() -> None:
    markup = drawn("{% portal_form form %}", form=Everything({}))
    tied = [each.split() for each in re.findall(r'aria-describedby="([^"]*)"', markup)]
    assert tied == [
        ["id_title_hint", "id_title_error_1"],
        ["id_one_error_1"],
        ["id_one_1_hint"],
        ["id_on_error_1"],
        ["id_what_hint"],
        ["id_sure_error_1"],
    ]
    assert {each for ids in tied for each in ids} - set(ids_in(markup)) == set()


def test_form_is_sent_by_one_primary_button_without_the_browsers_own_checks() -> None:
    markup = drawn("{% portal_form form cancel_url='/back/' %}", form=Everything(), csrf_token="abc")
    assert re.findall(r"<form[^>]*>", markup) == ['<form method="post" novalidate>']
    assert re.findall(r'<button type="submit"(?: name="(\w+)")?[^>]*class="(govuk-button[^"]*)"', markup) == [
        ("", "govuk-button"),
        ("later", "govuk-button govuk-button--secondary"),
    ]
    assert re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', markup) == ["abc"]


def test_form_radios_and_boxes_have_their_module_and_a_bare_first_id() -> None:
    markup = drawn("{% portal_form form %}", form=Everything())
    assert re.findall(r'data-module="govuk-(radios|checkboxes)"', markup) == ["radios", "checkboxes", "checkboxes"]
    assert [each for each in ids_in(markup) if each.startswith(("id_one", "id_some"))] == [
        "id_one",
        "id_one_1",
        "id_one_1_hint",
        "id_some_group_1",
        "id_some",
        "id_some_1",
    ]


def test_form_date_boxes_ask_for_figures() -> None:
    markup = drawn("{% portal_form form %}", form=Everything())
    assert re.findall(r'name="(on_\w+)" type="text" inputmode="(\w+)"', markup) == [
        ("on_day", "numeric"),
        ("on_month", "numeric"),
        ("on_year", "numeric"),
    ]


def test_form_answers_come_back_escaped() -> None:
    form = Everything(
        MultiValueDict({"title": ['"><script>x</script>'], "some": ["b"], "one": ["a"], "what": ["two words"]})
    )
    markup = drawn("{% portal_form form %}", form=form)
    assert ("<script>" in markup, re.findall(r'value="(\w)" checked', markup)) == (False, ["a", "b"])
    assert re.findall(r'<span id="id_what_words">([^<]*)</span>', markup) == ["2 words"]


def test_form_optional_answers_are_marked() -> None:
    assert re.findall(r"(\w+) \(optional\)", words("{% portal_form form %}", form=Everything())) == ["Some", "What"]


@pytest.mark.parametrize(
    ("refused", "shown"),
    [
        (Refused("Choose another title.", "title"), {"title": ["Choose another title."]}),
        (Refused("This entry is already kept."), {"__all__": ["This entry is already kept."]}),
        (Refused("Not of this form.", "other"), {"__all__": ["Not of this form."]}),
    ],
)
def test_add_refusal_is_shown_at_its_field_or_in_the_summary(refused: Refused, shown: dict[str, list[str]]) -> None:
    form = Everything({"title": "T", "one": "a", "on_day": "1", "on_month": "1", "on_year": "2026", "sure": "on"})
    assert form.is_valid() is True
    form.add_refusal(refused)
    assert form.errors == shown
    assert words("{% error_summary form %}", form=form) == f"There is a problem {refused.reason}"


def test_form_with_a_layout_is_drawn_in_its_order() -> None:
    class Ordered(PortalForm):
        a = ShortTextField(label="First")
        b = ShortTextField(label="Second")
        layout = Layout(Fieldset("b", legend="Together"), Field("a"))

    assert words("{% portal_form form %}", form=Ordered()) == "Together Second First Save"


def test_model_form_is_drawn_the_same_way() -> None:
    class Naming(PortalModelForm):
        class Meta:
            model = Organisation
            fields = ("short_name",)

    assert re.findall(r'class="(govuk-input)"', drawn("{% portal_form form %}", form=Naming())) == ["govuk-input"]


class Filters(FilterForm):
    q = ShortTextField(label="Search")
    kind = OneChoiceField(label="Kind", choices=[("", "All"), *CHOICES], as_list=True)


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({}, {}),
        ({"q": "", "kind": ""}, {}),
        ({"q": "osei", "kind": "a"}, {"q": "osei", "kind": "a"}),
        ({"kind": "z"}, {}),
    ],
)
def test_filters_keep_only_valid_answers(asked: dict[str, str], chosen: dict[str, str]) -> None:
    assert Filters(asked).chosen == chosen


@pytest.mark.parametrize(("asked", "ways"), [({"q": "osei"}, ["/people/"]), ({}, [])])
def test_filters_offer_a_way_back_once_something_is_chosen(asked: dict[str, str], ways: list[str]) -> None:
    markup = drawn("{% filters form clear_url='/people/' %}", form=Filters(asked))
    assert re.findall(r'href="([^"]*)"', markup) == ways


def test_filters_are_sent_by_get_with_a_label_for_each() -> None:
    markup = drawn("{% filters form %}", form=Filters({}))
    assert re.findall(r'<form[^>]*method="(\w+)"|for="(\w+)"', markup) == [("get", ""), ("", "id_q"), ("", "id_kind")]
