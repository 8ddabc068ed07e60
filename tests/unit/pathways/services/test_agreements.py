"""What counts because somebody the ladder names agreed to it (S2-165, S2-179, S2-180, S2-191, S2-196)."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.facts.keys import AGREEMENT
from academy.engines.facts.providers import facts_of
from academy.engines.notify.models import Notice
from pathways.models import Agreement
from pathways.services.agreements import Wish, agree, ask, decline, note, take_back
from tests.factories import pathways as made
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, as_actor, holder_of, member_of, staff_of

CREDITS = Wish(code="endorsed", words="Two modules at the university, 60 credits.")
TOPIC = Wish(code="specialist-module", words="The module on law, spring term.")


def asked(council, wish=CREDITS):
    return ask(organisation=council.organisation, wish=wish, by=council.by, at=NOW)


def refused(act, **said):
    with pytest.raises(Refused) as found:
        act(**said, at=NOW)
    return found.value.reason, found.value.field


def told():
    return [(notice.kind, notice.person_id) for notice in Notice.objects.order_by("pk")]


def test_asking_tells_whom_the_ladder_names(council):
    manager = asked(council)
    service = council.author.posts.get().terms.get().team.service
    hers = holder_of("service_manager", council.organisation, service=service)
    holder_of(
        "service_manager",
        council.organisation,
        service=staff_of(council.organisation).posts.get().terms.get().team.service,
    )
    topic = asked(council, TOPIC)

    assert (manager.what, manager.agreed_by_role) == ("The line manager agrees", "line_manager")
    assert (topic.what, topic.agreed_by_role) == ("A module on the agreed topic", "service_manager")
    assert told() == [("pathways.agreement.asked", council.manager.pk), ("pathways.agreement.asked", hers.pk)]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (
            Wish(code="a-cake", words="x"),
            ("The steps ahead let nothing of this name count. Open “Why not yet?” to see what does.", None),
        ),
        (
            Wish(code="endorsed", words=" "),
            ("Say what is to count: which course or work, where, and how much.", "words"),
        ),
        (Wish(code="endorsed", words="x" * 2001), ("Use at most 2,000 characters.", "words")),
        (TOPIC, ("There is no service manager who could agree. Ask your academy lead to enter one.", None)),
    ],
)
def test_asking_for_what_the_ladder_does_not_name_or_without_words_is_refused(council, wish, said):
    assert refused(ask, organisation=council.organisation, wish=wish, by=council.by) == said
    assert Agreement.objects.count() == 0


def test_asking_again_while_it_waits_and_without_a_post_is_refused(council):
    asked(council)
    member = as_actor(member_of(council.organisation))

    assert refused(ask, organisation=council.organisation, wish=CREDITS, by=council.by)[0] == (
        "This waits to be agreed already. Open it from “My pathway”."
    )
    assert refused(ask, organisation=council.organisation, wish=CREDITS, by=member)[0] == (
        "Ladders are for people with a post. Ask your academy lead."
    )


def test_what_is_agreed_is_a_fact_and_what_waits_or_was_declined_is_none(council):
    key = f"{AGREEMENT}:{council.organisation.slug}/endorsed"
    agreed = agree(agreement=asked(council), reason="I saw the certificates.", by=council.managing, at=NOW)
    decline(agreement=asked(council), reason="It is the same module.", by=council.managing, at=NOW)
    asked(council)
    made.agreement_in("agreed", person=council.author, code="endorsed")  # at another council

    found = facts_of([council.author.pk], on=TODAY, keys=[key])[council.author.pk]
    assert [(fact.key, fact.on, fact.by_relation, fact.link) for fact in found] == [
        (key, TODAY, "line_manager", f"/pathways/agreements/{agreed.pk}/")
    ]
    everything = facts_of([council.author.pk], on=TODAY, keys=[AGREEMENT])[council.author.pk]
    assert len(everything) == 2
    assert [kind for kind, person in told() if person == council.author.pk] == [
        "pathways.agreement.agreed",
        "pathways.agreement.declined",
    ]


@pytest.mark.parametrize("people", [1, 3])
def test_facts_of_many_people_cost_one_query(council, django_assert_num_queries, people):
    agreements = [made.agreement_in("agreed", organisation=council.organisation) for _ in range(people)]

    with django_assert_num_queries(1):
        found = facts_of([each.person_id for each in agreements], on=TODAY, keys=[AGREEMENT])
    assert [len(facts) for facts in found.values()] == [1] * people


def test_fact_counts_from_the_day_it_was_agreed(council):
    made.agreement_in("agreed", person=council.author, organisation=council.organisation)

    assert facts_of([council.author.pk], on=TODAY.replace(day=16), keys=[AGREEMENT])[council.author.pk] == ()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("  ", ("Say on what grounds, or why not. It is kept with the record.", "reason")),
        ("x" * 501, ("Use at most 500 characters.", "reason")),
    ],
)
def test_decision_without_grounds_is_refused(council, reason, said):
    agreement = asked(council)

    assert refused(agree, agreement=agreement, reason=reason, by=council.managing) == said
    assert refused(decline, agreement=agreement, reason=reason, by=council.managing) == said


def test_nobody_unnamed_decides_and_she_takes_it_back(council):
    agreement = asked(council)
    said = "This is for somebody else to do. If it should be you, ask your academy lead."
    lead = as_actor(holder_of("academy_lead", council.organisation))

    assert [refused(agree, agreement=agreement, reason="Yes.", by=by)[0] for by in (council.by, lead)] == [said, said]
    assert take_back(agreement=agreement, by=council.by, at=NOW).state == "taken_back"
    assert refused(agree, agreement=agreement, reason="Yes.", by=council.managing)[0] == (
        "This agreement is taken back. You cannot change it any more."
    )


def test_manager_notes_at_once_what_counts_and_her_deputy_for_her(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    said = {"person": council.author, "organisation": council.organisation, "wish": CREDITS, "reason": "Seen today."}

    noted = note(**said, by=council.managing, at=NOW)
    again = note(**said, by=as_actor(deputy), at=NOW)

    assert (noted.state, noted.decided_by, noted.decided_for) == ("agreed", council.manager, None)
    assert (again.decided_by, again.decided_for) == (deputy, council.manager)
    assert told() == [("pathways.agreement.noted", council.author.pk)] * 2
    events = Event.objects.filter(act="pathways.agreement.note").order_by("pk")
    assert [each.on_behalf_of.name if each.on_behalf_of else "" for each in events] == ["", council.manager.full_name]


def test_nobody_notes_for_herself_or_unnamed(council):
    said = {"person": council.author, "organisation": council.organisation, "wish": CREDITS, "reason": "Seen."}

    for by in (council.by, as_actor(council.colleague)):
        assert refused(note, **said, by=by)[0].startswith("This is for somebody else to do.")
    assert Agreement.objects.count() == 0
