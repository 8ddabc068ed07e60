"""Who may read, note, take in and take back completions, and who gives and reads feedback."""

from academy.engines.access.permissions import Permission, declare
from academy.people.givers import HERSELF, LINE_MANAGER
from academy.training.permissions.bookings import HER_ACADEMY, HOST
from academy.training.permissions.offer import ACADEMY, BELONGS

PERMISSIONS = declare(
    Permission("training.record.own", "See one's own training record", (BELONGS,)),
    Permission("training.record.see", "See a person's training record", (HERSELF, LINE_MANAGER, HER_ACADEMY)),
    Permission("training.completion.note", "Note that a person finished a course", (HER_ACADEMY,)),
    Permission("training.completion.withdraw", "Take back a completion that was wrong", (ACADEMY,)),
    Permission("training.completion.import", "Take in completions from a table", (ACADEMY,)),
    Permission("training.feedback.give", "Say what one takes from an event one attended", (HERSELF,)),
    Permission("training.feedback.see", "Read feedback on an event, without names", (HOST,)),
)
