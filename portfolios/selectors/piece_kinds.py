"""What each kind of evidence says beside its account: facts in lines, and writing under headings.

Of feedback nothing is told here that could tell who gave it: a professional or a manager is named, nobody else is
(D7-06).
"""

from collections.abc import Callable, Iterator

from academy.people.rules.spans import in_words
from portfolios.choices.evidence import (
    NAMELESS,
    Auditor,
    EvidenceKind,
    Giver,
    Judgement,
    Observer,
    RecordSeen,
    Setting,
    Way,
)
from portfolios.models import Evidence
from portfolios.rules.content import Fact, Passage


def facts_of(evidence: Evidence) -> tuple[Fact, ...]:
    """What is known of a piece, line by line; nothing that stands empty. No query where the piece was prefetched."""
    found = FACTS[evidence.kind](evidence) if evidence.kind in FACTS else iter(())
    return tuple(fact for fact in (*found, *_verified(evidence)) if fact.text)


def passages_of(evidence: Evidence) -> tuple[Passage, ...]:
    """What was written in it, by whom, in the order it came about."""
    theirs = PASSAGES[evidence.kind](evidence) if evidence.kind in PASSAGES else iter(())
    account = Passage(heading="What it is and what it shows", text=evidence.account)
    reflection = Passage(heading="Reflection", text=evidence.reflection)
    judged = _judged(evidence) if evidence.kind == EvidenceKind.OBSERVATION else iter(())
    said = (account, *theirs, reflection, *judged, *_signed_words(evidence))
    return tuple(passage for passage in said if passage.text)


def _verified(evidence: Evidence) -> Iterator[Fact]:
    if evidence.kind in SIGNED_IN_THEIR_OWN_WAY:
        return
    yield Fact(label="Known from", text="The portal’s own record" if evidence.known_as else "")
    if evidence.signed_by is None:
        yield Fact(label="Verified", text=_unverified(evidence))
        return
    name = evidence.signed_by.full_name
    if evidence.signed_for is not None:
        name = f"{name}, for {evidence.signed_for.full_name}"
    yield Fact(label="Seen and verified by", text=name)


def _unverified(evidence: Evidence) -> str:
    """Of a piece kept without a second person: a supervision was signed by both, anything else by nobody."""
    if not evidence.is_complete:
        return ""
    return "Signed by both in supervision" if evidence.kind == EvidenceKind.SUPERVISION else "By nobody; kept as it is"


def _signed_words(evidence: Evidence) -> Iterator[Passage]:
    if evidence.signed_by is not None and evidence.kind not in SIGNED_IN_THEIR_OWN_WAY:
        yield Passage(
            heading="What the person who verified it says",
            text=evidence.signer_words,
            says_who=evidence.signed_by.full_name,
        )


def observer_of(evidence: Evidence) -> str:
    """The name of who observed; empty for a piece that is no observation."""
    seen = getattr(evidence, "observation", None)
    if seen is None:
        return ""
    return seen.observer.full_name if seen.observer is not None else str(seen.outsider_name)


def _observation_facts(evidence: Evidence) -> Iterator[Fact]:
    seen = getattr(evidence, "observation", None)
    if seen is None:
        return
    registered = f", {seen.outsider_registration}" if seen.outsider_registration else ""
    yield Fact(label="What was observed", text=str(Setting(seen.setting).label))
    yield Fact(label="Planned for", text="" if evidence.happened_on else in_words(seen.planned_on))
    yield Fact(label="Observed by", text=f"{observer_of(evidence)}, {Observer(seen.relation).label}{registered}")
    yield Fact(label="The people present", text="Agreed to being observed" if seen.people_agreed else "")
    yield Fact(label="Judgement", text=str(Judgement(seen.judgement).label) if seen.judgement else "")


def _observation_passages(evidence: Evidence) -> Iterator[Passage]:
    seen = getattr(evidence, "observation", None)
    if seen is None:
        return
    who = observer_of(evidence)
    yield Passage(heading="What I asked the observer to look at", text=seen.focus)
    yield Passage(heading="What was seen", text=seen.seen, says_who=who)
    yield Passage(heading="Strengths", text=seen.strengths, says_who=who)
    yield Passage(heading="To develop", text=seen.to_develop, says_who=who)


