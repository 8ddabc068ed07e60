"""What Bexley's earlier page asks for, shown through the portal."""

import pytest

from academy.people.models import Service
from tests.checklist.workers import browser_of, kept_through_the_form, own_frameworks, words_of, worker
from tests.factories.identity import OrganisationFactory
from tests.factories.people import PostFactory, TermsFactory

pytestmark = pytest.mark.django_db


def test_offer_of_bexley_is_called_everyday_learning():
    assert "Everyday Learning: Begin, Flourish, Excel." in words_of(browser_of(worker("bexley")).get("/cpd/"))
    assert "Everyday Learning: Begin" not in words_of(browser_of(worker("bristol")).get("/cpd/"))


@pytest.mark.parametrize("job", ["social-worker", "support-worker", "occupational-therapist"])
def test_learning_reaches_every_service_of_every_employer(job):
    services = Service.objects.filter(organisation__kind="council", withdrawn_on=None).select_related("organisation")
    for service in services:
        person = worker(service.organisation.slug, job, service=service.kind)

        kept = kept_through_the_form(browser_of(person))

        assert (kept.author, kept.organisation, kept.is_kept) == (person, service.organisation, True)
        assert own_frameworks(person) != set(), f"{job} in {service}"
    assert {service.kind for service in services} == {"adults", "children"}


def test_management_post_may_span_health_and_social_care():
    manager = worker("bexley", "team-manager")
    trust = OrganisationFactory(name="Thames Health Trust", short_name="Thames Health", kind="partner")
    post = PostFactory(person=manager, organisation=trust, is_primary=False)
    TermsFactory(post=post, job_title="Integrated manager", team__name="Joint Discharge")

    page = words_of(browser_of(manager).get("/people/me/"))

    for words in ("Team manager", "Bexley", "Integrated manager", "Joint Discharge", "Thames Health"):
        assert words in page


def test_senior_practitioner_is_a_job_colleagues_find():
    senior = worker("bexley", "senior-practitioner")
    colleague = browser_of(worker("bexley"))

    found = words_of(colleague.get("/people/", {"job_role": senior.posts.get().terms.get().job_role_id}))

    assert (senior.full_name in found, "Senior practitioner" in found) == (True, True)
    assert "1 person" in found
