"""What Herefordshire's career pathway asks for, shown through the portal."""

import pytest
from django.test import Client

from academy.development.choices import Kind
from academy.frameworks.models import Statement
from tests.checklist.workers import browser_of, form_of, kept_through_the_form, own_frameworks, words_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def principles():
    return words_of(Client().get("/o/herefordshire/"))


def test_expertise_stands_on_pcf_and_kss_for_adults_and_children(principles):
    assert "what all social workers hold: the Professional Capabilities Framework and the knowledge" in principles
    assert {"pcf-2018", "adult-pqs-2015"} <= own_frameworks(worker("bristol", service="adults"))
    assert {"pcf-2018", "child-family-pqs-2018"} <= own_frameworks(worker("herefordshire", service="children"))


@pytest.mark.parametrize(
    "commitment",
    [
        "critical reflection on themselves",
        "social justice",
        "anti-oppressive practice",
        "human rights",
        "strengths-based work",
        "partnership",
        "values and ethics",
    ],
)
def test_commitments_all_share_are_stated(principles, commitment):
    assert principles.count(commitment) == 1


def test_learning_is_said_to_be_a_professional_and_personal_duty_for_a_career(principles):
    assert "a professional and a personal responsibility for a whole career" in principles


def test_those_who_support_learning_are_named(principles):
    named = "Colleagues, educators, academics, researchers, regulators, line managers, leaders, human resources"
    assert f"{named} and the academy support this learning." in principles


def test_form_asks_why_and_how_with_theory_research_law_policy_and_experience():
    form = form_of(browser_of(worker("herefordshire", service="children")))

    assert "What happened, and why does it matter for your work?" in form
    assert "Which theory, research, law, policy or experience helped you, and how?" in form


def test_form_asks_for_impact_and_keeps_an_entry_without_it():
    client = browser_of(worker("herefordshire", service="children"))

    assert "What changed in your practice, and for people?" in form_of(client)
    assert kept_through_the_form(client, impact="").is_kept
    assert kept_through_the_form(client, impact="She came back.").impact == "She came back."


@pytest.mark.parametrize("kind", Kind.values)
def test_learning_of_every_kind_is_kept_short_and_without_hours(kind):
    kept = kept_through_the_form(browser_of(worker("herefordshire", service="children")), kind=kind, happened="Short.")

    assert (kept.kind, kept.is_kept, kept.hours) == (kind, True, None)


@pytest.mark.parametrize(
    ("job", "offered"),
    [
        ("support-worker", "care-certificate-2025"),
        ("occupational-therapist", "hcpc-ot-2023"),
        ("social-worker", "pcf-2018"),
    ],
)
def test_standards_offered_are_right_for_the_role(job, offered):
    every = {"care-certificate-2025", "hcpc-ot-2023", "pcf-2018"}

    assert own_frameworks(worker("bristol", job)) & every == {offered}


def test_nothing_is_computed_from_ticks():
    client = browser_of(worker("herefordshire", service="children"))
    kept = kept_through_the_form(client)
    client.get("/")  # takes up the message that it was kept
    pages = ("/", "/cpd/", "/people/me/", kept.get_absolute_url())
    bare = {page: words_of(client.get(page)) for page in pages}
    capabilities = Statement.objects.filter(version__framework__code="pcf", version__code="2018")

    kept.statements.set(capabilities)

    ticked = {page: words_of(client.get(page)) for page in pages}
    chips = ", ".join(f"PCF {line.code}" for line in capabilities)
    assert capabilities.count() == 9
    assert (ticked["/"], ticked["/people/me/"]) == (bare["/"], bare["/people/me/"])
    said = ticked[kept.get_absolute_url()]
    assert said.count("Speaks to") == 1
    assert not any(verdict in said for verdict in ("9 of 9", "per cent", "%", "covered", "complete", "achieved"))
    assert chips[:20] in ticked["/cpd/"]
