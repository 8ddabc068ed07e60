"""Who chooses how somebody is reminded: that person."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare

PERMISSIONS = declare(
    Permission("reminders.preferences.keep", "Choose what to be reminded of, and when", (SIGNED_IN,)),
)
