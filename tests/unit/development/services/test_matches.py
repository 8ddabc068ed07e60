from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.development.models import CoachMatch
from academy.development.rules.coaching import Contract
from academy.development.services.matches import (
    Asked,
    accept,
    ask,
    decline,
    end,
    say_yes,
    sign,
    withdraw,
    write_contract,
)
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from tests.factories.coaching import CoachingTermsFactory, CoachMatchFactory, CoachProfileFactory, match_in
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.plans import GoalFactory

ASKED = Asked(area="career", words="More courage.")
CONTRACT = Contract(sessions=6, minutes=60, from_on=date(2026, 11, 20), until_on=date(2027, 5, 19))
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation, capacity=1)


@pytest.fixture
def her(council):
    return as_actor(council.colleague)


def of_the_two(council, coach, state, **said):
    return match_in(state, person=council.author, profile=coach, **said)


def test_coaching_is_asked_accepted_agreed_signed_and_ended(council, coach, her):
    terms = CoachingTermsFactory()
    goal = GoalFactory(person=council.author, organisation=council.organisation)
    asked = ask(profile=coach, asked=replace(ASKED, goal=goal), by=council.by, at=NOW)
    say_yes(match=accept(match=asked, by=her, at=NOW), by=council.by, at=NOW)
    written = write_contract(match=asked, contract=CONTRACT, by=her, at=LATER)
    sign(match=asked, seen=written.changed_at.isoformat(), by=her, at=LATER)
    begun = sign(match=asked, seen=written.changed_at.isoformat(), by=council.by, at=LATER)
    stood = (begun.state, begun.terms, begun.goal, begun.sessions_agreed, begun.until_on)
    ended = end(match=begun, because="done", by=council.by, at=LATER)

    assert stood == ("running", terms, goal, 6, CONTRACT.until_on)
    assert (ended.state, ended.ended_because, ended.ended_on) == ("ended", "done", council.by.on)
    kinds = Notice.objects.order_by("pk").values_list("kind", "person")
    assert [(kind.removeprefix("development.match."), to) for kind, to in kinds] == [
        ("asked", council.colleague.pk),
        ("accepted", council.author.pk),
        ("agreed", council.colleague.pk),
        ("signed", council.author.pk),
        ("begun", council.colleague.pk),
        ("ended", council.colleague.pk),
    ]


def test_no_mail_says_what_coaching_is_about(council, coach):
    ask(profile=coach, asked=ASKED, by=council.by, at=NOW)

    said = " ".join(f"{mail.subject} {mail.text}" for mail in Mail.objects.all())
    assert (Mail.objects.count(), "courage" in said, "areer" in said) == (1, False, False)


def test_taken_place_is_given_to_nobody_else_until_it_is_free_again(council, coach, her):
    asked = ask(profile=coach, asked=ASKED, by=council.by, at=NOW)
    other = as_actor(staff_of(council.organisation))
    with pytest.raises(Refused, match="All places of this coach are taken"):
        ask(profile=coach, asked=ASKED, by=other, at=NOW)
    decline(match=asked, because=" Too full. ", by=her, at=NOW)

    assert ask(profile=coach, asked=ASKED, by=other, at=NOW).state == "asked"
    assert CoachMatch.objects.get(person=council.author).declined_because == "Too full."


def test_declined_request_is_replaced_by_another_coach(council, coach, her):
    declined = of_the_two(council, coach, "declined")
    other = CoachProfileFactory(person=staff_of(council.organisation), organisation=council.organisation)

    again = ask(profile=other, asked=replace(ASKED, earlier=declined), by=council.by, at=NOW)

    assert (again.earlier, list(declined.later.all())) == (declined, [again])


def test_request_is_taken_back_and_the_coach_told(council, coach):
    withdrawn = withdraw(match=of_the_two(council, coach, "asked"), by=council.by, at=NOW)

    told = Notice.objects.get()
    assert (withdrawn.state, told.person, told.kind) == ("withdrawn", council.colleague, "development.match.withdrawn")


def test_line_manager_and_her_deputy_are_not_coaches_of_who_they_manage(council, coach):
    own = CoachProfileFactory(person=council.manager, organisation=council.organisation)
    DeputyFactory(person=council.manager, deputy=council.colleague, organisation=council.organisation)
    for profile in (own, coach):
        with pytest.raises(Refused, match="She is your line manager, or stands in for her"):
            ask(profile=profile, asked=ASKED, by=council.by, at=NOW)


def test_line_manager_asks_nobody_she_manages(council):
    profile = CoachProfileFactory(person=council.author, organisation=council.organisation)
    with pytest.raises(Refused, match="You are her line manager"):
        ask(profile=profile, asked=ASKED, by=as_actor(council.manager), at=NOW)


