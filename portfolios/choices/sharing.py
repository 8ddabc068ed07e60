"""How long and how widely portfolios are shared and shown."""

MOST_NOTE = 500
MOST_DAYS_SHARED = 366
MOST_ABOUT = 1000
