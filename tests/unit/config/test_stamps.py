"""Stamps: the digest changes with anything a part is made from, and only with that."""

from academy.config.stamps import Stamps, digest


def test_digest_of_the_same_files_in_another_order_is_the_same(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")

    assert digest(tmp_path, [one, two], "word") == digest(tmp_path, [two, one], "word")


def test_digest_changes_with_content_place_and_words(tmp_path):
    one = tmp_path / "one"
    one.write_text("1")
    before = digest(tmp_path, [one], "word")
    moved = one.rename(tmp_path / "moved")
    after_move = digest(tmp_path, [moved], "word")
    moved.write_text("2")
    after_change = digest(tmp_path, [moved], "word")
    other_word = digest(tmp_path, [moved], "other")

    assert len({before, after_move, after_change, other_word}) == 4


def test_stamp_holds_only_what_it_was_set_to(tmp_path):
    stamps = Stamps(tmp_path / "stamps")

    assert not stamps.holds("assets", "a")
    stamps.set("assets", "a")
    assert stamps.holds("assets", "a")
    assert not stamps.holds("assets", "b")
    assert not stamps.holds("static", "a")


def test_dropped_stamp_holds_nothing_and_may_be_dropped_again(tmp_path):
    stamps = Stamps(tmp_path)
    stamps.set("demo", "a")
    stamps.drop("demo")
    stamps.drop("demo")

    assert not stamps.holds("demo", "a")
