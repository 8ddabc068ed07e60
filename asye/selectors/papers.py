"""A year on paper: its agreement, one review, the final report, or the whole record. What moderation noted for itself,
and what was answered to it, is in none of them. The certificate is in `certificate_paper`."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import beginning
from asye.choices.enrolments import Role
from asye.choices.papers import Paper
from asye.choices.year import AgreementState, ReviewState
from asye.models import Agreement, AsyeCertificate, Concern, EmployerDecision, Enrolment, Recommendation, Review
from asye.rules.promises import Promises
from asye.selectors.agreements import AgreementPage, agreement_page
from asye.selectors.certificate import certificate_of, certificate_paper
from asye.selectors.dates import Row
from asye.selectors.dates import rows_of as dates_of
from asye.selectors.decision import decision_of
from asye.selectors.panels.promises import WeekRow, rows_of
from asye.selectors.promises import promises_of
from asye.selectors.review_page import ReviewPage, page_of
from asye.selectors.reviews import reviews_seen
from asye.selectors.signing import holders

NOT_SIGNED = "Not everybody has signed it yet. A PDF is made of what all have signed."
NOT_WRITTEN = "No outcome is recommended yet, so there is no final report."


@dataclass(frozen=True)
class ReviewOnPaper:
    """A review all have signed, and what it holds."""

    review: Review
    view: ReviewPage


@dataclass(frozen=True)
class Kept:
    """How the promises were kept: the tallies, and each week of which she said so."""

    promises: Promises
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True, kw_only=True)
class YearOnPaper(DocumentContent):
    """What the pages are filled with; a part that is empty has no page."""

    heading: str
    enrolment: Enrolment
    people: tuple[tuple[str, str], ...]
    code: str
    agreement: AgreementPage | None = None
    reviews: tuple[ReviewOnPaper, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    dates: tuple[Row, ...] = ()
    kept: Kept | None = None
    concerns: tuple[Concern, ...] = ()
    decision: EmployerDecision | None = None
    certificate: AsyeCertificate | None = None

    @property
    def is_whole(self) -> bool:
        return bool(self.dates)


def signed_agreement(enrolment: Enrolment) -> Agreement | None:
    """The agreement that holds. One query."""
    found = enrolment.agreements.filter(state=AgreementState.SIGNED)
    return found.select_related("enrolment__person", "enrolment__policy", "needs").first()


def locked_reviews(actor: Actor, enrolment: Enrolment) -> QuerySet[Review]:
    """The reviews all have signed, in their order."""
    seen = reviews_seen(actor).filter(enrolment=enrolment, state=ReviewState.LOCKED)
    return seen.order_by("milestone__due_on", "pk")


def agreement_on_paper(asked: Asked) -> YearOnPaper:
    """The agreement that holds. Refuses a year without one."""
    year = year_asked(asked)
    agreement = signed_agreement(year)
    if agreement is None:
        raise Refused(NOT_SIGNED)
    return _filled(asked, year, str(Paper.AGREEMENT.label), agreement=agreement_page(agreement, on=asked.by.on))


def review_on_paper(asked: Asked) -> YearOnPaper:
    """The review named among the choices. Refuses one not all have signed."""
    year = year_asked(asked)
    review = locked_reviews(asked.by, year).filter(pk=int(asked.choices["review"])).first()
    if review is None:
        raise Refused(NOT_SIGNED)
    return _filled(asked, year, review.milestone.title, reviews=(ReviewOnPaper(review, page_of(review, asked.by)),))


def report_on_paper(asked: Asked) -> YearOnPaper:
    """The last final report with its recommendation. Refuses a year without one."""
    year = year_asked(asked)
    last = _recommended(year).last()
    if last is None:
        raise Refused(NOT_WRITTEN)
    return _filled(asked, year, "Final report and recommendation", recommendations=(last,))


def record_on_paper(asked: Asked) -> YearOnPaper:
    """Everything there is of the year: dates, agreement, promises, signed reviews, concerns, recommendations, and the
    outcome with its certificate. Why it was decided so is on the page of the decision, for whom it is for."""
    year = year_asked(asked)
    agreement = signed_agreement(year)
    kept = promises_of([year], on=asked.by.on)[year.pk]
    said = {week.week_on for week in kept.answered}
    return _filled(
        asked,
        year,
        "Record of the year",
        agreement=agreement_page(agreement, on=asked.by.on) if agreement else None,
        reviews=tuple(ReviewOnPaper(each, page_of(each, asked.by)) for each in locked_reviews(asked.by, year)),
        recommendations=tuple(_recommended(year)),
        dates=tuple(dates_of(year)),
        kept=Kept(kept, tuple(row for row in reversed(rows_of(kept)) if row.week_on in said)),
        concerns=tuple(year.concerns.order_by("raised_at", "pk")),
        decision=decision_of(year),
        certificate=certificate_of(year),
    )


def papers_of(enrolment: Enrolment, actor: Actor) -> list[tuple[str, str]]:
    """What there is to be put on paper: as the form names it, and in words. A certificate is there for whom it is for.
    Five queries at most."""
    there = [("agreement", str(Paper.AGREEMENT.label))] if signed_agreement(enrolment) else []
    there += [(f"review:{each.pk}", each.milestone.title) for each in locked_reviews(actor, enrolment)]
    if _recommended(enrolment).exists():
        there.append(("report", str(Paper.REPORT.label)))
    paper = certificate_paper(enrolment, certificate_of(enrolment), actor)
    if paper is not None:
        again = ", anew: it says that it is reissued" if paper.document else ""
        there.append(("certificate", f"{Paper.CERTIFICATE.label}{again}"))
    return [*there, ("record", str(Paper.RECORD.label))]


def year_asked(asked: Asked) -> Enrolment:
    """The year it is made of, if who asked may read it; raises DoesNotExist otherwise."""
    seen = Enrolment.objects.visible_to(asked.by).select_related("person", "organisation", "policy")
    found: Enrolment = seen.get(pk=asked.subject_id)
    return found


def _recommended(enrolment: Enrolment) -> QuerySet[Recommendation]:
    found: QuerySet[Recommendation] = enrolment.recommendations.select_related("person").order_by("number")
    return found


def _filled(asked: Asked, year: Enrolment, heading: str, **parts: Any) -> YearOnPaper:
    name = year.person.full_name
    return YearOnPaper(
        title=f"{heading}, {name}",
        author=name,
        running=f"{name} · {year.policy.title}",
        made_at=asked.at,
        file_name=slugify(f"{heading} {name} {asked.by.on.isoformat()}")[:100] or "asye",
        policy=str(year.policy)[:120],
        foot=f"Document {asked.code}, made on {in_words(asked.by.on)}" if asked.code else "",
        heading=heading,
        enrolment=year,
        people=_people(year, asked.by.on),
        code=asked.code,
        **parts,
    )


def _people(year: Enrolment, on: date) -> tuple[tuple[str, str], ...]:
    """Who has which part on the day, without whose year it is."""
    held = holders(year, on)
    return tuple((beginning(role.label), held[role].full_name) for role in Role if role in held and role != Role.NQSW)
