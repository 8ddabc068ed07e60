"""Pathways: chosen by the person, agreed on both grounds, changed by another choice (S2-57, S2-146, S2-147, S2-182)."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from pathways.choices import ChoiceState
from pathways.models import Choice, Journey
from pathways.services.choices import Grounds, Wish, agree, ask, decline
from pathways.services.waiting_choices import take_back
from tests.factories import pathways as made
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of

BIA = Wish(pathway="mca-bia", words="I use the five principles every week.")
AMHP = Wish(pathway="amhp")
GROUNDS = Grounds(service_area="The team works with people who may lack capacity.", business_need="No assessor here.")


def chosen(council, wish=BIA):
    return ask(ladder=council.ladder, step="to-bg11", wish=wish, by=council.by, at=NOW)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason, found.value.field


def told():
    return sorted((notice.kind, notice.person_id) for notice in Notice.objects.all())


def test_choice_begins_the_journey_and_tells_the_manager_and_her_deputy(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)

    choice = chosen(council)

    assert (choice.journey.person, choice.journey.step, choice.pathway, choice.words) == (
        council.author,
        "to-bg11",
        "mca-bia",
        "I use the five principles every week.",
    )
    assert told() == [("pathways.choice.asked", person.pk) for person in (council.manager, deputy)]
    acts = Event.objects.exclude(act="notify.notice.send").order_by("pk").values_list("act", "about_id")
    assert list(acts) == [
        ("pathways.journey.begin", council.author.pk),
        ("pathways.choice.ask", council.author.pk),
    ]


def test_choice_joins_the_journey_under_way(council):
    journey = made.JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)

    assert chosen(council, AMHP).journey == journey


def test_choice_along_another_step_than_the_journeys_is_refused(council):
    made.JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder, step="to-bg12")

    assert refused(ask, ladder=council.ladder, step="to-bg11", wish=BIA, by=council.by)[0] == (
        "You are on your way along another step. Leave that first, or choose a pathway there."
    )


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish(pathway="surfing"), ("Choose one of the pathways shown.", "pathway")),
        (Wish(pathway="specialist"), ("Choose the topic of your module from the list.", "topic")),
        (Wish(pathway="specialist", topic="Sailing"), ("Choose the topic of your module from the list.", "topic")),
        (Wish(pathway="amhp", topic="Law"), ("This pathway asks for no topic.", "topic")),
        (
            Wish(pathway="mca-bia", words="  "),
            ("Say in a few words how you are ready. Your manager reads it.", "words"),
        ),
        (Wish(pathway="amhp", words="x" * 2001), ("Use at most 2,000 characters.", "words")),
    ],
)
def test_choice_that_does_not_fit_is_refused_and_nothing_begins(council, wish, said):
    assert refused(ask, ladder=council.ladder, step="to-bg11", wish=wish, by=council.by) == said
    assert Journey.objects.count() == 0


def test_nobody_without_a_person_chooses(council):
    portal = Actor.system("pathways", on=TODAY)

    assert refused(ask, ladder=council.ladder, step="to-bg11", wish=AMHP, by=portal)[0] == (
        "Ladders are for people with a post. Ask your academy lead."
    )


def test_topic_of_the_list_is_kept(council):
    assert chosen(council, Wish(pathway="specialist", topic=" Law ")).topic == "Law"


def test_second_choice_waits_for_the_first(council):
    choice = chosen(council)
    said = {"ladder": council.ladder, "step": "to-bg11", "by": council.by}

    assert refused(ask, wish=AMHP, **said)[0] == (
        "A choice of yours waits for your manager. Take it back first, then choose again."
    )
    assert take_back(choice=choice, by=council.by, at=NOW).state == ChoiceState.TAKEN_BACK
    assert chosen(council, AMHP).state == ChoiceState.ASKED


def test_manager_agrees_on_both_grounds(council):
    agreed = agree(choice=chosen(council), grounds=GROUNDS, by=council.managing, at=NOW)

    assert (agreed.state, agreed.decided_by_id, agreed.decided_for_id) == ("agreed", council.manager.pk, None)
    assert (agreed.service_area, agreed.business_need) == (GROUNDS.service_area, GROUNDS.business_need)
    assert ("pathways.choice.agreed", council.author.pk) in told()
    assert refused(ask, ladder=council.ladder, step="to-bg11", wish=BIA, by=council.by) == (
        "This is your pathway already.",
        "pathway",
    )


@pytest.mark.parametrize(
    ("grounds", "said"),
    [
        (Grounds(service_area=" ", business_need="x"), ("Say how it fits the service area.", "service_area")),
        (Grounds(service_area="x", business_need=""), ("Say what need of the service it meets.", "business_need")),
        (Grounds(service_area="x" * 501, business_need="x"), ("Use at most 500 characters.", "service_area")),
    ],
)
def test_agreeing_without_a_ground_is_refused(council, grounds, said):
    assert refused(agree, choice=chosen(council), grounds=grounds, by=council.managing) == said


def test_change_of_pathway_keeps_the_earlier_one(council):
    first = agree(choice=chosen(council), grounds=GROUNDS, by=council.managing, at=NOW)
    second = chosen(council, AMHP)
    assert Choice.objects.get(pk=first.pk).state == ChoiceState.AGREED

    agree(choice=second, grounds=GROUNDS, by=council.managing, at=NOW)

    states = {each.pathway: (each.state, each.ended_at) for each in Choice.objects.all()}
    assert states == {"mca-bia": ("changed", NOW), "amhp": ("agreed", None)}


def test_deputy_decides_and_both_names_stay(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)

    agreed = agree(choice=chosen(council), grounds=GROUNDS, by=as_actor(deputy), at=NOW)

    event = Event.objects.get(act="pathways.choice.agree")
    assert (agreed.decided_by, agreed.decided_for) == (deputy, council.manager)
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, council.manager.full_name)


def test_declining_says_why_and_leaves_what_was_agreed(council):
    first = agree(choice=chosen(council), grounds=GROUNDS, by=council.managing, at=NOW)
    second = chosen(council, AMHP)

    assert refused(decline, choice=second, reason=" ", by=council.managing) == (
        "Say why not, and what would help. She reads it.",
        "reason",
    )
    declined = decline(choice=second, reason="After the summer.", by=council.managing, at=NOW)

    assert (declined.state, declined.reason, declined.ended_at) == ("declined", "After the summer.", NOW)
    assert Choice.objects.get(pk=first.pk).state == ChoiceState.AGREED
    assert ("pathways.choice.declined", council.author.pk) in told()


@pytest.mark.parametrize("who", ["author", "colleague"])
def test_nobody_but_the_manager_decides(council, who):
    choice = chosen(council)
    by = as_actor(getattr(council, who))
    said = "This is for somebody else to do. If it should be you, ask your academy lead."

    assert refused(agree, choice=choice, grounds=GROUNDS, by=by)[0] == said
    assert refused(decline, choice=choice, reason="No.", by=by)[0] == said
    assert Choice.objects.get().state == ChoiceState.ASKED


def test_second_press_finds_the_choice_decided(council):
    choice = chosen(council)
    agree(choice=choice, grounds=GROUNDS, by=council.managing, at=NOW)

    assert refused(agree, choice=choice, grounds=GROUNDS, by=council.managing)[0] == (
        "This choice is agreed already. Open it again to see how it stands."
    )
    assert Choice.objects.get().state == ChoiceState.AGREED


def test_choice_of_a_journey_that_ended_is_not_agreed(council):
    choice = chosen(council)
    Journey.objects.update(state="left", ended_at=NOW, left_because="x")

    assert refused(agree, choice=choice, grounds=GROUNDS, by=council.managing)[0] == (
        "Her journey has ended, so there is nothing to agree to."
    )
    assert list(Choice.objects.waiting()) == []
