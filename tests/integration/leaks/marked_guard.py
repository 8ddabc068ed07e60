"""A pseudonym key: whom somebody means is known to her alone, and shown by the one page that is hers."""

from collections.abc import Callable, Iterator

from academy.engines.guard.known import Alias
from academy.engines.guard.models import PseudonymKey
from academy.engines.guard.services.keys import keep_key
from academy.identity.actor import Actor
from tests.factories.people import NOW, as_actor
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def keys_kept(small: SmallWorld) -> Iterator[Told]:
    """The practitioner's own."""
    aliases = [Alias("Zqpseudonym", "Zqrealname")]
    key = keep_key(aliases=aliases, seen=None, by=as_actor(small.report), at=NOW)

    def owns(actor: Actor) -> bool:
        return PseudonymKey.objects.visible_to(actor).filter(pk=key.pk).exists()

    yield "real name behind a pseudonym", "Zqrealname", "report", owns
    yield "pseudonym somebody writes", "Zqpseudonym", "report", owns
