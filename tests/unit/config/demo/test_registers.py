from datetime import date

from academy.config.demo.registers import Numbers, Registered, rows_of


def test_social_worker_since_the_new_register_has_one_row():
    assert rows_of("swe", date(2023, 9, 4), Numbers()) == [Registered("swe", "SW900130", date(2023, 9, 4))]


def test_social_worker_from_before_december_2019_was_with_hcpc_until_the_day_before():
    assert rows_of("swe", date(2016, 9, 5), Numbers()) == [
        Registered("hcpc", "SW800464", date(2016, 9, 5), date(2019, 12, 1)),
        Registered("swe", "SW900130", date(2019, 12, 2)),
    ]


def test_occupational_therapist_is_with_hcpc_all_the_time():
    assert rows_of("hcpc", date(2016, 9, 5), Numbers()) == [Registered("hcpc", "OT900052", date(2016, 9, 5))]


def test_numbers_are_given_once():
    numbers = Numbers()
    assert [numbers.next("SW9") for _ in range(3)] == ["SW900130", "SW900137", "SW900144"]
