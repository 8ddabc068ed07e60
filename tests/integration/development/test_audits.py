import re
from datetime import timedelta

import pytest
from django.urls import reverse

from academy.development.models import AuditRating, SelfAudit
from academy.development.selectors.audits import audit_page, coverage
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.audits import audit_in
from tests.factories.development import EntryFactory, framework
from tests.factories.people import NOW, holder_of

LABELS = {1: "Not yet", 4: "I help others with it"}


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def shown(response):
    return response.content.decode()


@pytest.fixture
def lines(council):
    return framework()


def audit_of(council, lines, state="shared", **said):
    supervisor = {} if state == "draft" else {"supervisor": council.manager}
    return audit_in(
        state,
        person=council.author,
        organisation=council.organisation,
        framework=lines[0].version,
        **supervisor,
        **said,
    )


def test_self_audit_is_made_shared_rated_talked_over_and_signed_through_the_pages(council, browser, lines):
    hers = council.client(council.manager)
    version, domain = lines[0].version, lines[0].domain
    browser.post(at("start-audit"), {"against": f"{version.pk}-0", "purpose": "progression"})
    audit = SelfAudit.objects.get()
    first = {f"rating-{lines[0].pk}": "2", f"words-{lines[0].pk}": "I try."}
    onwards = browser.post(at("audit-write", audit.pk, domain.pk), first)
    not_yet = hers.get(audit.get_absolute_url()).status_code
    browser.post(at("share-audit", audit.pk), {"person": council.manager.pk})
    hers.post(at("audit-write", audit.pk, domain.pk), {f"rating-{lines[0].pk}": "4"})
    page = shown(browser.get(audit.get_absolute_url()))
    said = {"on": "17 November 2026", "summary": "Go on.", f"talked-{lines[0].pk}": "We both saw it."}
    hers.post(at("audit-talk", audit.pk), said)
    seen = {"seen": SelfAudit.objects.get().changed_at.isoformat()}
    for client in (browser, hers):
        client.post(at("sign-audit", audit.pk), seen)
    locked = shown(browser.get(audit.get_absolute_url()))

    assert (onwards.url, not_yet) == (audit.get_absolute_url(), 404)
    assert "Where you see it differently" in page
    assert (SelfAudit.objects.get().state, "We both saw it." in locked, "signed by both and locked" in locked) == (
        "discussed",
        True,
        True,
    )
    assert at("audit-write", audit.pk, domain.pk) not in locked


def test_form_puts_back_what_was_said_and_says_when_a_signature_goes(council, browser, lines):
    audit = audit_of(council, lines, discussed_on=NOW.date(), supervisor_signed_at=NOW)
    AuditRating.objects.create(audit=audit, statement=lines[0], own_rating=3, own_words="As always.")
    page = browser.get(at("audit-write", audit.pk, lines[0].domain.pk))

    initial = page.context["form"].initial
    assert (initial[f"rating-{lines[0].pk}"], initial[f"words-{lines[0].pk}"]) == (3, "As always.")
    assert "that signature is taken away" in shown(page)


def test_domain_of_another_framework_is_a_404(council, browser, lines):
    audit = audit_of(council, lines)
    elsewhere = framework("other")[0].domain

    assert browser.get(at("audit-write", audit.pk, elsewhere.pk)).status_code == 404


def test_long_framework_is_written_part_by_part(council, browser):
    lines = framework("long", lines=13)
    version = lines[0].version
    second = version.domains.create(code="B", title="Beyond", order=2)
    version.statements.filter(code="13").update(domain=second)
    audit = audit_of(council, lines, "draft")
    first = browser.post(at("audit-write", audit.pk, lines[0].domain.pk), {})
    last = browser.post(at("audit-write", audit.pk, second.pk), {})

    assert (first.url, last.url) == (at("audit-write", audit.pk, second.pk), audit.get_absolute_url())
    assert [part.title for part in audit_page(audit).parts] == ["All", "Beyond"]


@pytest.mark.parametrize("role", RoleCode.values)
def test_no_role_opens_a_self_audit(council, lines, role):
    audit = audit_of(council, lines)
    client = council.client(holder_of(role, council.organisation))

    pages = (at("audit", audit.pk), at("audit-talk", audit.pk), at("audit-coverage", audit.pk))
    assert {client.get(page).status_code for page in pages} == {404}


def test_reading_by_the_supervisor_is_written_down(council, lines):
    audit = audit_of(council, lines)
    council.client(council.manager).get(audit.get_absolute_url())

    assert (Event.objects.latest("pk").about_id, Event.objects.latest("pk").subject_id) == (
        council.author.pk,
        str(audit.pk),
    )


