"""Written, declined, judged: an observation as the observer acts on it, signed in or by her link (D1-48, D1-54)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from academy.engines.notify.models import Notice
from academy.people.models import Terms
from portfolios.models import Evidence, Observation
from portfolios.services.observations import reflect
from portfolios.services.observing import Judged, decline, judge, observe
from tests.factories.identity import TODAY
from tests.factories.observations import (
    DAY,
    JUDGED,
    SEEN,
    WORDS,
    planned,
    planned_outside,
    reflected,
    with_link,
    written,
)
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason, found.value.field


def told(person):
    return [each.kind.rpartition(".")[2] for each in Notice.objects.filter(person=person).order_by("pk")]


def test_observer_writes_what_she_saw_and_the_practitioner_is_told(council):
    answered = written(planned(council.author, council.manager))

    observation = Observation.objects.get(pk=answered.pk)
    assert (answered.state, answered.happened_on, observation.seen_at) == ("answered", DAY, NOW)
    assert (observation.seen, observation.strengths, observation.to_develop, observation.people_agreed) == (
        SEEN.seen,
        "Time.",
        "Say the options sooner.",
        True,
    )
    assert told(council.author) == ["written"]


@pytest.mark.parametrize(
    ("said", "words", "field"),
    [
        (
            {"happened_on": TODAY + timedelta(days=1)},
            "This day is still to come. Write the day on which you observed.",
            "happened_on",
        ),
        ({"happened_on": date(2024, 1, 1)}, "Choose a day within a year of today.", "happened_on"),
        (
            {"people_agreed": False},
            "It can be written only if the people present agreed. If not, say that you cannot do it.",
            None,
        ),
        ({"seen": " "}, "Write what you saw.", "seen"),
        ({"strengths": "x" * 20001}, "Use at most 20,000 characters. You have 20,001.", "strengths"),
    ],
)
def test_writing_that_does_not_fit_is_refused_at_its_field(council, said, words, field):
    asked = planned(council.author, council.manager)

    assert refused(observe, evidence=asked, seen=replace(SEEN, **said), by=council.managing) == (words, field)


def test_line_managers_observation_is_of_a_day_on_which_she_was(council):
    """The relation is what it counts as (S2-76), so it is judged by the day it was."""
    asked = planned(council.author, council.manager)
    Terms.objects.filter(post__person=council.author).update(from_on=DAY)
    early = replace(SEEN, happened_on=DAY - timedelta(days=1))

    reason, field = refused(observe, evidence=asked, seen=early, by=council.managing)

    whose = council.author.short_name
    assert field == "happened_on"
    assert reason == (
        f"{council.manager.full_name} is not {whose}’s line manager on 15 November 2026, nor stands in for them. "
        "Say that you cannot do it, and they ask you as a colleague."
    )
    assert Evidence.objects.get().state == "asked"


def test_colleague_who_observes_as_assessor_need_not_be_her_manager(council):
    answered = written(planned(council.author, council.colleague, relation="assessor"))

    assert (answered.state, answered.observation.relation) == ("answered", "assessor")


def test_nobody_but_the_observer_writes(council):
    asked = planned(council.author, council.manager)
    found = {
        refused(observe, evidence=asked, seen=SEEN, by=as_actor(who))[0] for who in (council.author, council.colleague)
    }

    assert found == {"This is for somebody else to do. If it should be you, ask your academy lead."}


def test_declined_it_is_the_practitioners_again_with_the_reason(council):
    asked = planned(council.author, council.manager)

    assert refused(decline, evidence=asked, reason=" ", by=council.managing) == (
        "Say in a few words why. They read it.",
        "reason",
    )
    draft = decline(evidence=asked, reason=" I am away. ", by=council.managing, at=NOW)
    assert (draft.state, draft.returned_because, told(council.author)) == ("draft", "I am away.", ["declined"])


def test_judgement_in_words_completes_it_and_nothing_is_worked_out(council):
    """A judgement is one of three words and a reason; no outcome comes of it (D1-54)."""
    waiting = reflected(planned(council.author, council.manager))

    complete = judge(evidence=waiting, judged=JUDGED, by=council.managing, at=NOW)

    observation = Observation.objects.get(pk=complete.pk)
    assert (complete.state, complete.completed_at, complete.signed_by, complete.signed_for) == (
        "complete",
        NOW,
        council.manager,
        None,
    )
    assert (observation.judgement, observation.judgement_reason, observation.judged_at) == (
        "shown",
        JUDGED.reason,
        NOW,
    )
    assert told(council.author) == ["written", "judged"]


def test_deputy_judges_for_the_line_manager_and_both_names_stay(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    waiting = reflected(planned(council.author, deputy))

    complete = judge(evidence=waiting, judged=JUDGED, by=as_actor(deputy), at=NOW)

    assert (complete.signed_by, complete.signed_for) == (deputy, council.manager)
    event = Event.objects.get(act="portfolios.observation.judge")
    assert event.on_behalf_of.name == council.manager.full_name


@pytest.mark.parametrize(
    ("judged", "words", "field"),
    [
        (Judged(judgement="pass", reason="Yes."), "Choose one of the answers shown.", "judgement"),
        (Judged(judgement="partly", reason=" "), "Say why: what of what you saw shows it.", "reason"),
    ],
)
def test_judgement_that_does_not_fit_is_refused_at_its_field(council, judged, words, field):
    waiting = reflected(planned(council.author, council.manager))

    assert refused(judge, evidence=waiting, judged=judged, by=council.managing) == (words, field)


def test_outsider_writes_and_judges_by_two_links_and_her_address_is_deleted(council):
    asked = planned_outside(council.author)
    link, rosa = with_link()
    answered = observe(evidence=asked, seen=SEEN, by=rosa, at=NOW, link=link)
    reflect(evidence=answered, words=WORDS, statement_ids=frozenset(), by=council.by, at=NOW)
    second, rosa = with_link()

    complete = judge(evidence=answered, judged=JUDGED, by=rosa, at=NOW, link=second)

    observation = Observation.objects.get(pk=complete.pk)
    assert (complete.state, complete.signed_by, second.purpose) == ("complete", None, "portfolios-judge")
    assert (observation.outsider_name, observation.outsider_email) == ("Rosa Whitlock", "")
    assert set(Link.objects.values_list("holder_name", "holder_email")) == {("", "")}
    assert Link.objects.filter(spent_at=NOW).count() == 2
    assert refused(judge, evidence=complete, judged=JUDGED, by=rosa, link=second)[0].startswith(
        "This evidence is complete."
    )


def test_link_used_once_writes_nothing_more(council):
    asked = planned_outside(council.author)
    link, rosa = with_link()
    decline(evidence=asked, reason="I am away.", by=rosa, at=NOW, link=link)
    Evidence.objects.update(state="asked")

    assert refused(observe, evidence=asked, seen=SEEN, by=rosa, link=link)[0] == (
        "This link can no longer be used. Please ask the person who sent it for a new one."
    )
    assert Observation.objects.get().seen == ""


def test_link_of_another_piece_opens_nothing(council):
    planned_outside(council.author)
    link, rosa = with_link()
    other = planned(council.author, council.manager)

    assert refused(observe, evidence=other, seen=SEEN, by=rosa, link=link)[0] == (
        "This is for somebody else to do. If it should be you, ask your academy lead."
    )
