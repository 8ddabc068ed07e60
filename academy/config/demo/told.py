"""What people of the demo were told of years and cases long ago: read by now, and gone as mail."""

from datetime import date, timedelta

from django.db.models import F, Q

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.models import Mail, Notice

READ_AFTER, OLD = timedelta(hours=20), timedelta(days=12)


def settle(on: date) -> None:
    """Notices of more than some days ago were read the next day, and no mail of the past is sent today."""
    ours = Q(kind__startswith="asye.") | Q(kind__startswith="panels.")
    Notice.objects.filter(ours, created_at__date__lt=on - OLD).update(read_at=F("created_at") + READ_AFTER)
    queued = Mail.objects.filter(ours, status=MailStatus.QUEUED)
    queued.update(status=MailStatus.SENT, sent_at=F("queued_at"), text="", file_text="")
