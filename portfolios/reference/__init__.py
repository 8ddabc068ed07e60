"""Templates of portfolios and evidence policies as reference data."""

from portfolios.reference import evidence

__all__ = ["evidence"]
