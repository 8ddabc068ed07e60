"""The keeper of forms sent too late: reads whose they are from the form's signed field."""

from datetime import datetime

from django.http import HttpRequest

from academy.engines.drafts.choices import LONGEST_PATH
from academy.engines.drafts.owner_field import FIELD, FormOwner, opened
from academy.engines.drafts.rules import is_too_large, words_sent
from academy.engines.drafts.services.parked import LatePost, park
from academy.identity.models import User


def owner_id_of(request: HttpRequest) -> int | None:
    """The user a sent form was made for, if it says so."""
    owner = _owner_of(request)
    return owner.user_id if owner else None


def keep(request: HttpRequest, at: datetime) -> bool:
    """Put by what a form sent. False for one that names no owner, or an owner who has gone, or is far too large."""
    owner = _owner_of(request)
    payload = words_sent(request.POST.lists())
    if owner is None or is_too_large(payload) or len(request.path) > LONGEST_PATH:
        return False
    if not User.objects.filter(pk=owner.user_id, is_active=True).exists():
        return False
    late = LatePost(owner.form, owner.key, path=request.path, payload=payload, had_files=bool(request.FILES))
    park(owner_id=owner.user_id, post=late, at=at)
    return True


def _owner_of(request: HttpRequest) -> FormOwner | None:
    return opened(request.POST.get(FIELD, ""))