def test_list_shows_ones_own_and_those_shared_with_one(council, browser, lines):
    audit_of(council, lines)
    hers = council.client(council.manager).get(at("audits"))

    assert [len(browser.get(at("audits")).context[name]) for name in ("own", "shared")] == [1, 0]
    assert ([each.person for each in hers.context["shared"]], list(hers.context["own"])) == ([council.author], [])


def test_withdrawn_by_a_press_it_is_gone_from_the_supervisors_list(council, browser, lines):
    audit = audit_of(council, lines)
    browser.post(at("withdraw-audit", audit.pk))

    assert list(council.client(council.manager).get(at("audits")).context["shared"]) == []


def test_supervisor_found_by_name_is_offered(council, browser, lines):
    audit = audit_of(council, lines, "draft")
    found = browser.get(at("share-audit", audit.pk), {"q": council.colleague.family_name})

    assert [each.person for each in found.context["colleagues"]] == [council.colleague]


def test_earlier_audit_stands_beside_this_one_statement_by_statement(council, browser, lines):
    earlier = audit_of(council, lines, "discussed", started_at=NOW - timedelta(days=300))
    AuditRating.objects.create(audit=earlier, statement=lines[0], own_rating=1)
    now = audit_of(council, lines, "draft")
    page = audit_page(now)

    assert (page.earlier, [row.before for row in page.groups[0].rows]) == (earlier, ["Not yet", "", ""])
    assert "Before" in shown(browser.get(now.get_absolute_url()))


@pytest.mark.parametrize("number", [1, 3])
def test_audit_page_takes_five_queries_for_one_and_for_three_ratings(council, lines, django_assert_num_queries, number):
    audit_of(council, lines, "discussed", started_at=NOW - timedelta(days=300))
    audit = audit_of(council, lines)
    for line in lines[:number]:
        AuditRating.objects.create(audit=audit, statement=line, own_rating=1, supervisor_rating=2)
    audit = SelfAudit.objects.select_related("framework").get(pk=audit.pk)
    with django_assert_num_queries(4):
        assert len(audit_page(audit).differences) == number


def test_coverage_counts_entries_and_names_the_last_audit(council, browser, lines):
    audit = audit_of(council, lines, "draft")
    AuditRating.objects.create(audit=audit, statement=lines[1], own_rating=1)
    entry = EntryFactory(author=council.author, organisation=council.organisation)
    EntryFactory(author=council.author, organisation=council.organisation, draft=True).statements.add(lines[0])
    entry.statements.add(lines[0], lines[1])

    assert [(line.entries, line.last_audit) for line in coverage(audit)] == [(1, None), (1, audit), (0, None)]
    assert "never how good it is" in shown(browser.get(at("audit-coverage", audit.pk)))


def test_no_page_of_a_self_audit_computes_an_outcome(council, browser, lines):
    """All rated lowest and all rated highest, the pages are the same but for the ratings' own words (D1-54)."""
    audit = audit_of(council, lines)
    pages = []
    for rating, label in LABELS.items():
        for line in lines:
            said = {"own_rating": rating, "supervisor_rating": rating}
            AuditRating.objects.update_or_create(audit=audit, statement=line, defaults=said)
        read = [shown(browser.get(at(name, audit.pk))) for name in ("audit", "audit-coverage")]
        pages.append(["".join(re.findall(r"(?s)<main.*</main>", page)).replace(label, "…") for page in read])

    tokens = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
    lowest, highest = ([tokens.sub("", page) for page in both] for both in pages)
    assert lowest == highest
    assert "%" not in "".join(lowest)


def test_home_asks_the_supervisor_for_her_view_and_both_for_signatures(council, browser, lines):
    audit = audit_of(council, lines)
    hers = council.client(council.manager)
    first = shown(hers.get("/"))
    SelfAudit.objects.filter(pk=audit.pk).update(discussed_on=NOW.date())

    assert f"Say how you see {council.author.full_name}’s practice" in first
    assert "Sign your self-audit" in shown(browser.get("/"))
    assert f"Sign {council.author.full_name}’s self-audit" in shown(hers.get("/"))


@pytest.mark.parametrize(("state", "button"), [("draft", "Go on"), ("discussed", "Begin a self-audit")])
def test_hub_has_a_card_of_self_audits(council, browser, lines, state, button):
    empty = shown(browser.get(at("hub")))
    audit_of(council, lines, state)

    assert "How you see your practice, and how your supervisor does." in empty
    assert button in shown(browser.get(at("hub")))
