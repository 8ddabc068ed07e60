"""Templates of portfolios and evidence policies as reference data."""

from portfolios.reference import evidence, portfolio_templates

__all__ = ["evidence", "portfolio_templates"]
