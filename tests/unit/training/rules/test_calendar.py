from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from academy.training.rules.calendar import CalendarDay, Invitation, Method, calendar_file

AT = datetime(2026, 7, 1, 8, 0, 5, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
DAY = CalendarDay(
    uid="event-7-day-1@portal.example",
    starts_at=datetime(2026, 7, 8, 9, 30, tzinfo=LONDON),
    ends_at=datetime(2026, 7, 8, 16, 30, tzinfo=LONDON),
    place="Room 2; Civic Centre, Bexley",
)
INVITATION = Invitation(
    title="Mental Capacity Act",
    about="One\r\nTwo",
    url="https://portal.example/training/bookings/3/",
    organiser="academy@portal.example",
    attendee="ann@council.example",
    sequence=4,
    days=(DAY,),
)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_calendar_file_says_one_day_in_full():
    assert unfolded(calendar_file(INVITATION, method=Method.REQUEST, at=AT)) == [
        "BEGIN:VCALENDAR",
        "PRODID:-//Academy portal//Training//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        "UID:event-7-day-1@portal.example",
        "SEQUENCE:4",
        "DTSTAMP:20260701T080005Z",
        "DTSTART:20260708T083000Z",
        "DTEND:20260708T153000Z",
        "SUMMARY:Mental Capacity Act",
        "LOCATION:Room 2\\; Civic Centre\\, Bexley",
        "DESCRIPTION:One\\nTwo",
        "URL:https://portal.example/training/bookings/3/",
        "ORGANIZER:mailto:academy@portal.example",
        "ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:ann@council.example",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_cancelling_takes_every_day_out():
    days = (DAY, replace(DAY, uid="event-7-day-2@portal.example"))

    lines = unfolded(calendar_file(replace(INVITATION, days=days), method=Method.CANCEL, at=AT))

    assert [line for line in lines if line.startswith(("METHOD", "STATUS"))] == [
        "METHOD:CANCEL",
        "STATUS:CANCELLED",
        "STATUS:CANCELLED",
    ]


def test_day_there_is_no_longer_is_cancelled_alone():
    days = (DAY, replace(DAY, uid="event-7-day-2@portal.example", is_cancelled=True))

    lines = unfolded(calendar_file(replace(INVITATION, days=days), method=Method.REQUEST, at=AT))

    assert [line for line in lines if line.startswith("STATUS")] == ["STATUS:CONFIRMED", "STATUS:CANCELLED"]


def test_long_lines_are_folded_within_75_octets_and_no_character_is_cut():
    title = "Über Menschen – " * 20

    text = calendar_file(replace(INVITATION, title=title, attendee=""), method=Method.REQUEST, at=AT)

    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    assert f"SUMMARY:{title}" in unfolded(text)
    assert "ATTENDEE" not in text


def test_backslash_in_a_title_is_kept():
    lines = unfolded(calendar_file(replace(INVITATION, title="A\\B"), method=Method.REQUEST, at=AT))

    assert "SUMMARY:A\\\\B" in lines
