"""Which documents were seen, and which are still to come."""

from dataclasses import replace

from asye.rules.documents_seen import listed, seen_among, unseen_among
from asye.rules.parts_of_policy import Document
from asye.rules.policy import PLAIN

DEGREE, PROOF = Document(code="degree", title="Degree certificate"), Document(code="proof", title="Proof")
RULES = replace(PLAIN, documents=(DEGREE, PROOF))


def test_what_was_seen_and_what_is_to_come_stand_in_the_order_of_the_policy():
    assert (seen_among(RULES, ["proof", "other"]), unseen_among(RULES, ["proof", "other"])) == ((PROOF,), (DEGREE,))
    assert (seen_among(PLAIN, ["proof"]), unseen_among(PLAIN, [])) == ((), ())


def test_titles_are_listed_within_a_sentence():
    assert listed((DEGREE, PROOF)) == "degree certificate, proof"
