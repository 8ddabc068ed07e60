"""Numbers in forms about the offer, with words that say what to do when one does not fit."""

from decimal import Decimal

from django import forms

LEAST_AMOUNT = Decimal("0.01")


def amount_field(label: str, *, most: Decimal, what: str, least: Decimal = LEAST_AMOUNT) -> forms.DecimalField:
    """Pounds or days with two decimals, above 0 unless `least` is 0; may be left out. `what` names them in refusals."""
    too_few = f"Write {what} as more than 0, or leave it empty." if least else f"Write {what} as 0 or more."
    greatest = f"{most:,.2f}".removesuffix(".00")
    too_many = f"Write {what} as {greatest} or less."
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=least,
        max_value=most,
        max_digits=7,
        decimal_places=2,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "invalid": f"Write {what} as a number, such as 100.",
            "min_value": too_few,
            "max_value": too_many,
            "max_digits": too_many,
            "max_whole_digits": too_many,
            "max_decimal_places": f"Write {what} with two decimals at most.",
        },
    )


def whole_field(label: str, *, least: int, most: int, help_text: str = "") -> forms.IntegerField:
    """A whole number that may be left out."""
    says = f"Write a whole number from {least} to {most}."
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": says, "min_value": says, "max_value": says},
    )
