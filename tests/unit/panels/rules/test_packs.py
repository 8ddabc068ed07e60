"""A pack as it leaves: cleared of whom it names and of what else tells, and only as it was read."""

import pytest

from panels.rules.packs import HIDDEN, MOST_HIDDEN, Pack, PackPart, can_clear, names_said, pack_in, without_whom
from portfolios.rules.content import Named

NAMES = (Named(name="Amara Osei", instead="the newly qualified social worker"), Named(name="Brix", instead="the team"))
REPORT = "Amara knows Brix. Ring 020 7946 0018 or write to amara@brix.example."


def pack_of(words, *, title="Final report", facts=()):
    return Pack(parts=(PackPart(title=title, facts=facts, texts=(("Report", words),)),))


def words_of(pack):
    return pack.parts[0].texts[0][1]


def test_pack_says_nobody_s_name_number_or_address():
    cleared = without_whom(pack_of(REPORT), NAMES)
    assert words_of(cleared) == (
        "The newly qualified social worker knows the team. Ring (Telephone number) or write to an e-mail address."
    )


def test_titles_and_facts_are_cleared_as_well():
    pack = pack_of("Seen.", title="Osei’s review", facts=(("Team", "Brix"),))
    cleared = without_whom(pack, NAMES).parts[0]
    assert (cleared.title, cleared.facts) == ("The newly qualified social worker’s review", (("Team", "The team"),))


def test_case_numbers_go_by_the_mask_of_the_organisation():
    assert words_of(without_whom(pack_of("See QX-4711."), (), masks=("QX-9999",))) == "See (Case number)."


def test_lines_somebody_names_are_hidden_besides_as_a_whole():
    named = names_said("  Hill Farm School \n\nHill Farm School\n")
    assert named == (Named(name="Hill Farm School", instead=HIDDEN, is_whole=True),)
    assert words_of(without_whom(pack_of("At Hill Farm School, on a farm."), named)) == f"At {HIDDEN}, on a farm."


def test_what_is_kept_is_the_same_pack_with_the_same_fingerprint():
    pack = pack_of(REPORT, facts=(("Recommended", "Pass"),))
    again = pack_in(pack.content)
    assert (again, again.sha256) == (pack, pack.sha256)
    assert pack.sha256 != without_whom(pack, NAMES).sha256


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"lines": "x"}, "also"),
        ({"lines": "\n".join(f"Place {number}" for number in range(MOST_HIDDEN + 1))}, "also"),
        ({"seen": "other"}, "is_read"),
        ({"is_read": False}, "is_read"),
    ],
)
def test_pack_leaves_only_as_it_was_read(said, field):
    asked = {"lines": "", "seen": "same", "stands": "same", "is_read": True}
    assert can_clear(**asked).allowed
    refused = can_clear(**asked | said)
    assert (refused.allowed, refused.field) == (False, field)
