import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.choices import DRAFT_FORM, EntryState, Way
from academy.development.models import Entry
from academy.development.services.entries import (
    ChangedSince,
    Form,
    Words,
    bring_back,
    keep,
    leave_as_draft,
    withdraw,
)
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.drafts.models import Draft
from academy.engines.drafts.services.drafts import Sent, save
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.identity import actor_of
from tests.factories.people import NOW, account_of, as_actor

LATER = NOW + timedelta(minutes=5)


def form(token=None, seen=None):
    return Form(token or uuid.uuid4(), seen)


def events():
    return list(Event.objects.order_by("pk").values_list("act", "from_state", "to_state"))


def test_leaving_a_new_form_makes_a_draft_of_whatever_is_written(council):
    entry = leave_as_draft(form=form(), words=Words(title="Half"), by=council.by, at=NOW)
    stored = Entry.objects.get()
    assert stored == entry
    assert (stored.state, stored.author, stored.organisation, stored.title, stored.started_on) == (
        EntryState.DRAFT,
        council.author,
        council.organisation,
        "Half",
        None,
    )
    assert (stored.created_at, stored.changed_at, stored.kept_at) == (NOW, NOW, None)
    assert events() == [("development.entry.leave", "", "")]


def test_keeping_a_new_form_makes_a_kept_entry_in_one_act(council):
    line, *_ = framework()
    entry = keep(form=form(), words=replace(WORDS, statement_ids=frozenset({line.pk})), by=council.by, at=NOW)
    stored = Entry.objects.get()
    assert (stored.state, stored.kept_at, stored.hours, stored.impact) == (
        EntryState.KEPT,
        NOW,
        WORDS.hours,
        WORDS.impact,
    )
    assert list(stored.statements.all()) == [line]
    assert entry.is_kept
    assert events() == [("development.entry.keep", "draft", "kept")]


def test_events_name_fields_and_never_their_words(council):
    keep(form=form(), words=WORDS, by=council.by, at=NOW)
    event = Event.objects.get()
    assert (event.changed, event.note, event.about_id) == (["kept_at", "state"], "", council.author.pk)


def test_form_sent_twice_makes_one_entry(council):
    sent = form()
    first = keep(form=sent, words=WORDS, by=council.by, at=NOW)
    second = keep(form=sent, words=WORDS, by=council.by, at=LATER)
    assert (second.pk, Entry.objects.count(), Entry.objects.get().changed_at) == (first.pk, 1, NOW)


def test_form_of_somebody_else_with_the_same_token_makes_another_entry(council):
    sent = form()
    mine = keep(form=sent, words=WORDS, by=council.by, at=NOW)
    other = keep(form=sent, words=WORDS, by=as_actor(council.colleague), at=NOW)
    assert (mine.author, other.author) == (council.author, council.colleague)


def test_draft_left_again_and_kept_is_the_same_entry(council):
    left = leave_as_draft(form=form(), words=Words(title="Half"), by=council.by, at=NOW)
    again = leave_as_draft(form=form(left.token, NOW), words=Words(title="More"), by=council.by, at=LATER)
    kept = keep(form=form(left.token, LATER), words=WORDS, by=council.by, at=LATER)
    assert {left.pk, again.pk, kept.pk} == {left.pk}
    assert (kept.state, kept.title, kept.created_at) == (EntryState.KEPT, WORDS.title, NOW)


def test_kept_entry_changed_says_which_fields_changed(council):
    entry = kept_by(council.author)
    line, *_ = framework()
    words = replace(WORDS, title="Another", statement_ids=frozenset({line.pk}))
    changed = keep(form=form(entry.token, NOW), words=words, by=council.by, at=LATER)
    event = Event.objects.order_by("pk").last()
    assert (changed.title, changed.changed_at, changed.kept_at) == ("Another", LATER, NOW)
    assert (event.act, event.changed, event.to_state) == ("development.entry.keep", ["statements", "title"], "")


