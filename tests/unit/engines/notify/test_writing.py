from dataclasses import replace

import pytest

from academy.engines.notify.kinds import NoticeContext
from academy.engines.notify.writing import Written, mail_text, written
from tests.factories.identity import PersonFactory
from tests.unit.engines.notify.kind import CONTEXT, SHARED

MAIL = """\
Hello Seun,

Please read it.

Open it here: https://portal.example/cpd/7/

Social Care Academy
This mail was sent by the portal. Answers to it are not read.
"""


def test_notice_is_plain_text_with_the_first_line_as_subject():
    assert written(SHARED, CONTEXT) == Written(
        subject="Siân O’Neill & Co shared “Court <work>” with you",
        body="Siân O’Neill & Co would like you to read “Court <work>”.",
    )


def test_line_break_in_a_value_does_not_reach_the_subject():
    subject = written(SHARED, replace(CONTEXT, who="Eve\nBcc: everybody@council.example")).subject

    assert subject == "Eve"


def test_long_subject_is_cut():
    subject = written(SHARED, replace(CONTEXT, who="A" * 300)).subject

    assert subject == "A" * 199 + "…"


def test_context_of_another_type_is_a_bug():
    with pytest.raises(TypeError, match=r"tests\.entry\.shared is filled with Shared, not NoticeContext"):
        written(SHARED, NoticeContext())


def test_mail_greets_by_the_name_in_use_and_gives_the_full_address():
    person = PersonFactory.build(given_name="Oluwaseun", known_as="Seun")

    assert mail_text(Written("Subject", "Please read it."), to=person, url="/cpd/7/") == MAIL


def test_mail_about_no_page_has_no_address():
    text = mail_text(Written("Subject", "Please read it."), to=PersonFactory.build(given_name="Seun"), url="")

    assert text == MAIL.replace("\nOpen it here: https://portal.example/cpd/7/\n", "")
