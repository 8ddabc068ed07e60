"""Everything of somebody's own, to take with her: part by part, read while it is sent, also after she has left."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Sum

from academy.development.rules.records import csv_lines, json_parts
from academy.development.selectors.exports import Exported, exported_count, exported_entries
from academy.engines.files.models import StoredFile
from academy.engines.files.reading import open_original
from academy.engines.guard.selectors.keys import exported_key
from academy.identity.actor import Actor
from portfolios.models import Evidence, Portfolio, Snapshot
from portfolios.rules.content import Piece, canonical, read
from portfolios.rules.taking_out import (
    FORMAT,
    FORMAT_VERSION,
    Part,
    content_page,
    heading,
    json_list,
    link,
    page,
    piece_page,
    piece_said,
    text_part,
    written,
)
from portfolios.selectors.content import content_of
from portfolios.selectors.pieces import pieces_of

AT_ONCE = 100
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Counted:
    """How much there is to take."""

    entries: int
    evidence: int
    portfolios: int
    files: int
    bytes: int


def parts_of(actor: Actor, *, at: datetime) -> Iterator[Part]:
    """Every part, in the order it is sent: what a person reads, what a program reads, the files. The memory it needs
    does not grow with what there is; files that are gone from storage are named in `index.json`.
    """
    person_id = actor.person_id or 0
    yield text_part("index.html", page("Everything of mine", _contents(person_id)))
    yield text_part("entries.html", page("My entries", _entries(person_id)))
    yield text_part("entries.csv", csv_lines(exported_entries(person_id)))
    yield text_part("entries.json", json_parts(exported_entries(person_id), name=actor.label, made_at=at))
    yield text_part("evidence.html", page("My evidence", _each(piece_page(piece) for piece in _evidence(person_id))))
    yield text_part("evidence.json", json_list(piece_said(piece) for piece in _evidence(person_id)))
    yield text_part("pseudonyms.json", json_list(exported_key(actor)))
    for portfolio in _portfolios(person_id):
        yield from _of_portfolio(portfolio)
    gone: list[str] = []
    for file in _files(person_id):
        yield from _of_file(file, gone)
    yield text_part("index.json", [_index(actor, person_id, at=at, gone=gone)])


def counted(person_id: int) -> Counted:
    """How much there is to take; five queries."""
    files = StoredFile.objects.filter(owner_id=person_id).clean()
    return Counted(
        entries=exported_count(person_id),
        evidence=_own_evidence(person_id).count(),
        portfolios=_portfolios(person_id).count(),
        files=files.count(),
        bytes=files.aggregate(all=Sum("size"))["all"] or 0,
    )


def path_of(file: StoredFile) -> str:
    """Where a file lies in the zip: under its id, so that two of one name stand apart."""
    return f"files/{file.uid}/{file.saved_name}"


def _files(person_id: int) -> Iterable[StoredFile]:
    return StoredFile.objects.filter(owner_id=person_id).clean().order_by("pk").iterator(AT_ONCE)


def _own_evidence(person_id: int) -> Any:
    return Evidence.objects.filter(person_id=person_id).order_by("pk")


def _portfolios(person_id: int) -> Any:
    return Portfolio.objects.filter(person_id=person_id).order_by("pk")


def _evidence(person_id: int) -> Iterator[Piece]:
    rows = _own_evidence(person_id).iterator(AT_ONCE)
    while several := list(islice(rows, AT_ONCE)):
        pieces = pieces_of(several)
        yield from (pieces[each.pk] for each in several)


def _each(several: Iterable[Iterable[str]]) -> Iterator[str]:
    for one in several:
        yield from one


def _contents(person_id: int) -> Iterator[str]:
    yield "<ul>\n" + link("entries.html", "My entries") + link("evidence.html", "My evidence") + "</ul>\n"
    yield heading("My portfolios") + "<ul>\n"
    for portfolio in _portfolios(person_id):
        yield link(f"portfolios/{portfolio.pk}/as-it-stands.html", portfolio.title, str(portfolio.standing.label))
        for number in portfolio.snapshots.order_by("number").values_list("number", flat=True):
            yield link(f"portfolios/{portfolio.pk}/version-{number}.html", f"{portfolio.title}, version {number}")
    yield "</ul>\n" + heading("My files") + "<ul>\n"
    for file in _files(person_id):
        yield link(path_of(file), file.original_name, file.kind_words)
    yield "</ul>\n"


def _entries(person_id: int) -> Iterator[str]:
    for entry in exported_entries(person_id):
        yield from _entry(entry)


def _entry(entry: Exported) -> Iterator[str]:
    yield heading(entry.title or "Without a title")
    yield written(" · ".join(filter(None, (entry.kind, str(entry.started_on or ""), entry.state))))
    for words, text in (("What happened", entry.happened), ("What I learnt", entry.learnt), ("Impact", entry.impact)):
        if text:
            yield heading(words, 3) + written(text)


def _of_portfolio(portfolio: Portfolio) -> Iterator[Part]:
    folder, content = f"portfolios/{portfolio.pk}", content_of(portfolio)
    yield text_part(f"{folder}/as-it-stands.html", page(portfolio.title, content_page(content)))
    yield text_part(f"{folder}/as-it-stands.json", [canonical(content)])
    snapshots: Iterable[Snapshot] = portfolio.snapshots.order_by("number").iterator(1)
    for snapshot in snapshots:
        name = f"{folder}/version-{snapshot.number}"
        yield text_part(f"{name}.html", page(portfolio.title, content_page(read(snapshot.content))))
        yield text_part(f"{name}.json", [snapshot.content])


def _of_file(file: StoredFile, gone: list[str]) -> Iterator[Part]:
    try:
        content = open_original(file)
    except FileNotFoundError:
        gone.append(str(file.uid))
        return
    with content:
        yield Part(path_of(file), iter(lambda: content.read(_CHUNK), b""), is_packed=True)


def _index(actor: Actor, person_id: int, *, at: datetime, gone: list[str]) -> str:
    files = [
        {"uid": str(file.uid), "path": path_of(file), "sha256": file.sha256, "size": file.size}
        for file in _files(person_id)
        if str(file.uid) not in gone
    ]
    head = {"format": FORMAT, "version": FORMAT_VERSION, "name": actor.label, "made_at": at.isoformat()}
    return json.dumps({**head, "files": files, "gone": gone}, ensure_ascii=False, indent=1)