def test_entry_changed_in_another_tab_is_not_overwritten(council):
    entry = kept_by(council.author)
    keep(form=form(entry.token, NOW), words=replace(WORDS, learnt="Tab one"), by=council.by, at=LATER)
    with pytest.raises(ChangedSince, match="another tab"):
        keep(form=form(entry.token, NOW), words=replace(WORDS, learnt="Tab two"), by=council.by, at=LATER)
    assert Entry.objects.get().learnt == "Tab one"


def test_draft_changed_in_another_tab_is_not_overwritten(council):
    entry = leave_as_draft(form=form(), words=Words(title="One"), by=council.by, at=NOW)
    with pytest.raises(ChangedSince, match="another tab"):
        leave_as_draft(form=form(entry.token), words=Words(title="Two"), by=council.by, at=LATER)
    assert Entry.objects.get().title == "One"


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"title": ""}, "title", "Give it a title, so that you find it again."),
        ({"started_on": None}, "started_on", "Write when it was."),
        ({"way": ""}, "way", "Say how you learnt it mostly."),
        ({"happened": ""}, "happened", "Write what happened, in a sentence at least."),
        (
            {"started_on": date(2026, 11, 18)},
            "started_on",
            "Write a day that has been; an entry is about what you did.",
        ),
        (
            {"statement_ids": frozenset({987})},
            "statements",
            "One of the standards is no longer there. Open the page again and choose.",
        ),
    ],
)
def test_keeping_what_is_incomplete_or_impossible_is_refused_and_stores_nothing(council, change, field, reason):
    with pytest.raises(Refused) as refused:
        keep(form=form(), words=replace(WORDS, **change), by=council.by, at=NOW)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert (Entry.objects.count(), Event.objects.count()) == (0, 0)


def test_leaving_what_is_impossible_is_refused(council):
    with pytest.raises(Refused, match="one of the three ways") as refused:
        leave_as_draft(form=form(), words=Words(way="osmosis"), by=council.by, at=NOW)
    assert (refused.value.field, Entry.objects.count()) == ("way", 0)


def test_writing_by_somebody_without_an_organisation_is_refused(council):
    with pytest.raises(Refused, match="post or a membership"):
        keep(form=form(), words=WORDS, by=actor_of(council.author), at=NOW)


def test_entry_written_for_somebody_without_an_account_has_no_words_to_forget(council):
    by = replace(council.by, user_id=None)
    assert keep(form=form(), words=WORDS, by=by, at=NOW).author == council.author


def test_words_saved_by_the_form_itself_go_with_what_is_handed_in(council):
    owner, sent = account_of(council.author), form()
    entry = leave_as_draft(form=sent, words=Words(title="Half"), by=council.by, at=NOW)
    for key in (f"new-{sent.token}", str(entry.pk), "999"):
        save(owner=owner, form=DRAFT_FORM, key=key, sent=Sent(0, payload={"title": ["x"]}), at=NOW)
    keep(form=Form(sent.token, NOW), words=WORDS, by=council.by, at=LATER)
    assert list(Draft.objects.values_list("key", flat=True)) == ["999"]


def test_words_saved_by_the_form_stay_when_handing_in_is_refused(council):
    sent = form()
    owner = account_of(council.author)
    save(owner=owner, form=DRAFT_FORM, key=f"new-{sent.token}", sent=Sent(0, payload={"title": ["x"]}), at=NOW)
    with pytest.raises(Refused):
        keep(form=sent, words=Words(title="x"), by=council.by, at=NOW)
    assert Draft.objects.count() == 1


# every act × state, by the author: what becomes of the entry, or the refusal
ACTS = {
    "leave": lambda entry, by: leave_as_draft(form=form(entry.token, entry.changed_at), words=WORDS, by=by, at=NOW),
    "keep": lambda entry, by: keep(form=form(entry.token, entry.changed_at), words=WORDS, by=by, at=NOW),
    "withdraw": lambda entry, by: withdraw(entry=entry, reason="Wrong person", by=by, at=NOW),
    "bring_back": lambda entry, by: bring_back(entry=entry, by=by, at=NOW),
}
BRING_IT_BACK = "This entry is withdrawn. Bring it back first, then change it."


