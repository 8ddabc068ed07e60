"""The embedded broker: messages as files in one folder, so that a fresh machine needs no server.

kombu's own filesystem transport shows a message file before it is written; a worker that polls at that moment reads
an empty file and ends. Here a message and an exchange table become visible complete, by a rename, and a message is
taken by a rename within the same folder tree. Names sort by wall-clock nanoseconds, so order survives a restart of
the machine.

A message holds ids, never personal data: the database row is the job, the broker only the doorbell.
"""

import os
import time
import uuid
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

POLLING_SECONDS = 0.2


def register() -> None:
    """Make `filesystem://` mean this transport. May be called more than once."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:Transport"


def filesystem_options(folder: Path | str) -> dict[str, Any]:
    """Celery's `broker_transport_options` for an embedded broker that keeps everything under `folder`.

    Nothing is created here: the transport makes its folders when it first connects.
    """
    root = Path(folder)
    return {
        "data_folder_in": str(root / "messages"),
        "data_folder_out": str(root / "messages"),
        "control_folder": str(root / "control"),
        "processed_folder": str(root / "taken"),
        "store_processed": False,
        "polling_interval": POLLING_SECONDS,
    }


class Channel(filesystem.Channel):
    """kombu's channel with atomic writes; fan-out, purge and size are inherited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for folder in (self.data_folder_in, self.data_folder_out, self.control_folder, self.processed_folder):
            Path(folder).mkdir(parents=True, exist_ok=True)

    def _put(self, queue: str, payload: dict[str, Any], **_: Any) -> None:
        """Add a message to a queue: visible to readers only when it is complete."""
        name = f"{time.time_ns()}_{uuid.uuid4()}.{queue}.msg"
        aside = self._write_aside(payload)
        os.rename(aside, Path(self.data_folder_out) / name)

    def _get(self, queue: str) -> Any:
        """The oldest message of a queue, taken by exactly one reader. Raises `Empty` when there is none."""
        ending = f"{queue}.msg"
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] != ending:
                continue
            taken = Path(self.processed_folder) / name
            try:
                os.rename(Path(self.data_folder_in) / name, taken)
            except FileNotFoundError:
                continue  # another reader was first
            payload = taken.read_bytes()
            taken.unlink()
            return loads(payload.decode())
        raise Empty

    def _queue_bind(self, exchange: str, *binding: str) -> None:
        """Bind a queue; the exchange's table exists complete before kombu updates it under its lock."""
        table = self._exchange_file(exchange)
        if not table.exists():
            aside = self._write_aside([])
            with suppress(FileExistsError):
                os.link(aside, table)
            aside.unlink()
        super()._queue_bind(exchange, *binding)

    def _write_aside(self, content: Any) -> Path:
        """Content in a file of its own, under a name no reader looks for."""
        aside = Path(self.control_folder) / f"{uuid.uuid4()}.aside"
        aside.write_bytes(dumps(content).encode())
        return aside


class Transport(filesystem.Transport):
    """The transport `register` puts behind `filesystem://`."""

    Channel = Channel
