from collections import Counter
from datetime import date

from academy.config.demo.standards import OF_THERAPISTS, own_keys
from academy.config.demo.writers import Writer
from academy.config.demo.writing import STRETCHES_TOLD, Desk, Planned
from academy.development.rules.stretches import Rhythm, latest_stretches

ON, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)
STRETCHES = latest_stretches(ON, rhythm=Rhythm(date(2025, 10, 13)), number=STRETCHES_TOLD)


def _writer(
    name: str, *, since: date = STRETCHES[0].starts_on, until: date = YESTERDAY, is_steady: bool = False
) -> Writer:
    return Writer(
        person_id=1,
        organisation_id=1,
        name=name,
        team="bristol/north",
        writes="practitioner",
        service="adults",
        since=since,
        until=until,
        is_steady=is_steady,
    )


def _kept(written: list[Planned]) -> list[Planned]:
    return [each for each in written if not each.is_draft]


def test_nobody_writes_the_same_text_twice():
    desk = Desk(STRETCHES, YESTERDAY)
    for number in range(30):
        titles = [each.text.title for each in desk.plan(_writer(f"Writer {number}"))]
        assert len(set(titles)) == len(titles)


def test_colleagues_of_a_small_team_hardly_share_a_text():
    desk = Desk(STRETCHES, YESTERDAY)
    titles = Counter(each.text.title for number in range(4) for each in desk.plan(_writer(f"Writer {number}")))
    assert sum(count > 1 for count in titles.values()) <= len(titles) // 5


def test_days_lie_between_the_first_and_the_last_and_on_working_days():
    written = Desk(STRETCHES, YESTERDAY).plan(_writer("Newcomer", since=date(2026, 6, 1), until=date(2026, 9, 4)))
    days = [each.on for each in _kept(written)]
    assert days == sorted(days)
    assert [day for day in days if not date(2026, 5, 29) <= day <= date(2026, 9, 4) or day.weekday() > 4] == []


def test_steady_writer_has_no_empty_stretch():
    written = _kept(Desk(STRETCHES, YESTERDAY).plan(_writer("Steady", is_steady=True)))
    past = STRETCHES[1:-1]
    assert [stretch for stretch in past if not any(stretch.holds(each.on) for each in written)] == []


def test_some_writers_have_an_empty_stretch_and_some_a_draft():
    desk = Desk(STRETCHES, YESTERDAY)
    everybody = [desk.plan(_writer(f"Writer {number}")) for number in range(40)]
    gaps = [all(any(stretch.holds(each.on) for each in written) for stretch in STRETCHES[:-1]) for written in everybody]
    drafts = [any(each.is_draft for each in written) for written in everybody]
    assert set(gaps) == {True, False}
    assert set(drafts) == {True, False}


def test_who_left_has_no_draft():
    desk = Desk(STRETCHES, YESTERDAY)
    written = [desk.plan(_writer(f"Leaver {number}", until=date(2026, 5, 1))) for number in range(40)]
    assert [each for plan in written for each in plan if each.is_draft] == []


def test_the_same_desk_plans_the_same_twice():
    assert Desk(STRETCHES, YESTERDAY).plan(_writer("Again")) == Desk(STRETCHES, YESTERDAY).plan(_writer("Again"))


def test_keys_of_a_therapist_are_those_of_her_register():
    assert own_keys(("pcf/6",), writes="therapist", service="adults") == OF_THERAPISTS
    assert own_keys(("hcpc-ot/4",), writes="therapist", service="adults") == ("hcpc-ot/4",)


def test_keys_of_a_childrens_manager_are_of_the_childrens_supervisors():
    keys = ("pcf/9", "adult-practice-supervisor/5")
    assert own_keys(keys, writes="manager", service="children") == ("pcf/9", "child-family-practice-supervisor/5")
    assert own_keys(keys, writes="manager", service="adults") == keys
