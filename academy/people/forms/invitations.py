"""Sending and accepting invitations."""

from django import forms

from academy.ui.forms import PortalForm, ShortTextField


class InvitationForm(PortalForm):
    submit_words = "Send the invitation"
    email = ShortTextField(
        label="E-mail address",
        kind="email",
        max_length=254,
        help_text="The address she uses at work. She signs in with it.",
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        return str(
            forms.EmailField(
                error_messages={"invalid": "Write an e-mail address, for example name@council.example."}
            ).clean(email)
        )


class WithdrawForm(PortalForm):
    submit_words = "Withdraw the invitation"
    submit_is_warning = True


class PasswordForm(PortalForm):
    submit_words = "Open my account"
    password = forms.CharField(
        label="Choose a password",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. Three words that do not belong together work well.",
        error_messages={"required": "Choose a password.", "max_length": "Use at most 128 characters."},
    )
