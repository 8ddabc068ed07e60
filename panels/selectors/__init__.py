"""Reads of panels for pages and for other apps."""
