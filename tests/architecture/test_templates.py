"""Templates hold no script, style or handler of their own: the content policy is strict (architecture 8)."""

import pytest

from tests.architecture.checkers.source import sample, templates
from tests.architecture.checkers.templates import refused_markup


def test_no_template_holds_what_the_content_policy_blocks():
    assert [finding for source in templates() for finding in refused_markup(source)] == []


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<script>alert(1)</script>", "inline script"),
        ("<style>p {}</style>", "inline style"),
        ('<p style="color: red">', "inline style"),
        ('<button onclick="go()">', "inline handler"),
        ('<a href="javascript:go()">', "inline handler"),
        ('<img src="//elsewhere.example/x.png">', "somebody else's address"),
        ("{% if entry.state == 'kept' %}", "comparison of a state's code"),
        ("{{ text|safe }}", "switched-off escaping"),
    ],
)
def test_markup_the_content_policy_blocks_is_found(markup, name):
    assert refused_markup(sample(f"<p>\n{markup}", "templates/a.html")) == [f"templates/a.html:2: {name}"]


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="module" src="{% static "built/portal.js" %}"></script>',
        '<script type="application/json" id="words">{}</script>',
        '<link rel="stylesheet" href="{% static "built/portal.css" %}">',
        '<p class="style">on time = "now"</p>',
        "{% if entry.is_kept %}",
    ],
)
def test_markup_the_content_policy_allows_is_not_found(markup):
    assert refused_markup(sample(markup, "templates/a.html")) == []


def test_plain_text_mail_may_switch_off_escaping():
    assert refused_markup(sample("{% autoescape off %}{{ name }}{% endautoescape %}", "templates/email/a.txt")) == []
