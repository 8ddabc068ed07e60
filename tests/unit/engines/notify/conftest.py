import copy

import pytest
from django.conf import settings as portal_settings

from tests.unit.engines.notify.kind import TEMPLATE


@pytest.fixture(autouse=True)
def _own_template(settings):
    """The portal's templates, and one more."""
    templates = copy.deepcopy(portal_settings.TEMPLATES)
    options = templates[0]["OPTIONS"]
    templates[0]["APP_DIRS"] = False
    options["loaders"] = [
        ("django.template.loaders.locmem.Loader", {"tests/email/shared.txt": TEMPLATE}),
        "django.template.loaders.filesystem.Loader",
    ]
    settings.TEMPLATES = templates
    settings.PORTAL_ADDRESS = "https://portal.example"
    settings.DEFAULT_FROM_EMAIL = "The academy <academy@portal.example>"
