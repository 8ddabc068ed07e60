"""How the home page speaks to somebody."""

from datetime import datetime


def greeting(at: datetime) -> str:
    """Good morning until noon, good afternoon until six, good evening after; `at` is local time."""
    if at.hour < 12:
        return "Good morning"
    return "Good afternoon" if at.hour < 18 else "Good evening"
