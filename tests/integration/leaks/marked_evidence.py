"""Evidence somebody verifies and case audits: what is hers alone, what waits for another, what was said of it."""

from collections.abc import Callable, Iterator
from datetime import date

from academy.identity.actor import Actor
from portfolios.models import Evidence, EvidenceFile
from tests.factories.files import stored_whole
from tests.factories.people import NOW
from tests.factories.portfolios import CaseAuditFactory, evidence_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def evidence_kept(small: SmallWorld) -> Iterator[Told]:
    """A draft that was sent back, work that waits for her manager, a project verified by a colleague, two audits."""
    hers = {"person": small.report, "organisation": small.council}
    draft = evidence_in(
        "draft",
        kind="certificate",
        title="Zqpiecedraft",
        account="Zqdraftaccount",
        returned_because="Zqsentback",
        **hers,
    )
    EvidenceFile.objects.create(evidence=draft, file=stored_whole(small.report, name="zqworkbook.txt"), added_at=NOW)
    work = evidence_in("asked", kind="work", title="Zqworkasked", account="Zqworkaccount", signer=small.manager, **hers)
    signed = {
        "signer": small.colleague,
        "signed_by": small.colleague,
        "signed_at": NOW,
        "signer_words": "Zqverifiedwords",
    }
    project = evidence_in("complete", title="Zqproject", account="Zqprojectaccount", **hers, **signed)
    gone = evidence_in("withdrawn", title="Zqpiecegone", withdrawn_because="Zqwithdrawnbecause", **hers)
    asked = CaseAuditFactory(
        evidence=evidence_in("asked", kind="audit", **hers), auditor=small.manager, reference="Zqcase"
    )
    done = evidence_in("complete", kind="audit", happened_on=date(2026, 11, 2), **hers)
    verdict = {"grade": "good", "comments": "Zqauditcomments", "audited_at": NOW}
    graded = CaseAuditFactory(evidence=done, auditor=small.colleague, **verdict)
    yield "account of a piece being prepared", "Zqdraftaccount", "report", _sees(draft)
    yield "why a piece was sent back", "Zqsentback", "report", _sees(draft)
    yield "account of work to be seen", "Zqworkaccount", "manager", _sees(work)
    yield "account of a project", "Zqprojectaccount", "colleague", _sees(project)
    yield "words of who verified it", "Zqverifiedwords", "report", _sees(project)
    yield "why a piece was withdrawn", "Zqwithdrawnbecause", "report", _sees(gone)
    yield "reference of a case to be audited", "Zqcase", "manager", _sees(asked.evidence)
    yield "comments of an auditor", "Zqauditcomments", "report", _sees(graded.evidence)


def _sees(piece: Evidence) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    return lambda actor: Evidence.objects.visible_to(actor).filter(pk=piece.pk).exists()
