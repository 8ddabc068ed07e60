"""Choosing a pathway, deciding about it, what counts by agreement, and sittings, on their pages."""

from datetime import date

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from pathways.models import Agreement, Choice, Journey, Sitting
from tests.factories import pathways as made
from tests.factories.people import holder_of

GROUNDS = {"service_area": "It fits the team.", "business_need": "No assessor here."}
JUNE = {"purpose": "progression", "on": "24 June 2027", "submit_by": "6 May 2027", "endorse_by": "29 April 2027"}


def at(name, *args):
    return reverse(f"pathways:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def hers(council):
    return council.client(council.author)


@pytest.fixture
def managers(council):
    return council.client(council.manager)


def chosen(council, client, pathway="amhp", **said):
    return client.post(at("choose-pathway", council.ladder.pk, "to-bg11", pathway), {"words": "", **said})


def test_pathways_are_read_and_one_is_chosen(council, hers):
    shown = words(hers.get(at("choose")))
    one = words(hers.get(at("choose-pathway", council.ladder.pk, "to-bg11", "mca-bia")))

    assert "Towards BG11 Experienced" in shown
    assert shown.count("Read and choose") == 3
    assert "Topics to agree on:</strong> Law; Mental health." in shown
    assert "your manager decides." in one
    assert "How are you ready for it, and why this pathway?" in one

    response = chosen(council, hers)
    choice = Choice.objects.get()
    assert (response.url, choice.pathway, choice.journey.person) == (choice.get_absolute_url(), "amhp", council.author)
    assert f"with {council.manager.full_name} since today" in words(hers.get(choice.get_absolute_url()))
    assert "waits for your manager" in words(hers.get(at("choose")))


def test_choice_with_faults_is_shown_again_with_them_at_their_fields(council, hers):
    response = chosen(council, hers, "specialist")

    assert (response.status_code, set(response.context["form"].errors)) == (422, {"topic"})
    assert Choice.objects.count() == 0


@pytest.mark.parametrize(("step", "pathway"), [("to-bg12", "amhp"), ("to-bg11", "surfing")])
def test_pathway_that_is_none_of_hers_is_not_found(council, hers, step, pathway):
    assert hers.get(at("choose-pathway", council.ladder.pk, step, pathway)).status_code == 404


def test_manager_reads_agrees_and_the_change_ends_the_earlier_one(council, hers, managers):
    chosen(council, hers)
    first = Choice.objects.get()
    shown = words(managers.get(first.get_absolute_url()))
    faulty = managers.post(at("agree-choice", first.pk), {"service_area": "It fits.", "business_need": ""})
    agreed = managers.post(at("agree-choice", first.pk), GROUNDS)

    assert "Say why not yet" in shown
    assert (faulty.status_code, set(faulty.context["form"].errors)) == (422, {"business_need"})
    assert agreed.url == first.get_absolute_url()
    assert Event.objects.filter(kind="read", about_id=council.author.pk).count() == 1
    chosen(council, hers, "specialist", topic="Law")
    second = Choice.objects.get(pathway="specialist")
    managers.post(at("agree-choice", second.pk), GROUNDS)
    page = words(hers.get(at("choices")))
    assert [each.state for each in Choice.objects.order_by("pk")] == ["changed", "agreed"]
    assert "Changed for another" in page
    assert f"{council.manager.full_name}, 17 November 2026" in page
    assert "Set a goal for this" in words(hers.get(second.get_absolute_url()))


def test_manager_says_why_not_and_she_takes_the_next_one_back(council, hers, managers):
    chosen(council, hers)
    first = Choice.objects.get()
    assert managers.post(at("decline-choice", first.pk), {"reason": "After the summer."}).url
    assert "After the summer." in words(hers.get(first.get_absolute_url()))
    chosen(council, hers)
    second = Choice.objects.latest("pk")

    assert hers.post(at("take-back-choice", second.pk)).url == at("choose")
    assert [each.state for each in Choice.objects.order_by("pk")] == ["declined", "taken_back"]


def test_journey_is_begun_moved_and_left_and_her_manager_reads_why(council, hers, managers):
    assert "Set out: BG10 Level 2 to BG11 Experienced" in words(hers.get(at("choices")))
    hers.post(at("begin-journey", council.ladder.pk, "to-bg11"))
    journey = Journey.objects.get()
    assert "Set out:" not in words(hers.get(at("choices")))
    assert managers.post(at("move-journey", journey.pk)).status_code == 403
    again = hers.post(at("move-journey", journey.pk), follow=True)
    newer = made.LadderVersionFactory(organisation=council.organisation, valid_from=date(2026, 11, 1))
    offered = words(hers.get(at("choices")))
    hers.post(at("move-journey", journey.pk))
    journey.refresh_from_db()

    assert "This ladder has changed" in words(again)
    assert "Yours keeps its rules." in offered
    assert journey.ladder == newer
    assert hers.post(at("leave-journey", journey.pk), {"because": ""}).status_code == 422
    assert hers.post(at("leave-journey", journey.pk), {"because": "I change teams."}).url == at("choices")
    assert "Left: I change teams." in words(managers.get(at("person-choices", council.author.pk)))


def test_what_counts_is_asked_decided_and_shown(council, hers, managers):
    listed = words(hers.get(at("agreements")))
    assert hers.get(at("ask-agreement", "a-cake")).status_code == 404
    asking = words(hers.get(at("ask-agreement", "endorsed")))
    hers.post(at("ask-agreement", "endorsed"), {"words": "Two modules, 60 credits."})
    agreement = Agreement.objects.get()
    seen = words(managers.get(agreement.get_absolute_url()))
    deciding = words(managers.get(at("decide-agreement", agreement.pk)))
    managers.post(at("decide-agreement", agreement.pk), {"outcome": "agree", "reason": "Certificates seen."})

    assert "The line manager agrees</a>, agreed by your line manager" in listed
    assert "Say whether it counts" in seen
    assert "Your ladder lets this count once your line manager agrees." in asking
    assert "Two modules, 60 credits." in deciding
    shown = words(hers.get(agreement.get_absolute_url()))
    assert "Certificates seen." in shown
    assert f"{council.manager.full_name}, 17 November 2026" in shown


def test_what_counts_is_declined_taken_back_and_noted(council, hers, managers):
    for _ in range(2):
        hers.post(at("ask-agreement", "endorsed"), {"words": "A module."})
        newest = Agreement.objects.latest("pk")
        if newest.pk == Agreement.objects.earliest("pk").pk:
            managers.post(at("decide-agreement", newest.pk), {"outcome": "decline", "reason": "Not this one."})
    hers.post(at("take-back-agreement", newest.pk))
    said = {"words": "The other module.", "reason": "Talked over in supervision."}
    kept = words(managers.get(at("person-choices", council.author.pk)))
    assert at("note-agreement", council.author.pk, "endorsed") in kept
    assert managers.get(at("note-agreement", council.author.pk, "endorsed")).status_code == 200
    noted = managers.post(at("note-agreement", council.author.pk, "endorsed"), said)

    assert [each.state for each in Agreement.objects.order_by("pk")] == ["declined", "taken_back", "agreed"]
    assert noted.url == Agreement.objects.latest("pk").get_absolute_url()
    assert hers.get(at("note-agreement", council.author.pk, "endorsed")).status_code == 404


def test_academy_adds_changes_and_cancels_a_sitting_everybody_sees(council, hers):
    keeper = council.client(holder_of("academy_staff", council.organisation))
    kept = reverse("pathways_settings:sittings")
    faulty = keeper.post(f"{kept}add/", {**JUNE, "submit_by": "25 June 2027"})
    added = keeper.post(f"{kept}add/", {**JUNE, "on": "20 June 2027"}, follow=True)
    sitting = Sitting.objects.latest("pk")

    assert (faulty.status_code, set(faulty.context["form"].errors)) == (422, {"submit_by"})
    assert "The panel meets on 20 June 2027, a Sunday." in words(added)
    keeper.post(f"{kept}{sitting.pk}/change/", JUNE)
    assert "24 June 2027" in words(hers.get(at("sittings")))
    keeper.post(f"{kept}{sitting.pk}/cancel/", {"because": "The room is gone."})
    assert "Cancelled: The room is gone." in words(hers.get(at("sittings")))
    assert hers.get(kept).status_code == 403
    assert keeper.get(f"{kept}{sitting.pk}/change/").status_code == 404
