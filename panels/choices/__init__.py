"""Codes, words and shapes of panels, their cases, what is judged and what comes of it."""
