"""How much is said where portfolios are shared and shown."""

MOST_NOTE = 500
MOST_ABOUT = 1000
