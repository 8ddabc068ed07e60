"""A person's inbox."""

from academy.engines.notify.models import Notice
from academy.engines.notify.querysets import NoticeQuerySet
from academy.identity.actor import Actor


def inbox(actor: Actor) -> NoticeQuerySet:
    """Everything the portal told the actor, newest first."""
    return Notice.objects.visible_to(actor)
