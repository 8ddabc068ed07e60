"""Ending something of the offer."""

from academy.ui.forms import PortalForm, WrittenDateField


class WithdrawForm(PortalForm):
    """The first day something is no longer offered."""

    submit_words = "Withdraw it"
    submit_is_warning = True
    from_on = WrittenDateField(label="From which day is it no longer offered?")


class LastDayForm(PortalForm):
    """The last day something holds."""

    submit_words = "End it"
    submit_is_warning = True
    last_day = WrittenDateField(label="What is the last day?", help_text="It still counts.")
