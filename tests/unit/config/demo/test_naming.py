from academy.config.demo.naming import APART, Namer, address


def test_names_are_never_given_twice_and_families_are_apart():
    namer = Namer([])
    names = [namer.name() for _ in range(200)]
    families = [family for _, family in names]
    assert len(set(names)) == 200
    assert [family for place, family in enumerate(families) if family in families[max(0, place - APART) : place]] == []


def test_names_are_the_same_at_every_loading():
    first, again = Namer([]), Namer([])
    assert [first.name() for _ in range(20)] == [again.name() for _ in range(20)]


def test_names_that_are_taken_are_not_given_out():
    given, family = Namer([]).name()
    assert Namer([f"{given} {family}"]).name() != (given, family)


def test_claimed_name_is_split_after_the_given_name():
    assert Namer([]).claim("Carla Jenks Moody") == ("Carla", "Jenks Moody")


def test_address_holds_letters_that_every_mail_server_takes():
    assert address("Beatriz", "Bragança O'Dowd", "bexley") == "beatriz.braganaodowd@bexley.example"
