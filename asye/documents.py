"""A year on paper, for who sees the year; its certificate, for her and who runs the programme."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from academy.engines.documents.declarations import STYLESHEET, Asked, DocumentContent, DocumentKind, declare
from asye.choices.papers import Paper
from asye.selectors.certificate import HAVE
from asye.selectors.certificate_paper import certificate_on_paper
from asye.selectors.papers import agreement_on_paper, record_on_paper, report_on_paper, review_on_paper

PARTS = tuple(
    f"asye/pdf/_{part}.html"
    for part in ("cover", "agreement", "goals", "names", "review", "report", "dates", "promises", "decision")
)
BUILDERS: Mapping[Paper, Callable[[Asked], DocumentContent]] = {
    Paper.AGREEMENT: agreement_on_paper,
    Paper.REVIEW: review_on_paper,
    Paper.REPORT: report_on_paper,
    Paper.RECORD: record_on_paper,
    Paper.CERTIFICATE: certificate_on_paper,
}


def _kind(paper: Paper) -> DocumentKind:
    return DocumentKind(
        name=f"asye.{paper.value}",
        title=str(paper.label),
        template="asye/pdf/year.html",
        build=BUILDERS[paper],
        permission="asye.enrolment.see",
        subject="asye.Enrolment",
        parts=PARTS,
    )


KINDS = {paper: _kind(paper) for paper in Paper}
KINDS[Paper.CERTIFICATE] = replace(
    KINDS[Paper.CERTIFICATE],
    template="asye/pdf/certificate.html",
    permission=HAVE,
    parts=(),
    stylesheets=(STYLESHEET, "css/certificate.css"),
)

declare(*KINDS.values())
