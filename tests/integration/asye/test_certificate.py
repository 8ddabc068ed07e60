"""The certificate as a PDF: what its page says, for whom it is, and one press to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.template.loader import render_to_string

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.engines.documents.rules.codes import fingerprint_shown
from academy.engines.jobs.models import Job
from academy.identity.models import Person
from academy.people.choices import RoleCode
from asye.choices.enrolments import EnrolmentState, Outcome, Role
from asye.choices.papers import Paper
from asye.documents import KINDS
from asye.models import AsyeCertificate, Enrolment
from asye.rules.parts_of_policy import FrameworkLevel
from asye.rules.policy import AsyeRules
from asye.selectors.certificate import CertificatePaper, certificate_of, certificate_paper
from asye.selectors.papers import papers_of
from tests.factories.access import BarFactory
from tests.factories.asye import AsyePolicyFactory, DecisionFactory, MilestoneFactory, policy_content, year_of
from tests.factories.documents import issued, set_in_pages
from tests.factories.frameworks import shipped
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.integration.training.windows import shown, window_of
from tests.pdf import Pdf

pytestmark = pytest.mark.django_db
KIND = KINDS[Paper.CERTIFICATE]
NUMBER = "ASYE-2026-000007"
BUTTON = "Have the certificate made as a PDF"


@pytest.fixture(autouse=True)
def _frozen(settings: Any) -> Iterator[None]:
    settings.PORTAL_ADDRESS = "https://portal.example"
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def here() -> SimpleNamespace:
    """A year that was passed, its people, and who decided."""
    organisation = OrganisationFactory(name="Northbridge Council", academy_name="Northbridge Academy")
    people = {name: staff_of(organisation) for name in ("nqsw", "assessor", "manager")}
    people |= {"coordinator": holder_of(RoleCode.ASYE_COORDINATOR, organisation)}
    people |= {"decider": holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, organisation)}
    Person.objects.filter(pk=people["nqsw"].pk).update(given_name="Ama", family_name="Mensah")
    Person.objects.filter(pk=people["decider"].pk).update(given_name="Ruth", family_name="Okafor")
    parts = {Role.ASSESSOR: people["assessor"], Role.MANAGER: people["manager"]}
    said = {"state": EnrolmentState.DECIDED, "outcome": Outcome.PASS, "ended_at": NOW}
    year = year_of(people["nqsw"], organisation, roles=parts, policy=AsyePolicyFactory(code="adults-2026"), **said)
    MilestoneFactory(enrolment=year, code="end", kind="end", title="End", computed_on=year.starts_on + timedelta(363))
    DecisionFactory(enrolment=year, decided_by=people["decider"])
    return SimpleNamespace(year=year, **people)


def certified(here: SimpleNamespace) -> AsyeCertificate:
    Enrolment.objects.filter(pk=here.year.pk).update(state=EnrolmentState.CERTIFIED)
    said = {"number": NUMBER, "issuer": "Skills for Care", "issued_on": NOW.date(), "issued_at": NOW}
    made: AsyeCertificate = AsyeCertificate.objects.create(enrolment=here.year, issued_by=here.coordinator, **said)
    return made


def address(here: SimpleNamespace) -> str:
    return f"/asye/{here.year.pk}/"


def paper_for(here: SimpleNamespace, person: Person) -> CertificatePaper | None:
    """The certificate as somebody has it on paper."""
    return certificate_paper(here.year, certificate_of(here.year), as_actor(person))


def asked(here: SimpleNamespace) -> Asked:
    return Asked(
        person_id=here.nqsw.pk, by=as_actor(here.nqsw), at=NOW, choices={}, subject_id=here.year.pk, code="AB12-CD34"
    )


def test_certificate_is_one_accessible_page_that_says_who_what_and_by_whom(here, tmp_path: Path):
    certified(here)

    content = KIND.build(asked(here))
    pdf = Pdf(tmp_path / "certificate.pdf", set_in_pages(KIND, content))

    assert (pdf.is_sound, pdf.is_accessible, pdf.language, pdf.info["Pages"]) == (True, True, "en-GB", "1")
    assert (pdf.info["Title"], pdf.info["Author"], pdf.headings) == (
        "ASYE certificate, Ama Mensah",
        "Skills for Care",
        [1],
    )
    assert " ".join(pdf.text.split()) == (
        "Northbridge Council Northbridge Academy Certificate Assessed and supported year in employment "
        "This certifies that Ama Mensah has passed this year as a newly qualified social worker. "
        "Programme ASYE, adults The year 5 January 2026 to 3 January 2027 "
        "Outcome Pass, confirmed on 17 November 2026 For the employer Ruth Okafor "
        f"Issued by Skills for Care on 17 November 2026 Certificate number {NUMBER} "
        f"Document AB12-CD34, fingerprint {fingerprint_shown(content.fingerprint)}. "
        "Anybody can check the file, or these two numbers, at https://portal.example/verify/. The check names nobody."
    )


def test_made_again_it_says_that_it_is_reissued_under_the_same_number_and_fingerprint(here):
    certified(here)
    first = KIND.build(asked(here))
    issued(here.nqsw, kind=KIND.name, subject_id=here.year.pk)

    again = KIND.build(replace(asked(here), at=NOW + timedelta(days=200)))
    page = " ".join(render_to_string(KIND.template, {"document": again}).split())

    assert (first.first_made_on, again.first_made_on) == (None, NOW.date())
    assert "on 5 June 2027; first given out on 17 November 2026" in page
    assert (again.certificate.number, again.fingerprint) == (NUMBER, first.fingerprint)


def test_it_names_what_she_was_assessed_against(here):
    certified(here)
    shipped("pcf")
    levels = (FrameworkLevel(code="pcf", level="nqsw"), FrameworkLevel(code="of-the-employer"))
    content = policy_content(AsyeRules(frameworks=levels))
    type(here.year.policy).objects.update(content=content)

    assert KIND.build(asked(here)).frameworks == (
        "Professional Capabilities Framework for Social Work in England, NQSW level",
        "of the employer",
    )


def test_before_it_is_issued_there_is_none(here):
    with pytest.raises(Refused, match="No certificate is issued yet"):
        KIND.build(asked(here))
    assert papers_of(here.year, as_actor(here.nqsw)) == [("record", "The whole record of the year")]


def test_whom_it_is_for_has_it_made_with_one_press_from_the_record_and_the_decision(here):
    certified(here)
    names = ("nqsw", "coordinator", "assessor", "manager", "decider")
    found = [name for name in names if (paper_for(here, getattr(here, name)) is not None)]
    assert found == ["nqsw", "coordinator"]
    hers = window_of(here.nqsw)
    assert [BUTTON in shown(hers.get(f"{address(here)}{end}")) for end in ("", "decision/")] == [True, True]
    assert BUTTON not in shown(window_of(here.assessor).get(address(here)))

    sent = hers.post(f"{address(here)}pdf/", {"paper": "certificate"})

    job = Job.objects.get()
    assert (sent.headers["Location"], job.arguments["kind"], job.arguments["subject"]) == (
        *(job.get_absolute_url(), "asye.certificate"),
        here.year.pk,
    )
    refused = window_of(here.assessor).post(f"{address(here)}pdf/", {"paper": "certificate"})
    assert (refused.status_code, Job.objects.count()) == (422, 1)


def test_bar_takes_it_from_who_runs_the_programme_and_never_from_her(here):
    certified(here)
    for person in (here.nqsw, here.coordinator):
        BarFactory(person=person, thing=here.year)
    assert [paper_for(here, each) is not None for each in (here.nqsw, here.coordinator)] == [True, False]


def test_who_has_one_opens_it_and_is_told_that_another_is_a_reissue(here):
    certified(here)
    made = issued(here.nqsw, made_by=here.coordinator, kind=KIND.name, subject_id=here.year.pk, title="Certificate")
    link = f'href="{made.get_absolute_url()}">Certificate (PDF,'

    hers = window_of(here.nqsw)
    pages = [shown(hers.get(f"{address(here)}{end}")) for end in ("", "pdf/")]
    assert [(link in page, BUTTON in page) for page in pages] == [(True, False), (False, False)]
    assert "ASYE certificate, anew: it says that it is reissued" in pages[1]
    assert getattr(paper_for(here, here.coordinator), "document") == made
    assert ("certificate" in dict(papers_of(here.year, as_actor(here.assessor)))) is False
