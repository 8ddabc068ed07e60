import csv
import io
import json
import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

from academy.development.rules.records import COLUMNS, csv_lines, json_parts
from academy.development.selectors.exports import Exported

ID = uuid.UUID("8d0f6c1a-6a0f-4a53-9f0b-4f3c2f6f2b11")
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


def exported(**values):
    said = {
        "id": ID,
        "state": "kept",
        "kind": "Reflective log",
        "title": "A visit, and “more”",
        "started_on": date(2026, 11, 12),
        "ended_on": None,
        "way": "By experience",
        "happened": "First line.\nSecond line.",
        "learnt": "=HYPERLINK(1)",
        "impact": "",
        "hours": Decimal("1.50"),
        "standards": ("pcf/2018/6", "pcf/2018/7"),
        "shared_with": (),
        "discussed_on": (),
        "peer_reflections": (),
        "used_in": (),
        "files": (),
        "created_at": AT,
        "changed_at": AT,
        "kept_at": AT,
        "withdrawn_at": None,
    }
    return Exported(**said | values)


def read(*entries):
    written = "".join(csv_lines(entries))
    assert written[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(written[1:], newline="")))


def test_csv_has_one_row_per_entry_under_the_columns_in_order():
    row, second = read(exported(), exported(title="Second"))
    assert list(row) == list(COLUMNS)
    assert (row["title"], row["happened"]) == ("A visit, and “more”", "First line.\nSecond line.")
    assert (row["id"], row["started_on"], row["ended_on"]) == (str(ID), "2026-11-12", "")
    assert (row["hours"], row["standards"], row["kept"]) == ("1.50", "pcf/2018/6; pcf/2018/7", "yes")
    assert second["title"] == "Second"


def test_csv_marks_a_formula_as_text():
    assert read(exported())[0]["learnt"] == "'=HYPERLINK(1)"


def test_csv_of_a_draft_and_of_a_withdrawn_entry_says_not_kept():
    draft, withdrawn = read(exported(kept_at=None, started_on=None, hours=None), exported(withdrawn_at=AT))
    assert (draft["kept"], draft["started_on"], draft["hours"], draft["withdrawn_on"]) == ("no", "", "", "")
    assert (withdrawn["kept"], withdrawn["withdrawn_on"]) == ("no", "2026-11-17")


def test_json_is_one_document_that_names_its_format_and_version():
    found = json.loads("".join(json_parts([exported(), exported(title="Second")], name="Amara Osei", made_at=AT)))
    assert (found["format"], found["version"], found["name"]) == ("academy-portal/cpd-record", 1, "Amara Osei")
    assert found["made_at"] == "2026-11-17T09:30:00+00:00"
    first, second = found["entries"]
    assert (first["id"], first["hours"], first["learnt"]) == (str(ID), "1.50", "=HYPERLINK(1)")
    assert (first["standards"], first["withdrawn_at"]) == (["pcf/2018/6", "pcf/2018/7"], None)
    assert second["title"] == "Second"


def test_json_of_nobodys_writing_is_whole():
    assert json.loads("".join(json_parts([], name="A", made_at=AT)))["entries"] == []
