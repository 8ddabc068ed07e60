"""What people are told of evidence and portfolios, one module for each noun."""

from portfolios.notices import breaches, evidence, exemplars, feedback, observations, parts, shares, signing

__all__ = ["breaches", "evidence", "exemplars", "feedback", "observations", "parts", "shares", "signing"]
