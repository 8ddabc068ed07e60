"""A year on paper: the whole record, and its agreement, a review and the final report alone."""

from pathlib import Path

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.engines.jobs.models import Job
from asye.choices.enrolments import Role
from asye.choices.papers import Paper
from asye.documents import KINDS
from asye.models import Enrolment, Review
from tests.factories.asye import (
    ConcernFactory,
    DecisionFactory,
    ModerationFactory,
    RecommendationFactory,
    WeekFactory,
    year_of,
)
from tests.factories.asye_agreements import sent_agreement, signs
from tests.factories.asye_reviews import held, scheduled, sent, signed, written
from tests.factories.documents import set_in_pages
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, RegistrationFactory, as_actor, staff_of
from tests.integration.training.windows import shown, window_of
from tests.pdf import Pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PRIVATE, ANSWER = "The panel doubted the second observation.", "It was seen again."
WHY = "Her practice held under pressure."
MISSING = [{"title": "Workload, as agreed", "why": "A hard winter."}, {"title": "Plans", "why": "Two follow."}]


def bare() -> Enrolment:
    """A year with its people, and nothing signed in it."""
    here = OrganisationFactory()
    roles = (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)
    return year_of(staff_of(here), here, roles={role: staff_of(here) for role in roles})


def lived() -> tuple[Enrolment, Review]:
    """The same with a signed agreement and review, a week, a concern, and a report that moderation asked about."""
    year = bare()
    who = {Role.NQSW: year.person} | {Role(part.role): part.person for part in year.parts.select_related("person")}
    assessor = who[Role.ASSESSOR]
    RegistrationFactory(person=year.person, number="SW104233")
    agreement = sent_agreement(year, assessor=assessor)
    for person in who.values():
        signs(agreement, person)
    meets = {role: who[role] for role in (Role.NQSW, Role.ASSESSOR, Role.MANAGER)}
    year.refresh_from_db()
    review = sent(written(held(scheduled(year), as_actor(assessor)), meets), as_actor(assessor))
    for person in meets.values():
        signed(review, person)
    WeekFactory(enrolment=year, used_for="Reading on the Care Act")
    ConcernFactory(enrolment=year, raised_by=assessor)
    said = {"answer": ANSWER, "strengths": "She listens.", "gaps": MISSING}
    made = RecommendationFactory(enrolment=year, person=assessor, **said)
    ModerationFactory(recommendation=made, result="queried", to_assessor="Why?", notes=PRIVATE)
    return year, review


def asked(year: Enrolment, **said: str) -> Asked:
    return Asked(
        person_id=year.person_id, by=as_actor(year.person), at=NOW, choices=said, subject_id=year.pk, code="AB12"
    )


def made(paper: Paper, of: Asked, folder: Path) -> Pdf:
    return Pdf(folder / f"{paper.value}.pdf", set_in_pages(KINDS[paper], KINDS[paper].build(of)))


def test_record_holds_what_was_promised_signed_recommended_and_decided_and_nothing_of_moderations(tmp_path: Path):
    year, _ = lived()
    decision = DecisionFactory(enrolment=year, words=WHY)

    pdf = made(Paper.RECORD, asked(year), tmp_path)

    assert (pdf.is_sound, pdf.is_accessible, pdf.language, pdf.figures) == (True, True, "en-GB", 1)
    assert (pdf.info["Title"], pdf.info["Author"]) == (
        f"Record of the year, {year.person.full_name}",
        year.person.full_name,
    )
    assert (pdf.headings[0], set(pdf.headings)) == (1, {1, 2, 3, 4})
    text = " ".join(pdf.text.split())
    for words in (
        "Dates of the year",
        "What she needs to learn",
        "Shadowing",
        "Week by week, as she said",
        "What the assessor says.",
        "The plan runs from 6 April 2026",
        "Recommended Pass",
        "Workload, as agreed: A hard winter. • Plans: Two follow.",
        "Registration number SW104233, Social Work England",
        f"Decided for the employer by {decision.decided_by.full_name} on 17 November 2026",
        "Document AB12, made on 17 November 2026",
    ):
        assert words in text, words
    assert [words in text for words in (PRIVATE, ANSWER, "Why?", WHY)] == [False] * 4


def test_each_part_is_a_document_of_its_own(tmp_path: Path):
    year, review = lived()
    texts = {
        paper: " ".join(made(paper, asked(year, review=str(review.pk)), tmp_path).text.split())
        for paper in (Paper.AGREEMENT, Paper.REVIEW, Paper.REPORT)
    }

    own = {
        Paper.AGREEMENT: "A session of supervision 90 minutes",
        Paper.REVIEW: "What the assessor says.",
        Paper.REPORT: "She listens.",
    }
    found = {paper: [other for other, words in own.items() if words in text] for paper, text in texts.items()}
    assert found == {paper: [paper] for paper in own}


def test_what_is_not_signed_or_written_is_refused_and_not_offered():
    year = bare()
    review = scheduled(year)
    for paper, words in ((Paper.AGREEMENT, "signed"), (Paper.REVIEW, "signed"), (Paper.REPORT, "recommended")):
        with pytest.raises(Refused, match=words):
            KINDS[paper].build(asked(year, review=str(review.pk)))

    page = shown(window_of(year.person).get(f"/asye/{year.pk}/pdf/"))
    assert [f'value="{value}"' in page for value in ("agreement", f"review:{review.pk}", "report", "record")] == [
        *(False, False, False),
        True,
    ]


def test_who_sees_the_year_orders_a_review_and_nobody_else():
    year, review = lived()
    address = f"/asye/{year.pk}/pdf/"
    stranger = window_of(staff_of(year.organisation))
    assert stranger.get(address).status_code == 404

    sent_form = window_of(year.person).post(address, {"paper": f"review:{review.pk}"})

    job = Job.objects.get()
    assert sent_form.headers["Location"] == job.get_absolute_url()
    assert (job.arguments["kind"], job.arguments["subject"], job.arguments["choices"]) == (
        *("asye.review", year.pk),
        [f"review:{review.pk}"],
    )
