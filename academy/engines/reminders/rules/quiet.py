"""Quiet hours: when no mail goes to somebody. Pure; wall clock of London, where every organisation is."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SATURDAY = 5


@dataclass(frozen=True)
class QuietHours:
    """From a time of day until another, over midnight where the first is the later; alike means never.

    On the minute they end a mail may go. Weekends are quiet as a whole when `at_weekends` is set.
    """

    from_time: time
    until_time: time
    at_weekends: bool = True

    def hold(self, at: datetime) -> bool:
        """Is it quiet at that moment?"""
        local = at.astimezone(LONDON)
        if self.at_weekends and local.weekday() >= SATURDAY:
            return True
        now, begins, ends = local.time(), self.from_time, self.until_time
        return begins <= now < ends if begins <= ends else now >= begins or now < ends


def next_allowed(at: datetime, *, quiet: QuietHours) -> datetime:
    """The first moment from then on at which a mail may go, in UTC.

    A time the clocks leave out in spring counts as the one an hour later; of one that comes twice in autumn the first
    that is still to come counts.
    """
    moment = at.astimezone(UTC)
    while quiet.hold(moment):
        moment = next(each for each in _ends(moment, quiet=quiet) if each > moment)
    return moment


def _ends(moment: datetime, *, quiet: QuietHours) -> list[datetime]:
    """When quiet may end, from the day of the moment on: at the end of the hours, or when a new day begins."""
    day = moment.astimezone(LONDON).date()
    return [
        datetime.combine(day + timedelta(days=number), clock, tzinfo=LONDON).replace(fold=fold).astimezone(UTC)
        for number in range(3)
        for clock in sorted({time.min, quiet.until_time})
        for fold in (0, 1)
    ]
