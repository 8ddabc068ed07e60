"""A guarded form: hits shown in place, mended or overruled with a reason, nothing typed lost, drafts left alone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from academy.engines.guard.forms import MOST_SHOWN, Guarded
from academy.engines.guard.known import Alias, Known
from academy.ui.forms import DocumentField, Layout, LongTextField, PortalForm, ShortTextField
from tests.unit.ui.drawing import drawn, words

CODE = "We met at BS1 5TR on Tuesday."
KNOWN = Known(aliases=(Alias("Mrs A", "Margaret Ellis"),), masks=("LAS-999999",))


class Story(Guarded, PortalForm):
    guarded = ("title", "account")
    title = ShortTextField(label="Title")
    account = LongTextField(label="What happened?")
    aside = ShortTextField(label="Aside", required=False)


class Drawn(Story):
    layout = Layout("title", "account")


class Leaving(Story):
    is_guarded = False


def sent(form=Story, guard=KNOWN, **answers):
    data = {"title": "A visit", "account": CODE, **answers}
    lists = {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    made = form(data=MultiValueDict(lists), guard=guard)
    made.is_valid()
    return made


def marks(form):
    return [mark for mark, _ in form.fields["guard_overruled"].choices]


def overruled(form=Story, reason="It is the town hall.", **answers):
    """The form sent again with everything ticked."""
    return sent(form, guard_overruled=marks(sent(form, **answers)), guard_reason=reason, **answers)


def test_text_without_hits_asks_nothing():
    form = sent(account="We met.")
    assert form.is_valid()
    assert (form.overruled, "guard_reason" in form.fields) == (None, False)


def test_unsent_form_asks_nothing():
    assert list(Story(guard=KNOWN).fields) == ["title", "account", "aside"]


def test_hit_is_shown_beside_its_field_with_why_and_what_to_do():
    form = sent()
    assert not form.is_valid()
    (error,) = form.errors["account"]
    assert error == (
        "Postcode: “We met at <mark>BS1 5TR</mark> on Tuesday.” It is a whole postcode: often fifteen homes, sometimes"
        " one. Mend it, or say below why it tells nobody who this is."
    )


def test_words_of_the_writer_are_escaped_beside_the_mark():
    page = drawn("{% portal_form form %}", form=sent(account="<b>BS1 5TR</b> <script>"))
    assert "“&lt;b&gt;<mark>BS1 5TR</mark>&lt;/b&gt; &lt;script&gt;”" in page
    assert "<script>" not in page


def test_listed_name_is_answered_with_its_pseudonym():
    (error,) = sent(account="I saw Ellis.").errors["account"]
    assert error == (
        "Name on your private list: “I saw <mark>Ellis</mark>.” You listed it yourself as somebody’s real name. Write"
        " “Mrs A” instead, or say below why it tells nobody who this is."
    )


def test_sentence_is_cut_between_words_and_at_its_line():
    words_before, words_after = "many words " * 9, " and many more" * 9
    (error,) = sent(account=f"Line.\n{words_before}LAS-123456{words_after}").errors["account"]
    assert (
        "“… words many words many words many words <mark>LAS-123456</mark> and many more and many more and many …”"
        in error
    )


@pytest.mark.parametrize("form", [Story, Drawn])
def test_page_offers_to_tick_what_may_stay_and_asks_why(form):
    said = words("{% portal_form form %}", form=sent(form))
    assert (
        "It tells nobody who this is Tick what may stay. “BS1 5TR”, Postcode Why does it tell nobody who this is?"
        in said
    )


def test_everything_ticked_with_a_reason_passes_and_is_held():
    form = overruled()
    assert form.is_valid()
    assert form.overruled.reason == "It is the town hall."
    assert [(each.field, each.hit.text) for each in form.overruled.found] == [("account", "BS1 5TR")]
    assert form.cleaned_data == {"title": "A visit", "account": CODE, "aside": ""}


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_reason_is_needed_and_short(reason):
    form = overruled(reason=reason)
    assert form.errors == {"guard_reason": ["Say in a few words why it tells nobody who this is, in 200 at most."]}
    assert form.overruled is None


def test_new_hit_is_asked_about_although_another_was_ticked():
    ticked = marks(sent())
    form = sent(title="Ring 01632 960123", guard_overruled=ticked, guard_reason="It is the town hall.")
    assert list(form.errors) == ["title"]
    assert form["guard_overruled"].value() == ticked
    assert form["guard_reason"].value() == "It is the town hall."


def test_what_was_overruled_before_is_not_asked_again():
    form = sent(guard=Known(overruled=frozenset(marks(sent()))))
    assert form.is_valid()
    assert form.overruled is None


def test_hits_are_told_in_the_order_of_the_text():
    errors = sent(account="LAS-000001, LAS-000002, LAS-000003, LAS-000004").errors["account"]
    assert [error.partition("<mark>")[2][:10] for error in errors] == [f"LAS-00000{number}" for number in range(1, 5)]


def test_same_words_twice_are_asked_once():
    assert len(marks(sent(account=f"{CODE} {CODE}"))) == 1


def test_far_too_many_hits_are_shown_in_part_and_never_passed():
    account = " ".join(f"LAS-{number:06}" for number in range(MOST_SHOWN + 1))
    assert len(sent(account=account).errors["account"]) == MOST_SHOWN
    form = overruled(account=account)
    assert form.errors == {"__all__": ["There is more than the 20 shown. Mend some of them, then send it again."]}
    assert form.overruled is None


def test_form_that_leaves_a_draft_is_not_looked_at():
    assert sent(Leaving).is_valid()


def test_faulty_answer_keeps_its_own_error():
    assert sent(account="").errors == {"account": ["Write an answer to “What happened?”."]}


class WithFile(Guarded, PortalForm):
    guarded = ("upload",)
    upload = DocumentField(label="File", endings=[".txt", ".docx"], most_bytes=9999, kinds="Text")


def handed_in(content, **answers):
    made = WithFile(data=answers, files={"upload": content}, guard=KNOWN)
    made.is_valid()
    return made


def test_hit_in_a_file_says_where_it_stands_and_asks_for_the_file_again():
    (error,) = handed_in(SimpleUploadedFile("Ellis.txt", b"words")).errors["upload"]
    assert error == (
        "Name on your private list: “<mark>Ellis</mark>.txt” (in the file’s name). You listed it yourself as somebody’s"
        " real name. Write “Mrs A” instead, or say below why it tells nobody who this is and choose the file again."
    )


def test_hit_in_a_file_is_overruled_with_a_reason():
    first = handed_in(SimpleUploadedFile("a.txt", CODE.encode()))
    answers = {"guard_overruled": marks(first), "guard_reason": "It is the town hall."}
    again = handed_in(SimpleUploadedFile("a.txt", CODE.encode()), **answers)
    assert again.errors == {}
    assert [each.hit.text for each in again.overruled.found] == ["BS1 5TR"]


def test_file_that_cannot_be_read_is_said_and_is_no_error():
    form = handed_in(SimpleUploadedFile("a.docx", b"PK\x03\x04 and nothing more"))
    assert form.errors == {}
    (said,) = form.unread
    assert said == (
        "“a.docx” was not wholly looked through. The portal cannot read files of this kind: look through it yourself."
    )
