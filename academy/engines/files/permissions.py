"""Who may read a file."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.files.models import StoredFile
from academy.identity.actor import Actor


@giver("the person whose file it is")
def owner(actor: Actor, thing: object) -> bool:
    return isinstance(thing, StoredFile) and actor.person_id is not None and thing.owner_id == actor.person_id


@giver("whoever may see what the file is attached to")
def reader(actor: Actor, thing: object) -> bool:
    return isinstance(thing, StoredFile) and StoredFile.objects.visible_to(actor).filter(pk=thing.pk).exists()


PERMISSIONS = declare(
    Permission("files.file.view", "Read a file", givers=(owner, reader)),
    Permission("files.file.take", "Take a file as it was handed in, byte for byte", givers=(owner,)),
)
