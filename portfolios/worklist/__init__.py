"""What evidence and portfolios put on worklists, one module for each noun. Importing this declares them all."""

from portfolios.worklist import (
    breaches,
    evidence,
    exemplars,
    feedback,
    observations,
    parts,
    portfolios,
    shares,
    signing,
)

__all__ = ["breaches", "evidence", "exemplars", "feedback", "observations", "parts", "portfolios", "shares", "signing"]
