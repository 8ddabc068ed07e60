from portfolios.models.breach import Breach
from portfolios.models.case_audit import CaseAudit
from portfolios.models.evidence import Evidence, EvidenceFile
from portfolios.models.feedback import Feedback
from portfolios.models.observation import Observation
from portfolios.models.policies import EvidencePolicy, PortfolioTemplate
from portfolios.models.portfolio import Item, PartHolder, Portfolio, Section, SectionReturn
from portfolios.models.sharing import Exemplar, PortfolioShare
from portfolios.models.snapshot import Snapshot, SnapshotFile

__all__ = [
    "Breach",
    "CaseAudit",
    "Evidence",
    "EvidenceFile",
    "EvidencePolicy",
    "Exemplar",
    "Feedback",
    "Item",
    "Observation",
    "PartHolder",
    "Portfolio",
    "PortfolioShare",
    "PortfolioTemplate",
    "Section",
    "SectionReturn",
    "Snapshot",
    "SnapshotFile",
]
