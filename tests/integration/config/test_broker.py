"""The embedded broker under real concurrency: several processes send and take; nothing gets lost or is seen half."""

import multiprocessing
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from kombu import Connection

from academy.config import broker

EACH = 1500


@pytest.fixture(autouse=True)
def _registered() -> None:
    broker.register()


def connect(folder: Path) -> Connection:
    return Connection("filesystem://", transport_options=broker.filesystem_options(folder))


def send(folder: Path, sender: int) -> None:
    broker.register()
    with connect(folder) as connection:
        channel = connection.default_channel
        for number in range(EACH):
            channel._put("work", {"sender": sender, "number": number})


def take(folder: Path, results: Any) -> None:
    """Take until the senders have finished and nothing is left: a message that says -1 ends one taker."""
    broker.register()
    got = []
    with connect(folder) as connection:
        channel = connection.default_channel
        while True:
            try:
                message = channel._get("work")
            except Empty:
                continue
            if message["number"] == -1:
                break
            got.append((message["sender"], message["number"]))
    results.put(got)


def test_messages_sent_and_taken_at_once_are_each_taken_exactly_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    takers = [context.Process(target=take, args=(tmp_path, results)) for _ in range(2)]
    senders = [context.Process(target=send, args=(tmp_path, sender)) for sender in range(2)]
    for process in [*takers, *senders]:
        process.start()
    for process in senders:
        process.join()
    with connect(tmp_path) as connection:
        for _ in takers:
            connection.default_channel._put("work", {"sender": 0, "number": -1})
    taken = sorted(message for _ in takers for message in results.get(timeout=60))
    for process in takers:
        process.join()

    assert taken == [(sender, number) for sender in range(2) for number in range(EACH)]
    assert [process.exitcode for process in [*takers, *senders]] == [0, 0, 0, 0]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


def test_message_while_it_is_written_is_not_in_the_folder_readers_look_into(tmp_path, monkeypatch):
    seen_while_writing = []

    with connect(tmp_path) as connection:
        channel = connection.default_channel

        def look(payload: object) -> str:
            seen_while_writing.extend(path.name for path in (tmp_path / "messages").iterdir())
            return '{"number": 1}'

        monkeypatch.setattr(broker, "dumps", look)
        channel._put("work", {"number": 1})
        after = [path.read_text() for path in (tmp_path / "messages").iterdir()]

    assert seen_while_writing == []
    assert after == ['{"number": 1}']


def test_messages_of_one_queue_come_in_the_order_they_were_sent(tmp_path):
    with connect(tmp_path) as connection:
        channel = connection.default_channel
        for number in range(5):
            channel._put("work", {"number": number})
            channel._put("other", {"number": 100 + number})
        taken = [channel._get("work")["number"] for _ in range(5)]

        assert taken == [0, 1, 2, 3, 4]
        with pytest.raises(Empty):
            channel._get("work")
        assert channel._size("other") == 5


def test_message_of_one_queue_is_not_taken_by_a_queue_whose_name_ends_alike(tmp_path):
    with connect(tmp_path) as connection:
        channel = connection.default_channel
        channel._put("long.work", {"number": 1})

        with pytest.raises(Empty):
            channel._get("work")


def test_exchange_table_is_complete_before_the_first_queue_is_bound(tmp_path, monkeypatch):
    tables_before_binding = []
    with connect(tmp_path) as connection:
        channel = connection.default_channel
        original = broker.filesystem.Channel._queue_bind

        def bind(self: Any, exchange: str, *rest: str) -> None:
            tables_before_binding.append((tmp_path / "control" / f"{exchange}.exchange").read_text())
            original(self, exchange, *rest)

        monkeypatch.setattr(broker.filesystem.Channel, "_queue_bind", bind)
        channel._queue_bind("notices", "key", "", "first")
        channel._queue_bind("notices", "key", "", "second")
        bound = sorted(row.queue for row in channel.get_table("notices"))

    assert tables_before_binding == ["[]", '[["key", "", "first"]]']
    assert bound == ["first", "second"]
