"""Ending something of the offer."""

from academy.ui.forms import PortalForm, WrittenDateField


class WithdrawForm(PortalForm):
    """The first day something is no longer offered."""

    submit_words = "Withdraw it"
    submit_is_warning = True
    from_on = WrittenDateField(label="From which day is it no longer offered?")
