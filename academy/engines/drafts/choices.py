"""Limits of drafts. The portal keeps unsent words for long, but not for ever and not without bound."""

import re

# A form somebody writes in for the first time has a key of its own making; a thing being changed has its id.
NEW_KEY = re.compile(r"^new-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
OBJECT_KEY = re.compile(r"^[1-9][0-9]{0,17}$")

LARGEST_BYTES = 512 * 1024
KEPT_DAYS = 180
PARKED_AT_MOST = 20
LONGEST_PATH = 200

# What a form sends beside the words of the person who writes.
NOT_WORDS = frozenset({"csrfmiddlewaretoken", "revision", "tab", "form_owner"})
