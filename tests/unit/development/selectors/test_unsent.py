from academy.development.selectors.unsent import read_unsent
from tests.factories.development import framework


def test_unsent_words_are_read_under_the_names_of_their_fields(db):
    said = {"learnt": ["That I ask."], "title": ["Whose risk?"], "kind": ["work"], "way": ["others"], "hours": [""]}
    assert list(read_unsent(said).items()) == [
        ("Kind of learning", "Work with a person or family"),
        ("Title", "Whose risk?"),
        ("Learnt mostly", "From others"),
        ("What I learnt", "That I ask."),
    ]


def test_unsent_words_leave_out_what_the_page_sends_along(db):
    sent = {"seen": ["2026-11-17T09:30"], "opened": ["3"], "standards_called": ["risk"], "title": ["A"]}
    assert read_unsent(sent) == {"Title": "A"}


def test_unsent_standards_are_named_in_the_order_of_their_framework(db, django_assert_num_queries):
    first, second, _ = framework()
    with django_assert_num_queries(1):
        said = read_unsent({"statements": [str(second.pk), str(first.pk), "x", "0"]})
    assert said == {"Standards": "PCF 1 Line 1; PCF 2 Line 2"}


def test_unsent_code_nobody_knows_is_shown_as_it_is(db):
    assert read_unsent({"way": ["podcast"], "statements": ["x"]}) == {"Learnt mostly": "podcast"}