def _judged(evidence: Evidence) -> Iterator[Passage]:
    seen = getattr(evidence, "observation", None)
    if seen is not None:
        yield Passage(heading="Why this judgement", text=seen.judgement_reason, says_who=observer_of(evidence))


def _feedback_facts(evidence: Evidence) -> Iterator[Fact]:
    given = getattr(evidence, "feedback", None)
    if given is None:
        return
    is_nameless = given.giver in NAMELESS
    named = "" if is_nameless else ", ".join(filter(None, (given.giver_name, given.giver_role)))
    agreed = "Agreed to its use; no name is kept" if is_nameless else "Agreed to its use"
    yield Fact(label="From", text=": ".join(filter(None, (str(Giver(given.giver).label).capitalize(), named))))
    yield Fact(label="How it came", text=str(Way(given.way).label))
    yield Fact(label="Collected by", text=given.collected_by.full_name)
    yield Fact(label="Consent", text=agreed if given.agreed_to_use else "")
    changed = "A name or number was taken out by the practitioner" if given.masked_at else ""
    yield Fact(label="Changed", text=changed)


def _feedback_passages(evidence: Evidence) -> Iterator[Passage]:
    given = getattr(evidence, "feedback", None)
    if given is None:
        return
    who = str(Giver(given.giver).label).capitalize()
    yield Passage(heading="What went well", text=given.went_well, says_who=who)
    yield Passage(heading="What could be better", text=given.could_be_better, says_who=who)
    for question, answer in given.answers.items():
        yield Passage(heading=str(question), text=str(answer), says_who=who)
    yield Passage(heading="Anything else", text=given.anything_else, says_who=who)


def _audit_facts(evidence: Evidence) -> Iterator[Fact]:
    audit = getattr(evidence, "case_audit", None)
    if audit is None:
        return
    yield Fact(label="Case", text=audit.reference)
    yield Fact(label="Audited by", text=f"{audit.auditor.full_name}, {Auditor(audit.relation).label}")
    yield Fact(label="Talked over", text="Beside the open record" if audit.is_live else "")
    yield Fact(label="Grade", text=audit.grade.replace("-", " ").replace("_", " ").capitalize())


def _audit_passages(evidence: Evidence) -> Iterator[Passage]:
    audit = getattr(evidence, "case_audit", None)
    if audit is not None:
        yield Passage(heading="What the auditor found", text=audit.comments, says_who=audit.auditor.full_name)


def _supervision_facts(evidence: Evidence) -> Iterator[Fact]:
    session = evidence.supervision
    if session is not None:
        yield Fact(label="Supervision", text=str(session.get_strand_display()))
        yield Fact(label="With", text=session.supervisor.full_name)


def _assignment_facts(evidence: Evidence) -> Iterator[Fact]:
    yield Fact(label="Length", text=f"{evidence.words:,} words" if evidence.words else "")


def _work_facts(evidence: Evidence) -> Iterator[Fact]:
    if evidence.record_seen_on is not None:
        yield Fact(label="Record opened", text=str(RecordSeen(evidence.record_kind).label))
        yield Fact(label="Opened on", text=in_words(evidence.record_seen_on))
        yield Fact(label="What was seen", text="Matched what is told here; nothing was uploaded")


FACTS: dict[str, Callable[[Evidence], Iterator[Fact]]] = {
    EvidenceKind.OBSERVATION: _observation_facts,
    EvidenceKind.FEEDBACK: _feedback_facts,
    EvidenceKind.AUDIT: _audit_facts,
    EvidenceKind.SUPERVISION: _supervision_facts,
    EvidenceKind.ASSIGNMENT: _assignment_facts,
    EvidenceKind.WORK: _work_facts,
}
PASSAGES: dict[str, Callable[[Evidence], Iterator[Passage]]] = {
    EvidenceKind.OBSERVATION: _observation_passages,
    EvidenceKind.FEEDBACK: _feedback_passages,
    EvidenceKind.AUDIT: _audit_passages,
}
# Who looked at these stands in their own facts.
SIGNED_IN_THEIR_OWN_WAY = (EvidenceKind.OBSERVATION, EvidenceKind.FEEDBACK, EvidenceKind.AUDIT)
