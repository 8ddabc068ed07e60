"""Looking for a colleague by name."""

from django import forms


class ColleagueSearch(forms.Form):
    """Words of a name to look for, sent by GET."""

    q = forms.CharField(required=False, max_length=80)
