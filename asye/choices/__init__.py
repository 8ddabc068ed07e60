"""Codes and words of the assessed and supported year."""
