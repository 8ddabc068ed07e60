"""The hand-written entries: enough of them, none twice, in the field's words, and nobody to be recognised."""

import re

import pytest
import yaml

from academy.config.demo import reading
from academy.config.demo.reading import DATA, Text
from academy.config.demo.writers import FILES, texts_of
from academy.development.choices import MOST_TITLE, Kind, Way
from academy.frameworks.schema import FrameworkFile

FOLDER = DATA / "entries"
ALL = {path.stem: reading.texts(path.stem) for path in sorted(FOLDER.glob("*.yaml"))}
# Chapter 9 of the domain rules: what is not said. Identifiers have no place in learning either.
NOT_SAID = re.compile(
    r"\b(service users?|clients?|probationer|warrant|mr|mrs|ms|miss [a-z]+ [A-Z]|\d{3} ?\d{3} ?\d{4})\b", re.IGNORECASE
)


def _every() -> list[Text]:
    return [text for texts in ALL.values() for text in texts]


def test_entries_are_more_than_120_and_no_two_have_the_same_words():
    texts = _every()
    assert len(texts) > 120
    assert len({text.happened for text in texts}) == len({text.learnt for text in texts}) == len(texts)
    assert len({(text.title, text.happened) for text in texts}) == len(texts)


def test_entries_use_the_codes_of_entries_and_titles_that_fit():
    texts = _every()
    assert {text.kind for text in texts} <= set(Kind.values)
    assert {text.way for text in texts} == set(Way.values)
    assert [text.title for text in texts if len(text.title) > MOST_TITLE] == []


def test_entries_say_what_happened_and_what_was_learnt_in_two_to_five_sentences():
    odd = [
        (text.title, name)
        for text in _every()
        for name in ("happened", "learnt")
        if not 2 <= len(re.findall(r"[.?!…]”?\"?(?:\s|$)", getattr(text, name))) <= 6
    ]
    assert odd == []


def test_entries_name_nobody_and_say_nothing_that_is_not_said():
    said = [
        (text.title, found.group())
        for text in _every()
        for name in ("title", "happened", "learnt", "impact")
        if (found := NOT_SAID.search(getattr(text, name)))
    ]
    assert said == []


def test_entries_speak_to_statements_that_reference_data_has():
    known = set()
    for path in (DATA.parents[2] / "frameworks" / "reference" / "frameworks").glob("*.yaml"):
        content = FrameworkFile.model_validate(yaml.safe_load(path.read_text()))
        for version in content.versions:
            known |= {
                f"{content.framework.code}/{line.code}" for domain in version.domains for line in domain.statements
            }
    assert {key for text in _every() for key in text.statements} - known == set()


@pytest.mark.parametrize(("writes", "service"), FILES)
def test_texts_of_each_sort_of_writer_are_many_and_have_each_title_once(writes: str, service: str):
    titles = [text.title for text in texts_of(writes, service)]
    assert len(titles) >= 15
    assert len(set(titles)) == len(titles)


def test_texts_of_a_beginner_hold_nothing_about_teaching_others():
    assert [text.title for text in texts_of("beginner", "adults") if text.kind == Kind.TEACHING] == []


def test_texts_of_support_workers_are_their_own_alone():
    assert texts_of("support", "adults") == reading.texts("support")
