"""The states of evidence, portfolios, breaches and examples, and the ways between them."""

from portfolios.workflow.breaches import BREACH
from portfolios.workflow.evidence import EVIDENCE
from portfolios.workflow.exemplars import EXEMPLAR
from portfolios.workflow.portfolios import PORTFOLIO, SECTION

__all__ = ["BREACH", "EVIDENCE", "EXEMPLAR", "PORTFOLIO", "SECTION"]