def test_nobody_asks_herself_or_the_same_coach_twice(council, coach, her):
    with pytest.raises(Refused, match="This is your own profile"):
        ask(profile=coach, asked=ASKED, by=her, at=NOW)
    of_the_two(council, coach, "offered")
    with pytest.raises(Refused, match="You have asked this coach already"):
        ask(profile=coach, asked=ASKED, by=council.by, at=NOW)


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        ({"listed": False}, "This coach is no longer on the list."),
        ({"free_from": date(2027, 1, 4)}, "This coach takes nobody new yet."),
        ({"capacity": 0}, "All places of this coach are taken."),
    ],
)
def test_coach_who_takes_nobody_is_not_asked(council, profile, reason):
    coach = CoachProfileFactory(person=council.colleague, organisation=council.organisation, **profile)
    with pytest.raises(Refused, match=reason):
        ask(profile=coach, asked=ASKED, by=council.by, at=NOW)


def test_coach_who_left_is_not_asked(council):
    profile = CoachProfileFactory(person=staff_of(OrganisationFactory()), organisation=council.organisation)
    with pytest.raises(Refused, match="This coach has left"):
        ask(profile=profile, asked=ASKED, by=council.by, at=NOW)


@pytest.mark.parametrize("name", ["area", "goal", "earlier", "words"])
def test_answer_that_does_not_fit_is_refused_at_its_field(council, coach, name):
    coach.areas.create(area="career")
    wrong = {
        "area": lambda: "wellbeing",
        "goal": lambda: GoalFactory(organisation=council.organisation),
        "earlier": lambda: CoachMatchFactory(profile=coach, state="declined"),
        "words": lambda: "x" * 501,
    }
    with pytest.raises(Refused) as refused:
        ask(profile=coach, asked=replace(ASKED, **{name: wrong[name]()}), by=council.by, at=NOW)

    assert refused.value.field == name


def test_change_of_the_contract_takes_signatures_away(council, coach, her):
    CoachingTermsFactory()
    match = of_the_two(council, coach, "agreed")
    written = write_contract(match=match, contract=CONTRACT, by=her, at=NOW)
    sign(match=match, seen=written.changed_at.isoformat(), by=her, at=NOW)

    changed = write_contract(match=match, contract=replace(CONTRACT, sessions=4), by=council.by, at=LATER)

    assert (changed.coach_signed_at, changed.person_signed_at, changed.sessions_agreed) == (None, None, 4)


def test_contract_that_changed_meanwhile_is_not_signed(council, coach, her):
    CoachingTermsFactory()
    match = of_the_two(council, coach, "agreed")
    seen = write_contract(match=match, contract=CONTRACT, by=her, at=NOW).changed_at.isoformat()
    write_contract(match=match, contract=replace(CONTRACT, sessions=24), by=her, at=LATER)
    with pytest.raises(Refused, match="The contract has changed since you opened this page"):
        sign(match=match, seen=seen, by=council.by, at=LATER)


def test_contract_is_signed_once_by_each(council, coach, her):
    CoachingTermsFactory()
    match = of_the_two(council, coach, "agreed")
    seen = write_contract(match=match, contract=CONTRACT, by=her, at=NOW).changed_at.isoformat()
    sign(match=match, seen=seen, by=her, at=NOW)
    with pytest.raises(Refused, match="You have signed"):
        sign(match=match, seen=seen, by=her, at=NOW)


def test_contract_without_words_or_terms_is_not_signed(council, coach):
    match = of_the_two(council, coach, "agreed")
    with pytest.raises(Refused, match="how many sessions"):
        sign(match=match, seen="", by=council.by, at=NOW)
    seen = write_contract(match=match, contract=CONTRACT, by=council.by, at=NOW).changed_at.isoformat()
    with pytest.raises(Refused, match="no terms of coaching"):
        sign(match=match, seen=seen, by=council.by, at=NOW)


def test_contract_out_of_bounds_is_refused_at_its_field(council, coach):
    with pytest.raises(Refused) as refused:
        write_contract(
            match=of_the_two(council, coach, "agreed"), contract=replace(CONTRACT, sessions=25), by=council.by, at=NOW
        )

    assert refused.value.field == "sessions"


@pytest.mark.parametrize("state", ["asked", "running"])
def test_contract_is_made_between_both_yeses_and_the_signatures(council, coach, state):
    with pytest.raises(Refused, match="made after both have accepted"):
        write_contract(match=of_the_two(council, coach, state), contract=CONTRACT, by=council.by, at=NOW)


def test_nobody_else_acts_on_a_match(council, coach):
    manager = as_actor(council.manager)
    with pytest.raises(Refused, match="Only the two of them"):
        write_contract(match=of_the_two(council, coach, "agreed"), contract=CONTRACT, by=manager, at=NOW)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        end(match=CoachMatch.objects.get(), because="done", by=manager, at=NOW)


def test_coaching_ends_with_a_reason_from_the_list(council, coach):
    with pytest.raises(Refused, match="Choose one of the answers shown"):
        end(match=of_the_two(council, coach, "running"), because="we talked about her mother", by=council.by, at=NOW)


def test_words_of_a_decline_that_are_too_long_are_refused(council, coach, her):
    with pytest.raises(Refused) as refused:
        decline(match=of_the_two(council, coach, "asked"), because="x" * 501, by=her, at=NOW)

    assert refused.value.field == "because"
