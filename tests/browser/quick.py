"""Settings of the portal of the journeys: as everybody starts it, but for the fifth of a second a password takes."""

from academy.config.settings import development

globals().update({name: value for name, value in vars(development).items() if name.isupper()})
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
