import pytest

from academy.engines.drafts import declarations
from academy.engines.drafts.declarations import DraftForm, declare, form_called


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch):
    monkeypatch.setattr(declarations, "_forms", {})


def test_form_is_found_by_its_code():
    form = DraftForm("sample.form", "Your sample", url_for=str)
    declare(form)
    assert (form_called("sample.form"), form_called("unheard.of")) == (form, None)


def test_form_declared_twice_is_a_bug():
    form = DraftForm("sample.form", "Your sample", url_for=str)
    with pytest.raises(RuntimeError, match=r"Two forms are called sample\.form"):
        declare(form, form)
