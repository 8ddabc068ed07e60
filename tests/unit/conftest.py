"""What holds for the tests of one app."""

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import declared

APPS = {"asye", "development", "panels", "pathways", "people", "portfolios", "training"}


@pytest.fixture(autouse=True)
def _only_deadlines_of_the_app(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking every app what is due takes a hundred statements and more than a second: the tests of an app ask itself.

    All of them together are asked in tests/integration/config/test_deadlines.py.
    """
    app = next((part for part in request.path.parts if part in APPS), None)
    if app is not None:
        asked = [each for each in declared() if each.key.startswith(f"{app}.")]
        monkeypatch.setattr(finding, "declared", lambda: asked)
