"""What she says of a week: said once in two taps, and corrected for four weeks."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.choices.year import Kept
from asye.models import Enrolment, Week
from asye.rules.promises import Said
from asye.rules.weeks import WEEKS_OPEN, weeks_open
from asye.selectors.promises import ran_in

MOST_PERCENT = 200
MOST_USED_FOR = 200


@command("asye.week.answer")
def answer_week(*, enrolment: Enrolment, said: Said, by: Actor, at: datetime) -> Week:
    """Note how the promises of a week were kept, or correct what was noted.

    Refuses anybody but the NQSW, a year that does not run, a week that is over for more than four weeks, was paused,
    was spent away or is still to come, an answer that is none of the three, and a workload over 200 %.
    """
    if not allows("asye.week.answer", by, enrolment):
        raise Refused("Only the newly qualified social worker says how her week was.")
    held = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if held.state not in UNDER_WAY:
        raise Refused("The year does not run, so nothing is asked of its weeks.")
    if said.week_on not in weeks_open(ran_in(held), on=by.on):
        raise Refused(f"A week can be said until {WEEKS_OPEN} weeks later, where you worked in it.")
    _require_possible(said)
    values = {
        "protected": said.protected,
        "workload_percent": said.percent,
        "supervised": said.supervised,
        "used_for": said.used_for.strip(),
        "changed_at": at,
    }
    first = {**values, "answered_at": at}
    key = {"enrolment": held, "week_on": said.week_on}
    week, _ = Week.objects.update_or_create(**key, defaults=values, create_defaults=first)
    changed = ("protected", "workload_percent", "supervised", "used_for")
    record(week, changed=changed, about=held.person_id, organisation=held.organisation_id)
    return week


def _require_possible(said: Said) -> None:
    if said.protected not in Kept.values:
        raise Refused("Say whether you had the protected time: yes, partly or no.", field="protected")
    if not 0 <= said.percent <= MOST_PERCENT:
        raise Refused(f"Say it in per cent, {MOST_PERCENT} at the most.", field="workload")
    if len(said.used_for.strip()) > MOST_USED_FOR:
        raise Refused(f"Use at most {MOST_USED_FOR} characters.", field="used_for")
