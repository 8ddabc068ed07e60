"""Who may do what with private notes: their owner, and nobody else in any role (S3-54)."""

from academy.development.permissions.entries import RECORDED
from academy.engines.access.permissions import Permission, declare
from academy.people.givers import HERSELF

PERMISSIONS = declare(
    Permission("development.note.begin", "Keep private notes of one's own", (RECORDED,)),
    Permission("development.note.keep", "Read, change and delete a private note", (HERSELF,)),
)
