"""Forgetting unsent words whose time is over."""

from datetime import date

from academy.engines.drafts.models import Draft, ParkedPost


def expire(*, on: date) -> int:
    """Delete drafts and parked posts whose last day has passed; returns how many. A second run finds none."""
    _, drafts = Draft.objects.filter(expires_on__lt=on).delete()
    _, parked = ParkedPost.objects.filter(expires_on__lt=on).delete()
    return drafts.get(Draft._meta.label, 0) + parked.get(ParkedPost._meta.label, 0)
