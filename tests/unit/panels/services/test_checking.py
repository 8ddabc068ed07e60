"""A submission is looked through: changes asked for, mended by the candidate, settled, accepted on one snapshot."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind
from panels.choices.panels import Seat
from panels.models import AskedItem, Case
from panels.rules.checking import Ask
from panels.rules.parts_of_policy import CheckItem
from panels.rules.policy import GATES, PanelRules
from panels.selectors.checks import checks_of, newer_than_taken
from panels.services.checking import NOT_OF_AN_ASYE, accept, ask, hand_back, mend, settle
from panels.services.locking import NOT_YOURS
from tests.factories.contents import content, snapshot_of
from tests.factories.panels import HANDED_IN_BY, PanelPolicyFactory, case_in, handed_in_by, seat_of
from tests.factories.people import NOW, RegistrationFactory, as_actor, holder_of

pytestmark = pytest.mark.django_db

PIECES, REGISTERED, NOTHING = "signed-pieces", "registration-live", "nothing-open"
SIGNED = CheckItem(code=PIECES, title="Every piece is signed", asks="Are all second signatures there?")
# Of what every panel looks for, all that needs no portfolio worked at here; and an item a person answers.
CHECKS = (*GATES[:3], SIGNED, GATES[4])
WHY = "The second observation is not signed."


@pytest.fixture
def case():
    """A case that was handed in with everything the record asks for, except that nobody knows of formal processes."""
    made = case_in("received")
    made.snapshot = handed_in_by(made.person, made.organisation)
    made.portfolio = made.snapshot.portfolio
    made.save()
    RegistrationFactory(person=made.person)
    Case.objects.filter(pk=made.pk).update(policy=PanelPolicyFactory(panel_rules=PanelRules(checks=CHECKS)))
    return Case.objects.get(pk=made.pk)


def clerk_of(case):
    return as_actor(seat_of(case.panel, Seat.CLERK))


def asked(case, *codes, reason=WHY):
    return ask(case=case, asks=[Ask(code, reason) for code in codes], by=clerk_of(case), at=NOW)


def mended(case, words="It is signed now."):
    for item in case.asked_items.filter(state="asked"):
        mend(item=item, answer=words, by=as_actor(case.person), at=NOW)
    return hand_back(case=case, by=as_actor(case.person), at=NOW)


def told(kind):
    return [notice.person for notice in Notice.objects.filter(kind=f"panels.checking.{kind}").order_by("pk")]


def test_what_is_asked_for_is_told_to_the_candidate_with_its_last_day(case):
    done = asked(case, PIECES, NOTHING)
    assert (done.state, done.moved_at) == ("changes_asked", NOW)
    items = [(each.code, each.title, each.reason, each.state, each.due_on) for each in done.asked_items.all()]
    due = NOW.date() + timedelta(days=10)
    titles = {each.code: each.title for each in CHECKS}
    assert items == [(code, titles[code], WHY, "asked", due) for code in (PIECES, NOTHING)]
    assert told("asked") == [case.person]
    assert "signed" not in Notice.objects.get().body
    assert Event.objects.filter(act="panels.case.ask_for_changes").count() == 1


def test_last_day_to_mend_is_before_the_panel_meets(case):
    case.sitting.on = NOW.date() + timedelta(days=4)
    case.sitting.save()
    assert asked(case, PIECES).asked_items.get().due_on == NOW.date() + timedelta(days=3)


@pytest.mark.parametrize(
    ("asks", "field"),
    [
        ([], "items"),
        ([Ask("shoe-size", WHY)], "items"),
        ([Ask(PIECES, WHY), Ask(PIECES, WHY)], "items"),
        ([Ask(PIECES, " ")], f"reason_{PIECES}"),
    ],
)
def test_items_are_of_the_list_once_and_with_a_reason(case, asks, field):
    with pytest.raises(Refused) as refused:
        ask(case=case, asks=asks, by=clerk_of(case), at=NOW)
    assert refused.value.field == field
    assert AskedItem.objects.count() == 0


def test_who_does_not_look_it_through_asks_settles_and_accepts_nothing(case):
    item = asked(case, PIECES).asked_items.get()
    for person in (case.person, seat_of(case.panel), holder_of(RoleCode.HR, case.organisation)):
        for act in (
            lambda by: ask(case=case, asks=[Ask(PIECES, WHY)], by=by, at=NOW),
            lambda by: settle(item=item, by=by, at=NOW),
            lambda by: accept(case=case, looked_at=(), by=by, at=NOW),
        ):
            with pytest.raises(Refused) as refused:
                act(as_actor(person))
            assert refused.value.reason == NOT_YOURS


def test_asked_again_while_it_waits_for_the_candidate_is_refused(case):
    asked(case, PIECES)
    with pytest.raises(Refused, match="Ask while you look a case through"):
        asked(case, REGISTERED)


def test_only_the_candidate_says_what_she_mended_and_once(case):
    item = asked(case, PIECES).asked_items.get()
    with pytest.raises(Refused) as refused:
        mend(item=item, answer="Done.", by=clerk_of(case), at=NOW)
    assert refused.value.reason == NOT_YOURS
    with pytest.raises(Refused) as refused:
        mend(item=item, answer=" ", by=as_actor(case.person), at=NOW)
    assert refused.value.field == "answer"
    done = mend(item=item, answer=" It is signed now. ", by=as_actor(case.person), at=NOW)
    assert (done.state, done.answer, done.mended_at) == ("mended", "It is signed now.", NOW)
    with pytest.raises(Refused, match="not asked for any more"):
        mend(item=item, answer="Once more.", by=as_actor(case.person), at=NOW)


def test_it_comes_back_to_who_asked_on_the_portfolio_handed_in_last(case):
    asker = holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    ask(case=case, asks=[Ask(PIECES, WHY)], by=as_actor(asker), at=NOW)
    with pytest.raises(Refused, match="Mend “Every piece is signed” first"):
        hand_back(case=case, by=as_actor(case.person), at=NOW)
    second = snapshot_of(content(pieces=3), case.portfolio, number=2)
    assert newer_than_taken(case) == second.number
    back = mended(case)
    assert (back.state, back.snapshot_id, newer_than_taken(back)) == ("changes_made", second.pk, None)
    assert told("answered") == [asker, seat_of(case.panel, Seat.CLERK)]


def test_nobody_else_hands_changes_back(case):
    asked(case, PIECES)
    with pytest.raises(Refused) as refused:
        hand_back(case=case, by=clerk_of(case), at=NOW)
    assert refused.value.reason == NOT_YOURS


def test_mended_item_that_is_asked_for_again_begins_anew(case):
    asked(case, PIECES)
    mended(case)
    again = asked(case, PIECES, reason="The third one, too.")
    states = again.asked_items.order_by("pk").values_list("state", "reason")
    assert list(states) == [("settled", WHY), ("asked", "The third one, too.")]


def test_settling_the_last_open_item_takes_the_case_back_from_the_candidate(case):
    first, second = asked(case, PIECES, NOTHING).asked_items.all()
    assert settle(item=first, by=clerk_of(case), at=NOW).state == "settled"
    case.refresh_from_db()
    assert (case.state, told("settled")) == ("changes_asked", [])
    settle(item=second, by=clerk_of(case), at=NOW)
    case.refresh_from_db()
    assert (case.state, told("settled")) == ("changes_made", [case.person])
    with pytest.raises(Refused, match="settled already"):
        settle(item=second, by=clerk_of(case), at=NOW)
    assert accept(case=case, looked_at=[PIECES, NOTHING], by=clerk_of(case), at=NOW).state == "accepted"


def test_accepted_case_rests_on_its_snapshot_and_takes_no_later_one(case):
    asked(case, PIECES)
    mended(case)
    accepted = accept(case=case, looked_at=[PIECES, NOTHING], by=clerk_of(case), at=NOW)
    assert (accepted.state, accepted.accepted_at, accepted.snapshot_id) == ("accepted", NOW, case.snapshot_id)
    assert list(accepted.asked_items.values_list("state", flat=True)) == ["settled"]
    assert told("accepted") == [case.person]
    event = Event.objects.get(act="panels.case.accept")
    assert event.note == "Looked at: Every piece is signed; No formal process is open: a yes or no, nothing more"
    snapshot_of(content(pieces=4), case.portfolio, number=2)
    with pytest.raises(Refused):
        hand_back(case=case, by=as_actor(case.person), at=NOW)
    accepted.refresh_from_db()
    assert accepted.snapshot_id == case.snapshot_id


def test_ties_the_record_says_are_noted_as_it_is_accepted(case):
    chair = seat_of(case.panel)
    case.person.posts.get().terms.update(line_manager=chair)
    accept(case=case, looked_at=[PIECES, NOTHING], by=clerk_of(case), at=NOW)
    assert list(case.ties.values_list("person", "kind", "state")) == [(chair.pk, "line_manager", "steps_back")]


def test_what_nobody_has_looked_at_keeps_it_from_being_accepted(case):
    with pytest.raises(Refused) as refused:
        accept(case=case, looked_at=[], by=clerk_of(case), at=NOW)
    assert (refused.value.field, refused.value.reason.startswith("Look at “Every piece is signed” and")) == (
        "looked_at",
        True,
    )


def test_pieces_that_are_missing_are_named_by_the_record(case):
    template = case.portfolio.template
    template.content["sections"][0]["pieces"] = {"least": 2}
    type(template).objects.filter(pk=template.pk).update(content=template.content)
    case.portfolio.sections.create(code="practice", changed_at=NOW)
    case.policy = PanelPolicyFactory(panel_rules=PanelRules(checks=(GATES[3],)))
    [found] = checks_of(case, on=NOW.date())
    assert (found.is_to_look_at, found.answer.is_met) == (False, False)
    assert found.answer.says.startswith("Missing: ")


@pytest.mark.parametrize("code", ["registration-live", "nothing-open", "manager-endorsed"])
def test_no_of_the_record_cannot_be_ticked_away(case, code):
    if code == REGISTERED:
        case.person.registrations.update(expires_on=NOW.date() - timedelta(days=1))
    elif code == NOTHING:
        said = {"formal_said_by": seat_of(case.panel), "formal_said_at": NOW}
        Case.objects.filter(pk=case.pk).update(has_formal_open=True, **said)
    else:
        type(case.sitting).objects.update(endorse_by=date(2026, 5, 13))
    with pytest.raises(Refused, match="The record says no to"):
        accept(case=case, looked_at=[each.code for each in CHECKS], by=clerk_of(case), at=NOW)


def test_more_time_holds_for_the_endorsement_and_a_policy_may_enforce_no_day(case):
    type(case.sitting).objects.update(endorse_by=date(2026, 5, 13))
    given = {"reason": "Ill.", "given_by": seat_of(case.panel), "given_at": NOW}
    case.refresh_from_db()
    case.extensions.create(until_on=HANDED_IN_BY, **given)
    [found] = [each for each in checks_of(case, on=NOW.date()) if each.item.code == "manager-endorsed"]
    assert found.answer.is_met is True
    case.extensions.all().delete()
    case.policy = PanelPolicyFactory(panel_rules=PanelRules(late_needs_extension=False))
    [found] = [each for each in checks_of(case, on=NOW.date()) if each.item.code == "manager-endorsed"]
    assert found.answer.is_met is True


def test_case_without_a_portfolio_is_not_accepted_whatever_its_policy_asks(case):
    kept = PanelPolicyFactory(panel_rules=PanelRules(checks=(GATES[4],)))
    Case.objects.filter(pk=case.pk).update(policy=kept, snapshot=None, portfolio=None)
    with pytest.raises(Refused, match="The portfolio is not handed in"):
        accept(case=case, looked_at=[NOTHING], by=clerk_of(case), at=NOW)
    unknown = [each.answer.is_met for each in checks_of(Case.objects.get(pk=case.pk), on=NOW.date())]
    assert unknown == [None]


def test_asye_is_asked_about_nothing_here_and_accepted_without_a_portfolio():
    case = case_in("received", kind=CaseKind.MODERATION)
    with pytest.raises(Refused) as refused:
        ask(case=case, asks=[Ask(PIECES, WHY)], by=clerk_of(case), at=NOW)
    assert refused.value.reason == NOT_OF_AN_ASYE
    assert checks_of(case, on=NOW.date()) == ()
    assert accept(case=case, looked_at=(), by=clerk_of(case), at=NOW).state == "accepted"


def test_candidate_for_a_post_is_eligible_for_it_once_her_case_is_accepted():
    case = case_in("received", kind=CaseKind.APPOINTMENT)
    snapshot = handed_in_by(case.person, case.organisation)
    policy = PanelPolicyFactory(panel_rules=PanelRules(checks=(SIGNED,)))
    Case.objects.filter(pk=case.pk).update(snapshot=snapshot, portfolio=snapshot.portfolio, policy=policy)
    clerk = as_actor(holder_of(RoleCode.PANEL_CLERK, case.organisation))
    accept(case=case, looked_at=[PIECES], by=clerk, at=NOW)
    assert list(case.appointments.values_list("state", "vacancy")) == [("eligible", case.vacancy_id)]
