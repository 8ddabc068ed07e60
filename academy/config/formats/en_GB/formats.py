"""How dates and times read here: 17 November 2026, 17 Nov, 10:34."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
DATE_INPUT_FORMATS = ["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%Y-%m-%d"]
