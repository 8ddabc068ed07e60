"""Settings of the portal of the journeys: as everybody starts it, but for the fifth of a second a password takes.

The second code of a journey is the next half minute's, which is taken early: nobody waits until it comes. A window may
have a clock of its own (clock.py).
"""

from academy.config.settings import development

globals().update({name: value for name, value in vars(development).items() if name.isupper()})
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_TOTP_TOLERANCE = 1
MIDDLEWARE = [*development.MIDDLEWARE, "tests.browser.clock.MovedClock"]
