"""Limits of signatures."""

MOST_BECAUSE = 500
