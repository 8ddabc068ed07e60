"""Settings of a web process that asks roles for a second factor, as every portal but the demo does."""

from tests.browser import quick

globals().update({name: value for name, value in vars(quick).items() if name.isupper()})
SECOND_FACTOR_REQUIRED = True
