"""Policies of panels as reference data."""

from panels.reference import panel_policies

__all__ = ["panel_policies"]
