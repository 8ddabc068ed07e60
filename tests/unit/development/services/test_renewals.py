from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.models import RenewalAct, RenewalPiece, Use
from academy.development.services.entries import Form, leave_as_draft
from academy.development.services.renewals import choose, note, take_back
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from tests.factories.development import WORDS, kept_by
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, as_actor
from tests.factories.renewals import regulators_loaded

LATER = NOW + timedelta(minutes=5)
DAY = date(2026, 11, 2)


@pytest.fixture
def by(council):
    regulators_loaded()
    RegistrationFactory(person=council.author)
    return council.by


def noted(by, act="fee", **said):
    return note(**{"regulator": "swe", "act": act, "done_on": DAY, "by": by, "at": NOW, **said})


def chosen(by, *entries, at=NOW):
    return choose(regulator="swe", entries=entries, by=by, at=at)


def test_noting_an_act_keeps_its_day_and_cycle(by, council):
    act = noted(by)
    assert (act.person, act.regulator, act.closes_on, act.act, act.done_on) == (
        council.author,
        "swe",
        date(2026, 11, 30),
        "fee",
        DAY,
    )
    event = Event.objects.get(act="development.renewal.note")
    assert (event.to_state, event.changed, event.about_id) == ("noted", ["done_on"], council.author.pk)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"done_on": TODAY + timedelta(days=1)}, "Write a day that has been: note it once you have done it."),
        ({"done_on": date(2026, 8, 31)}, "Write a day of the window, 1 September 2026 to 30 November 2026."),
        ({"act": "tea"}, "This is not asked of you this time. There is nothing to note."),
        (
            {"regulator": "hcpc"},
            "You are not registered with this regulator. Ask human resources to enter your registration.",
        ),
    ],
)
def test_noting_refuses_what_cannot_be(by, said, reason):
    with pytest.raises(Refused) as refused:
        noted(by, **said)
    assert (refused.value.reason, RenewalAct.objects.count()) == (reason, 0)


def test_noting_twice_is_refused(by):
    noted(by)
    with pytest.raises(Refused, match="noted already"):
        noted(by)


def test_noting_the_last_day_of_a_window_that_closed_is_allowed_in_the_month_after(by, council):
    noted(by, "form")
    after = as_actor(council.author, on=date(2026, 12, 3))
    act = noted(after, "fee", done_on=date(2026, 11, 30), at=NOW + timedelta(days=16))
    assert act.closes_on == date(2026, 11, 30)


def test_noting_is_for_people_who_belong(by):
    with pytest.raises(Refused, match="people with a post or a membership"):
        noted(Actor.system("beat", on=TODAY))


def test_taking_back_keeps_the_act_with_its_reason_and_makes_room_for_another(by, council):
    act = take_back(act=noted(by), reason=" It was the year before. ", by=by, at=LATER)
    assert (act.undone_at, act.undone_because) == (LATER, "It was the year before.")
    again = noted(by, at=LATER)
    assert list(RenewalAct.objects.noted()) == [again]


@pytest.mark.parametrize("reason", [" ", "x" * 501])
def test_taking_back_asks_for_a_reason_that_fits(by, reason):
    act = noted(by)
    with pytest.raises(Refused, match="Write why you take it back"):
        take_back(act=act, reason=reason, by=by, at=LATER)


def test_taking_back_twice_is_refused(by):
    act = take_back(act=noted(by), reason="Wrong.", by=by, at=LATER)
    with pytest.raises(Refused, match="taken back already"):
        take_back(act=act, reason="Wrong.", by=by, at=LATER)


def test_taking_back_what_somebody_else_noted_is_refused(by, council):
    act = noted(by)
    with pytest.raises(Refused, match="Only the person who noted it"):
        take_back(act=act, reason="Wrong.", by=as_actor(council.manager), at=LATER)


def test_choosing_pieces_keeps_their_versions_and_says_so_among_the_uses(by, council):
    one, two = kept_by(council.author), kept_by(council.author, words=replace(WORDS, title="Another"))
    pieces = chosen(by, one, two)
    assert [(piece.place, piece.entry_id, piece.version.number) for piece in pieces] == [(1, one.pk, 1), (2, two.pk, 1)]
    assert [(use.purpose, use.label, use.reference) for use in Use.objects.order_by("label")] == [
        ("regulator", "SWE piece 1", "swe/2026-11-30/1"),
        ("regulator", "SWE piece 2", "swe/2026-11-30/2"),
    ]
    acts = Event.objects.filter(act__startswith="development.renewal").values_list("act", flat=True)
    assert list(acts) == ["development.renewal.choose"]


def test_choosing_again_changes_only_what_differs(by, council):
    one, two = kept_by(council.author), kept_by(council.author, words=replace(WORDS, title="Another"))
    first = chosen(by, one, two)[0]
    three = kept_by(council.author, words=replace(WORDS, title="A third"))
    pieces = chosen(by, one, three, at=LATER)
    assert [(piece.pk == first.pk, piece.entry_id) for piece in pieces] == [(True, one.pk), (False, three.pk)]
    assert list(Use.objects.filter(label="SWE piece 2").values_list("version__entry", flat=True)) == [three.pk]
    assert RenewalPiece.objects.get(entry=two).replaced_at == LATER


def test_choosing_the_pieces_the_other_way_round_swaps_them(by, council):
    one, two = kept_by(council.author), kept_by(council.author, words=replace(WORDS, title="Another"))
    chosen(by, one, two)
    assert [piece.entry_id for piece in chosen(by, two, one, at=LATER)] == [two.pk, one.pk]
    assert Use.objects.count() == 2


def test_choosing_fewer_lets_the_others_go(by, council):
    one, two = kept_by(council.author), kept_by(council.author, words=replace(WORDS, title="Another"))
    chosen(by, one, two)
    assert [piece.entry_id for piece in chosen(by, one, at=LATER)] == [one.pk]
    assert Use.objects.count() == 1


def test_choosing_a_changed_entry_again_takes_its_new_words(by, council):
    entry = kept_by(council.author)
    chosen(by, entry)
    entry.learnt = "More."
    entry.save()
    piece = chosen(by, entry, at=LATER)[0]
    assert (piece.version.number, piece.version.text["learnt"]) == (2, "More.")


def test_choosing_refuses_the_same_entry_twice_too_many_and_none(by, council):
    entry = kept_by(council.author)
    for entries, reason in (
        ([entry, entry], "Choose different entries"),
        ([entry] * 3, "So many pieces are not asked"),
        ([], "Choose at least one piece."),
    ):
        with pytest.raises(Refused, match=reason):
            chosen(by, *entries)
    assert RenewalPiece.objects.count() == 0


def test_choosing_refuses_drafts_and_what_others_wrote(by, council):
    draft = leave_as_draft(form=Form(kept_by(council.manager).token), words=WORDS, by=by, at=NOW)
    with pytest.raises(Refused, match="Keep this entry first"):
        chosen(by, draft)
    with pytest.raises(Refused, match="Only the person who wrote it"):
        chosen(by, kept_by(council.colleague))


def test_choosing_after_the_pieces_were_sent_is_refused(by, council):
    chosen(by, kept_by(council.author))
    noted(by, "cpd")
    with pytest.raises(Refused, match="your pieces are sent"):
        chosen(by, kept_by(council.author, words=replace(WORDS, title="Another")))


def test_choosing_is_not_asked_of_who_joined_in_the_autumn(council):
    regulators_loaded()
    RegistrationFactory(person=council.author, from_on=date(2026, 9, 7))
    with pytest.raises(Refused, match="not asked of you this time"):
        chosen(council.by, kept_by(council.author))
