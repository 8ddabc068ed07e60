"""Who is reminded beside the person herself."""

from academy.engines.reminders.deadlines import ABOUT, HERSELF, Audience
from academy.people.selectors.line_management import line_manager_of

LINE_MANAGER = Audience("her line manager", lambda on: line_manager_of(on, person=ABOUT))
BOTH = (HERSELF, LINE_MANAGER)
