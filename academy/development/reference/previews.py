"""Policies as staff will see them, drawn from a text that is not published yet."""

from calendar import month_name

from academy.development.choices import TEXTS
from academy.development.choices.inductions import ItemKind
from academy.development.choices.plans import MeetingKind, Party
from academy.development.schema.appraisals import AppraisalPolicyFile
from academy.development.schema.coaching import TermsFile
from academy.development.schema.entries import PolicyFile
from academy.development.schema.inductions import ProgrammeFile
from academy.development.schema.skills import SkillSetFile
from academy.engines.reference.publishing.kinds import Preview, Seen


def cpd(file: PolicyFile, seen: Seen) -> Preview:
    """The words of the approach, the rhythm and the guide, and what each kind of learning asks."""
    kinds = [
        (
            str(kind.label),
            [(words, getattr(part, text)) for text, words in TEXTS.items() if getattr(part, text)],
        )
        for kind, part in file.questions.items()
    ]
    return Preview("development/previews/cpd.html", {"file": file, "kinds": kinds})


def appraisals(file: AppraisalPolicyFile, seen: Seen) -> Preview:
    """Both meetings with their questions, each under whoever answers."""
    terms = file.terms
    meetings = [
        {
            "name": terms.called(kind),
            "month": month_name[terms.months[kind.value]],
            "parties": [(party.label, terms.asked(kind, party)) for party in Party],
        }
        for kind in MeetingKind
    ]
    return Preview("development/previews/appraisals.html", {"meetings": meetings, "has_own": bool(file.questions)})


def inductions(file: ProgrammeFile, seen: Seen) -> Preview:
    """What a new starter is asked, by what it is."""
    components = {part.code: part.title for part in file.components}
    kinds = [
        (kind.label, [(item, components[item.component]) for item in file.items if item.kind == kind])
        for kind in ItemKind
    ]
    return Preview("development/previews/inductions.html", {"file": file, "kinds": kinds})


def skills(file: SkillSetFile, seen: Seen) -> Preview:
    """The groups with their skills."""
    professions = [str(each.label) for each in file.professions]
    return Preview("development/previews/skills.html", {"file": file, "professions": professions})


def coaching(file: TermsFile, seen: Seen) -> Preview:
    """What both sign, part by part."""
    return Preview("development/previews/coaching.html", {"file": file})
