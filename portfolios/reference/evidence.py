"""Evidence policies as reference data, and as an academy lead publishes them."""

from academy.engines.reference.declarations import Kind, declare
from academy.engines.reference.publishing.kinds import Preview, PublishedKind, Seen, declare_published
from portfolios.choices.policies import Asked
from portfolios.models import EvidencePolicy
from portfolios.schema.evidence import EvidencePolicyFile
from portfolios.services.evidence_policies import (
    load_evidence_policy,
    publish_evidence_policy,
    withdraw_evidence_policy,
)

EVIDENCE_POLICIES = Kind(
    name="portfolios.evidence_policy",
    app="portfolios",
    folder="evidence_policies",
    schema=EvidencePolicyFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load_evidence_policy,
    withdraw=withdraw_evidence_policy,
)

declare(EVIDENCE_POLICIES)


def evidence_preview(file: EvidencePolicyFile, seen: Seen) -> Preview:
    """The scale, what each form of feedback asks, who may observe, what happens after a breach, how long links work."""
    asked = file.feedback.questions if file.feedback else {}
    forms = [(form.label, asked[form.value]) for form in Asked if form.value in asked]
    said = {"observers": [each.label for each in file.observers or ()], "forms": forms}
    told = file.breach.tell.label if file.breach else ""
    return Preview("portfolios/previews/evidence.html", {"file": file, "told": told, **said})


EVIDENCE = PublishedKind(
    code="evidence",
    words="Evidence of practice",
    about="The scale of case audits, what feedback asks, who may observe, what happens after a breach, and how long "
    "links work.",
    concerns="Everybody who gathers evidence, and whom she asks, from that day on.",
    keeps="An audit keeps the scale it was begun with; what was said before stays as it was asked; a link works "
    "as long as it said.",
    model=EvidencePolicy,
    schema=EvidencePolicyFile,
    publish=publish_evidence_policy,
    permission="portfolios.policy.publish",
    order=45,
    preview=evidence_preview,
)

declare_published(EVIDENCE)
