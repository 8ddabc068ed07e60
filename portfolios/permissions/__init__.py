"""Who may do what with evidence and portfolios, one module for each noun. Importing this declares them all."""

from portfolios.permissions import evidence, files, policies, portfolios, sharing

__all__ = ["evidence", "files", "policies", "portfolios", "sharing"]
