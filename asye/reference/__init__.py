"""Policies of the assessed and supported year as reference data."""

from asye.reference import asye_policies

__all__ = ["asye_policies"]
