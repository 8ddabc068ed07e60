from academy.engines.access.matrix import page
from academy.engines.access.permissions import SIGNED_IN, Permission, giver

PAGE = """\
# Who may do what

Written by `manage.py generate_docs` from the declared permissions; do not edit. A dot: this gives it.

## notes

| permission | what it lets one do | anybody signed in | whoever wrote it |
| --- | --- | --- | --- |
| `notes.note.burn` | Burn a note |  |  |
| `notes.note.read` | Read a note | ● | ● |

## trees

| permission | what it lets one do | anybody signed in |
| --- | --- | --- |
| `trees.tree.climb` | Climb a tree | ● |
"""


@giver("whoever wrote it")
def author(actor, thing):
    return False


def test_matrix_has_a_table_for_each_app_with_the_givers_it_uses():
    permissions = [
        Permission("trees.tree.climb", "Climb a tree", givers=(SIGNED_IN,)),
        Permission("notes.note.read", "Read a note", givers=(author, SIGNED_IN)),
        Permission("notes.note.burn", "Burn a note", givers=()),
    ]

    assert page(permissions) == PAGE
