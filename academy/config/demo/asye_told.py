"""What people of the demo were told of years long ago: read by now, and gone as mail."""

from datetime import date, timedelta

from django.db.models import F

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.models import Mail, Notice

OURS = "asye."
READ_AFTER, OLD = timedelta(hours=20), timedelta(days=12)


def settle(on: date) -> None:
    """Notices of more than some days ago were read the next day, and no mail of the past is sent today."""
    Notice.objects.filter(kind__startswith=OURS, created_at__date__lt=on - OLD).update(
        read_at=F("created_at") + READ_AFTER
    )
    queued = Mail.objects.filter(kind__startswith=OURS, status=MailStatus.QUEUED)
    queued.update(status=MailStatus.SENT, sent_at=F("queued_at"), text="", file_text="")
