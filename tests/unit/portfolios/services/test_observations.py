"""Planned, asked, moved, taken back, reflected on, withdrawn: an observation as the practitioner acts on it (S2-76)."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.links.models import Link
from academy.engines.notify.models import Mail, Notice
from academy.people.models import Terms
from portfolios.models import Evidence, Observation
from portfolios.services.observations import (
    call_back,
    move,
    plan,
    plan_again,
    reflect,
    withdraw,
)
from portfolios.services.observing import decline
from tests.factories.development import framework
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.observations import (
    DAY,
    OUTSIDE,
    ROSA,
    VISIT,
    WORDS,
    planned,
    planned_outside,
    reflected,
    with_link,
    written,
)
from tests.factories.people import NOW, DeputyFactory, as_actor, member_of, staff_of

LATER = DAY + timedelta(days=7)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason, found.value.field


def told():
    return sorted((notice.kind.rpartition(".")[2], notice.person_id) for notice in Notice.objects.all())


def mailed_outside():
    return [mail.kind.rpartition(".")[2] for mail in Mail.objects.filter(person=None).order_by("pk")]


def test_plan_asks_the_line_manager_at_once(council):
    statement = framework()[0]

    asked = planned(council.author, council.manager, statement_ids=frozenset({statement.pk}))

    observation = asked.observation
    assert (asked.state, asked.kind, asked.title, asked.asked_at) == ("asked", "observation", VISIT.title, NOW)
    assert (observation.observer, observation.planned_on, observation.focus) == (council.manager, DAY, "Pace.")
    assert list(asked.statements.all()) == [statement]
    assert told() == [("asked", council.manager.pk)]
    event = Event.objects.get(act="portfolios.observation.plan")
    assert (event.about_id, event.from_state, event.to_state) == (council.author.pk, "draft", "asked")


def test_plan_with_a_deputy_counts_as_the_line_managers(council):
    """Whoever stands in for the line manager may observe for her."""
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)

    assert planned(council.author, deputy).observation.relation == "line_manager"


def test_plan_by_somebody_else_as_line_manager_is_refused(council):
    """One observation a year is by the line manager (S2-76): the relation is what it counts as."""
    reason, field = refused(
        plan, plan=replace(VISIT, observer=council.colleague), token=uuid.uuid4(), by=as_actor(council.author)
    )

    said = f"{council.colleague.full_name} is not your line manager on 16 November 2026, nor stands in for them."
    assert (reason, field) == (f"{said} Say what else they are to you, or choose your line manager.", "relation")
    assert Evidence.objects.count() == 0


def test_line_manager_is_asked_of_the_planned_day(council):
    Terms.objects.filter(post__person=council.author).update(from_on=TODAY)
    wanted = replace(VISIT, observer=council.manager)

    reason, field = refused(plan, plan=wanted, token=uuid.uuid4(), by=council.by)

    said = f"{council.manager.full_name} is not your line manager on 16 November 2026"
    assert (reason.partition(",")[0], field) == (said, "relation")


@pytest.mark.parametrize(
    ("said", "words", "field"),
    [
        ({"planned_on": date(2020, 1, 1)}, "Choose a day within a year of today.", "planned_on"),
        ({"relation": "peer"}, "Your evidence policy does not let them observe. Choose another observer.", "relation"),
        ({"focus": "x" * 20001}, "Use at most 20,000 characters. You have 20,001.", "focus"),
        ({"title": "x" * 121}, "Use at most 120 characters. You have 121.", "title"),
        ({"observer": None}, "Choose somebody else: nobody observes herself.", "person"),
    ],
)
def test_plan_that_does_not_fit_is_refused_at_its_field(council, said, words, field):
    wanted = replace(VISIT, **{"observer": council.manager, **said})

    assert refused(plan, plan=wanted, token=uuid.uuid4(), by=as_actor(council.author)) == (words, field)


def test_plan_with_oneself_or_with_somebody_of_another_council_is_refused(council):
    strange = staff_of(OrganisationFactory())
    found = [
        refused(plan, plan=replace(VISIT, observer=observer), token=uuid.uuid4(), by=as_actor(council.author))
        for observer in (council.author, strange)
    ]

    assert found == [
        ("Choose somebody else: nobody observes herself.", "person"),
        ("Choose somebody of your own organisation, or name an observer outside it.", "person"),
    ]


@pytest.mark.parametrize(
    ("relation", "outsider", "words", "field"),
    [
        ("assessor", {"name": " "}, "Write the name of who observes.", "name"),
        ("assessor", {"email": ""}, "Write their e-mail address: that is where the link goes.", "email"),
        (
            "line_manager",
            {},
            "Your line manager has an account here. Choose them among your colleagues.",
            "relation",
        ),
        (
            "social_worker",
            {"registration": ""},
            "Write their registration number, as they give it.",
            "registration",
        ),
    ],
)
def test_outsider_who_does_not_fit_is_refused_at_the_field(council, relation, outsider, words, field):
    wanted = replace(OUTSIDE, relation=relation, outsider=replace(ROSA, **outsider))

    assert refused(plan, plan=wanted, token=uuid.uuid4(), by=as_actor(council.author)) == (words, field)


def test_plan_with_an_outsider_sends_her_a_link_that_works_30_days_after_the_day(council):
    asked = planned_outside(council.author, planned_on=LATER)

    observation, (link, holder) = asked.observation, with_link()
    assert (observation.outsider_name, observation.outsider_email) == ("Rosa Whitlock", "rosa@hospice.example")
    assert (observation.outsider_registration, observation.observer) == ("SW10101", None)
    assert (link.purpose, link.subject_id, link.expires_at) == (
        "portfolios-observe",
        str(asked.pk),
        NOW + timedelta(days=(LATER - TODAY).days + 30),
    )
    assert (holder.label, told(), mailed_outside()) == ("Rosa Whitlock", [], ["observe_link"])


def test_form_sent_twice_is_one_observation(council):
    token, wanted = uuid.uuid4(), replace(VISIT, observer=council.manager)
    plan(plan=wanted, token=token, by=as_actor(council.author), at=NOW)

    assert refused(plan, plan=wanted, token=token, by=as_actor(council.author)) == (
        "This was sent already. You find it among your evidence.",
        None,
    )
    assert Evidence.objects.count() == 1


def test_who_has_no_post_there_plans_nothing(council):
    candidate = member_of(council.organisation)
    nobody = replace(as_actor(council.author), person_id=None)
    elsewhere = replace(as_actor(council.author), organisation_id=None)
    found = {
        refused(plan, plan=replace(VISIT, observer=council.manager), token=uuid.uuid4(), by=by)[0]
        for by in (as_actor(candidate), nobody, elsewhere)
    }

    assert found == {"Evidence is gathered where you have a post. Choose that organisation first."}


def test_moved_day_is_told_to_the_observer(council):
    asked = planned(council.author, council.manager)

    moved = move(evidence=asked, planned_on=LATER, by=as_actor(council.author), at=NOW)

    assert (moved.planned_on, told()) == (LATER, [("asked", council.manager.pk), ("moved", council.manager.pk)])
    assert Event.objects.get(act="portfolios.observation.move").changed == ["planned_on"]


def test_moved_day_brings_an_outsider_a_new_link(council):
    asked = planned_outside(council.author)

    move(evidence=asked, planned_on=LATER, by=as_actor(council.author), at=NOW)

    assert (mailed_outside(), Link.objects.filter(withdrawn_at=None).count()) == (["observe_link"] * 2, 1)


def test_move_that_does_not_fit_is_refused(council):
    asked, own = planned(council.author, council.manager), as_actor(council.author)
    Terms.objects.filter(post__person=council.author).update(until_on=DAY)
    found = [
        refused(move, evidence=asked, planned_on=DAY, by=own),
        refused(move, evidence=asked, planned_on=date(2030, 1, 1), by=own),
        refused(move, evidence=asked, planned_on=LATER, by=own)[1],
        refused(move, evidence=asked, planned_on=LATER, by=as_actor(council.manager))[0],
    ]
    call_back(evidence=asked, by=own, at=NOW)
    found.append(refused(move, evidence=asked, planned_on=LATER, by=own)[0])

    assert found == [
        ("It is planned for this day already.", "planned_on"),
        ("Choose a day within a year of today.", "planned_on"),
        "relation",
        "Only the person whose practice it is moves it.",
        "Only an observation that waits to be written can be moved.",
    ]


def test_called_back_it_can_be_asked_of_somebody_else(council):
    asked, own = planned_outside(council.author), as_actor(council.author)

    draft = call_back(evidence=asked, by=own, at=NOW)
    called_off = (draft.state, mailed_outside(), Link.objects.filter(withdrawn_at=None).count())
    again = plan_again(evidence=draft, plan=replace(VISIT, observer=council.manager, title=""), by=own, at=NOW)

    observation = Observation.objects.get(pk=again.pk)
    assert called_off == ("draft", ["observe_link", "called_off"], 0)
    assert (again.state, again.title, observation.observer) == ("asked", "A visit", council.manager)
    assert (observation.outsider_name, observation.outsider_email) == ("", "")
    assert set(Link.objects.values_list("holder_name", "holder_email")) == {("", "")}


def test_asked_again_the_reason_before_is_gone_and_only_she_asks(council):
    asked, own = planned(council.author, council.manager), as_actor(council.author)
    draft = decline(evidence=asked, reason="I am away.", by=as_actor(council.manager), at=NOW)
    wanted = replace(VISIT, observer=council.manager)

    assert refused(plan_again, evidence=draft, plan=wanted, by=as_actor(council.manager))[0] == (
        "Only the person whose practice it is plans it."
    )
    assert plan_again(evidence=draft, plan=wanted, by=own, at=NOW).returned_because == ""


def test_reflection_keeps_words_and_standards_and_asks_the_observer_to_judge(council):
    statement = framework()[0]
    answered = written(planned(council.author, council.manager))

    done = reflect(
        evidence=answered,
        words=f" {WORDS}\r\n",
        statement_ids=frozenset({statement.pk}),
        by=as_actor(council.author),
        at=NOW,
    )

    assert (done.state, done.reflection, list(done.statements.all())) == ("reflected", WORDS, [statement])
    assert Observation.objects.get(pk=done.pk).reflected_at == NOW
    assert told() == [
        ("asked", council.manager.pk),
        ("reflected", council.manager.pk),
        *[("written", council.author.pk)],
    ]


def test_reflection_without_words_or_before_it_is_written_is_refused(council):
    asked, own = planned(council.author, council.manager), as_actor(council.author)
    early = refused(reflect, evidence=asked, words=WORDS, statement_ids=frozenset(), by=own)[0]
    answered = written(asked)

    assert early.startswith("This evidence is waits for the other person.")
    assert refused(reflect, evidence=answered, words=" ", statement_ids=frozenset(), by=own) == (
        "Write what you take from it.",
        "reflection",
    )


def test_withdrawn_it_ends_links_deletes_the_address_and_tells_who_was_to_do_something(council):
    asked = planned_outside(council.author)

    gone = withdraw(evidence=asked, reason=" Planned twice. ", by=as_actor(council.author), at=NOW)

    link = Link.objects.get()
    assert (gone.state, gone.withdrawn_because, gone.withdrawn_at) == ("withdrawn", "Planned twice.", NOW)
    assert (Observation.objects.get().outsider_email, link.holder_email, link.withdrawn_at) == ("", "", NOW)
    assert (Observation.objects.get().outsider_name, mailed_outside()) == (
        "Rosa Whitlock",
        ["observe_link", "called_off"],
    )


def test_withdrawn_before_anybody_waits_nobody_is_told(council):
    draft = call_back(evidence=planned(council.author, council.manager), by=as_actor(council.author), at=NOW)
    before = told()

    withdraw(evidence=draft, reason="", by=as_actor(council.author), at=NOW)

    assert told() == before


def test_nobody_else_reflects_or_withdraws(council):
    waiting = reflected(planned(council.author, council.manager))
    others = [as_actor(person) for person in (council.manager, council.colleague, PersonFactory())]

    found = {refused(withdraw, evidence=waiting, reason="", by=other)[0] for other in others}
    assert found == {"This is for somebody else to do. If it should be you, ask your academy lead."}