@pytest.mark.parametrize(
    ("act", "made", "expected"),
    [
        ("leave", {"draft": True}, EntryState.DRAFT),
        ("leave", {}, "This entry is kept already. Press “Keep this entry” to keep what you changed."),
        ("leave", {"withdrawn": True}, BRING_IT_BACK),
        ("keep", {"draft": True}, EntryState.KEPT),
        ("keep", {}, EntryState.KEPT),
        ("keep", {"withdrawn": True}, BRING_IT_BACK),
        ("withdraw", {"draft": True}, EntryState.WITHDRAWN),
        ("withdraw", {}, EntryState.WITHDRAWN),
        ("withdraw", {"withdrawn": True}, "This entry is withdrawn. What you can do now: bring back."),
        ("bring_back", {"draft": True}, "This entry is draft. What you can do now: keep or withdraw."),
        ("bring_back", {}, "This entry is kept. What you can do now: withdraw."),
        ("bring_back", {"withdrawn": True}, EntryState.DRAFT),
    ],
)
def test_act_in_a_state_moves_the_entry_or_says_why_not(council, act, made, expected):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    before = entry.state
    if expected in EntryState.values:
        ACTS[act](entry, council.by)
        assert Entry.objects.get().state == expected
    else:
        with pytest.raises(Refused) as refused:
            ACTS[act](entry, council.by)
        assert (refused.value.reason, Entry.objects.get().state) == (expected, before)


@pytest.mark.parametrize(("act", "made"), [("withdraw", {}), ("bring_back", {"withdrawn": True})])
def test_act_by_anybody_but_the_author_is_refused(council, act, made):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    with pytest.raises(Refused, match="for somebody else to do"):
        ACTS[act](entry, as_actor(council.manager))
    assert Entry.objects.get().state == entry.state


def test_withdrawing_keeps_the_reason_with_the_entry_and_out_of_the_audit(council):
    entry = withdraw(entry=kept_by(council.author), reason="  Wrong person  ", by=council.by, at=LATER)
    stored = Entry.objects.get()
    assert (stored.withdrawn_at, stored.withdrawn_because, entry.withdrawn_because) == (
        LATER,
        "Wrong person",
        "Wrong person",
    )
    assert set(Event.objects.values_list("note", flat=True)) == {""}


@pytest.mark.parametrize(
    ("reason", "said"),
    [("  ", "Say in a few words why. Only you will see it."), ("x" * 501, "Use at most 500 characters.")],
)
def test_withdrawing_a_kept_entry_without_or_with_too_long_a_reason_is_refused(council, reason, said):
    entry = kept_by(council.author)
    with pytest.raises(Refused) as refused:
        withdraw(entry=entry, reason=reason, by=council.by, at=LATER)
    assert (refused.value.reason, refused.value.field, Entry.objects.get().state) == (said, "reason", EntryState.KEPT)


def test_withdrawing_a_draft_needs_no_reason(council):
    draft = leave_as_draft(form=form(), words=Words(), by=council.by, at=NOW)
    assert withdraw(entry=draft, reason="", by=council.by, at=LATER).is_withdrawn


def test_bringing_back_clears_the_withdrawal_and_keeps_the_words(council):
    entry = withdraw(entry=kept_by(council.author), reason="Wrong", by=council.by, at=NOW)
    bring_back(entry=entry, by=council.by, at=LATER)
    stored = Entry.objects.get()
    assert (stored.state, stored.withdrawn_at, stored.withdrawn_because) == (EntryState.DRAFT, None, "")
    assert (stored.title, stored.way) == (WORDS.title, Way.EXPERIENCE)
