"""Self-audits: one that is hers alone, and one shared with her manager."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model

from academy.development.models import AuditRating
from academy.identity.actor import Actor
from tests.factories.audits import audit_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def audits_kept(small: SmallWorld) -> Iterator[Told]:
    """A draft with words of hers, and a shared one with words of both."""
    draft = audit_in("draft", person=small.report, organisation=small.council)
    line = draft.framework.statements.first()
    AuditRating.objects.create(audit=draft, statement=line, own_rating=1, own_words="Zqauditdraft")
    shared = audit_in(
        "shared", person=small.report, organisation=small.council, supervisor=small.manager, framework=draft.framework
    )
    said = {"own_words": "Zqauditshared", "supervisor_words": "Zqauditbeside"}
    AuditRating.objects.create(audit=shared, statement=line, own_rating=1, supervisor_rating=2, **said)
    yield "words in a self-audit of one's own", "Zqauditdraft", "report", _sees(draft)
    yield "words in a shared self-audit", "Zqauditshared", "manager", _sees(shared)
    yield "words of the supervisor in it", "Zqauditbeside", "report", _sees(shared)


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
