"""What training loads as reference data, one module for each noun. Importing this declares it all."""

from academy.training.reference import matrices, offers, policies, published

__all__ = ["matrices", "offers", "policies", "published"]
