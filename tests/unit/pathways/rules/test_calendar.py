from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from pathways.rules.calendar import CalendarDate, dates_file

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


def test_each_date_is_a_whole_day_that_leaves_her_free():
    leap = date(2028, 2, 29)

    text = dates_file([CalendarDate(uid="a@portal", title="Evidence complete", on=leap)], url="https://portal/", at=AT)

    [event] = Calendar.from_ical(text).events
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (leap, leap + timedelta(days=1))
    assert (str(event["uid"]), str(event["summary"]), str(event["transp"])) == (
        "a@portal",
        "Evidence complete",
        "TRANSPARENT",
    )
    assert event.decoded("dtstamp") == AT


def test_no_dates_are_an_empty_calendar():
    assert Calendar.from_ical(dates_file([], url="https://portal/", at=AT)).events == []
