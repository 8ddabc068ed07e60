from academy.engines.audit.commands import ACTS
from academy.people.rules import changes


def test_every_act_on_people_and_places_has_words():
    acts = {act for act in ACTS if act.startswith("people.")}

    assert acts - set(changes.ACTS) == set()


def test_act_is_a_short_sentence():
    assert changes.act_in_words("people.terms.change") == "Terms changed"


def test_fields_are_called_as_people_call_them():
    assert changes.fields_in_words(["fte", "line_manager", "team"]) == "Hours, line manager, team"
    assert changes.fields_in_words(["short_name"]) == "Short name"
    assert changes.fields_in_words([]) == ""
