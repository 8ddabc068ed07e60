"""Logs go to the console, for whoever collects them. No names, addresses or texts of people: ids and kinds only."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Every 404 and 403 would be a line, and its address tells what somebody looked for.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
