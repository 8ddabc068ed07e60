import re

import pytest

from tests.factories.notify import MailFactory
from tests.integration.engines.at_once import said_by_two

MAILS = 40
PREPARATION = """
from django.conf import settings
from academy.engines.notify.tasks import send_due_mail
settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
settings.EMAIL_FILE_PATH = "{folder}"
"""


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_every_mail_exactly_once(tmp_path):
    ids = [MailFactory().message_id for _ in range(MAILS)]
    folder = tmp_path / "mail"
    folder.mkdir()

    said = said_by_two(
        "send_due_mail(); print('done', flush=True)",
        preparation=PREPARATION.format(folder=folder),
        folder=tmp_path,
    )

    assert said == ["done", "done"]
    sent = re.findall(r"^Message-ID: (.+)$", "".join(path.read_text() for path in folder.iterdir()), flags=re.MULTILINE)
    assert sorted(sent) == sorted(ids)
