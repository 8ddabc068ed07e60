"""A year on paper, for who sees the year. All of them are set by one template."""

from academy.engines.documents.declarations import DocumentKind, declare
from asye.choices.papers import Paper
from asye.selectors.papers import BUILDERS

PARTS = tuple(
    f"asye/pdf/_{part}.html" for part in ("cover", "agreement", "names", "review", "report", "dates", "promises")
)


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

declare(*KINDS.values())
