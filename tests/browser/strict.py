"""Settings of a web process that asks roles for a second factor, as every portal but the demo does."""

from academy.config.settings import development

globals().update({name: value for name, value in vars(development).items() if name.isupper()})
SECOND_FACTOR_REQUIRED = True
