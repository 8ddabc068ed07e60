"""Policies of the assessed and supported year as reference data."""
