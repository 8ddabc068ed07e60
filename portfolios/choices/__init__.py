"""Codes and words of evidence and portfolios."""
