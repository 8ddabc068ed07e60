import pytest

from academy.engines.worklist import days, providers


@pytest.fixture(autouse=True)
def _own_providers(monkeypatch):
    """Only the providers a test declares itself; the portal's own come back afterwards."""
    monkeypatch.setattr(providers, "_declared", {})
    monkeypatch.setattr(days, "_declared", {})
