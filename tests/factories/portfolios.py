"""Evidence, portfolios and what hangs on them, for tests. Factories store rows as they are; services are tested apart.

`evidence_in`, `portfolio_in`, `breach_in` and `exemplar_in` make a row of any state with what that state needs.
"""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import factory
from django.contrib.contenttypes.models import ContentType

from academy.development.services.versions import latest_version
from academy.engines.signatures.models import Signature
from portfolios import models as made
from portfolios.choices.evidence import EvidenceState
from portfolios.choices.portfolios import BreachState, ExemplarState, PortfolioState, Severity
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

TEMPLATE: dict[str, Any] = {
    "statement": "Nobody who draws on care and support can be told from this portfolio.",
    "sections": [{"code": "practice", "title": "Practice"}, {"code": "learning", "title": "Learning"}],
    "chain": ["author", "line_manager"],
}
HASH = "a" * 64


class EvidenceFactory(factory.django.DjangoModelFactory):
    """A piece in preparation; `evidence_in` makes one of another state."""

    class Meta:
        model = made.Evidence

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = "project"
    title = "Sensory room for the day centre"
    created_at = NOW
    changed_at = NOW


class ObservationFactory(factory.django.DjangoModelFactory):
    """A planned observation by somebody of the portal."""

    class Meta:
        model = made.Observation

    evidence = factory.SubFactory(EvidenceFactory, kind="observation", state="asked", asked_at=NOW, title="A visit")
    setting = "visit"
    relation = "line_manager"
    observer = factory.SubFactory(PersonFactory)
    planned_on = date(2026, 6, 10)


class FeedbackFactory(factory.django.DjangoModelFactory):
    """Feedback asked for from a person who draws on care and support."""

    class Meta:
        model = made.Feedback

    evidence = factory.SubFactory(EvidenceFactory, kind="feedback", state="asked", asked_at=NOW, title="Feedback")
    giver = "person"
    way = "card"
    collected_by = factory.SelfAttribute("evidence.person")


class CaseAuditFactory(factory.django.DjangoModelFactory):
    """An audit asked for from an independent auditor."""

    class Meta:
        model = made.CaseAudit

    evidence = factory.SubFactory(EvidenceFactory, kind="audit", state="asked", asked_at=NOW, title="Audit of a case")
    reference = "Case A"
    relation = "independent"
    auditor = factory.SubFactory(PersonFactory)
    scale = factory.LazyFunction(lambda: ["inadequate", "requires-improvement", "good", "outstanding"])


class EvidencePolicyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.EvidencePolicy

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"edition-{number}")
    valid_from = date(2026, 1, 1)
    checksum = factory.Sequence(lambda number: f"{number:064d}")


class PortfolioTemplateFactory(factory.django.DjangoModelFactory):
    """A template in force with two sections, signed by its author and her line manager."""

    class Meta:
        model = made.PortfolioTemplate

    organisation = factory.SubFactory(OrganisationFactory)
    template = "progression"
    code = factory.Sequence(lambda number: f"edition-{number}")
    title = "Progression portfolio"
    purpose = "progression"
    valid_from = date(2026, 1, 1)
    checksum = factory.Sequence(lambda number: f"{number:064d}")
    content = factory.LazyFunction(lambda: deepcopy(TEMPLATE))


class PortfolioFactory(factory.django.DjangoModelFactory):
    """A portfolio being gathered, without sections yet; `portfolio_in` makes one of another state."""

    class Meta:
        model = made.Portfolio

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    template = factory.SubFactory(PortfolioTemplateFactory, organisation=factory.SelfAttribute("..organisation"))
    title = "Towards BG11"
    opened_at = NOW
    changed_at = NOW


class SectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Section

    portfolio = factory.SubFactory(PortfolioFactory)
    code = "practice"
    changed_at = NOW


class PartHolderFactory(factory.django.DjangoModelFactory):
    """Somebody named to write what a practice educator writes."""

    class Meta:
        model = made.PartHolder

    portfolio = factory.SubFactory(PortfolioFactory)
    role = "practice_educator"
    person = factory.SubFactory(PersonFactory)
    named_at = NOW


class ItemFactory(factory.django.DjangoModelFactory):
    """A complete piece of evidence of the portfolio's owner in a section."""

    class Meta:
        model = made.Item

    section = factory.SubFactory(SectionFactory)
    evidence = factory.LazyAttribute(lambda item: evidence_in("complete", **whose(item.section.portfolio)))
    added_at = NOW


class SectionReturnFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.SectionReturn

    section = factory.SubFactory(SectionFactory)
    reason = "Say what changed for people."
    returned_by = factory.SubFactory(PersonFactory)
    returned_at = NOW


class SnapshotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Snapshot

    portfolio = factory.SubFactory(PortfolioFactory)
    number = 1
    schema = 1
    content = "{}"
    sha256 = HASH
    pieces = 0
    taken_at = NOW
    taken_by = factory.SelfAttribute("portfolio.person")


class BreachFactory(factory.django.DjangoModelFactory):
    """A minor breach to be corrected within two days; `breach_in` makes one of another state."""

    class Meta:
        model = made.Breach

    portfolio = factory.SubFactory(PortfolioFactory)
    severity = Severity.MINOR
    where = "A street in the second passage of the visit."
    found_by = factory.SubFactory(PersonFactory)
    found_at = NOW
    correct_by = NOW + timedelta(hours=48)


class PortfolioShareFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.PortfolioShare

    portfolio = factory.SubFactory(PortfolioFactory)
    person = factory.SubFactory(PersonFactory)
    shared_at = NOW
    until_on = date(2026, 12, 31)


class ExemplarFactory(factory.django.DjangoModelFactory):
    """An example offered; `exemplar_in` makes one of another state."""

    class Meta:
        model = made.Exemplar

    snapshot = factory.SubFactory(SnapshotFactory)
    organisation = factory.SelfAttribute("snapshot.portfolio.organisation")
    about = "A capacity assessment told from doubt to decision."
    offered_at = NOW


class SignatureFactory(factory.django.DjangoModelFactory):
    """Somebody's name under a portfolio."""

    class Meta:
        model = Signature
        exclude = ("thing",)

    thing = factory.SubFactory(PortfolioFactory)
    thing_type = factory.LazyAttribute(lambda said: content_type_of(said.thing))
    thing_id = factory.LazyAttribute(lambda said: said.thing.pk)
    role = "author"
    person = factory.SubFactory(PersonFactory)
    sha256 = HASH
    signed_at = NOW


def content_type_of(thing: Any) -> Any:
    """The content type a signature names a thing by."""
    return ContentType.objects.get_for_model(thing)


def whose(portfolio: made.Portfolio) -> dict[str, Any]:
    """The person and the organisation of a portfolio, to make things of the same person with."""
    return {"person": portfolio.person, "organisation": portfolio.organisation}


def evidence_in(state: str, **said: Any) -> made.Evidence:
    """A piece in a state, with what that state needs."""
    needed: dict[str, dict[str, Any]] = {
        EvidenceState.ASKED: {"asked_at": NOW},
        EvidenceState.ANSWERED: {"asked_at": NOW, "kind": "observation", "happened_on": NOW.date()},
        EvidenceState.REFLECTED: {"asked_at": NOW, "kind": "observation", "happened_on": NOW.date()},
        EvidenceState.COMPLETE: {"asked_at": NOW, "completed_at": NOW, "happened_on": NOW.date()},
        EvidenceState.WITHDRAWN: {"withdrawn_at": NOW, "withdrawn_because": "It was planned twice."},
    }
    found: made.Evidence = EvidenceFactory(state=state, **{**needed.get(EvidenceState(state), {}), **said})
    return found


def portfolio_in(state: str, **said: Any) -> made.Portfolio:
    """A portfolio in a state, with what that state needs."""
    needed: dict[str, dict[str, Any]] = {
        PortfolioState.ENDORSED: {"endorsed_at": NOW},
        PortfolioState.SUBMITTED: {"endorsed_at": NOW, "submitted_at": NOW},
        PortfolioState.WITHDRAWN: {"withdrawn_at": NOW, "withdrawn_because": "I changed teams."},
    }
    given = {**needed.get(PortfolioState(state), {}), **said}
    if state == PortfolioState.SIGNING:
        given = {
            "signing_at": NOW,
            "signer_role": "line_manager",
            "signer": said.get("signer") or PersonFactory(),
        } | said
    found: made.Portfolio = PortfolioFactory(state=state, **given)
    return found


def breach_in(state: str, **said: Any) -> made.Breach:
    """A breach in a state, with what that state needs."""
    ended = {BreachState.CORRECTED: {"corrected_at": NOW}, BreachState.REFUSED: {"refused_at": NOW}}
    found: made.Breach = BreachFactory(state=state, **{**ended.get(BreachState(state), {}), **said})
    return found


def exemplar_in(state: str, **said: Any) -> made.Exemplar:
    """An example in a state, with what that state needs."""
    needed: dict[str, dict[str, Any]] = {
        ExemplarState.SHOWN: {"shown_at": NOW, "shown_by": said.get("shown_by") or PersonFactory()},
        ExemplarState.TAKEN_BACK: {"taken_back_at": NOW},
    }
    found: made.Exemplar = ExemplarFactory(state=state, **{**needed.get(ExemplarState(state), {}), **said})
    return found


def cited_item(section: made.Section, **said: Any) -> made.Item:
    """An own entry of the portfolio's owner in a section, at its first version."""
    entry = EntryFactory(author=section.portfolio.person, organisation=section.portfolio.organisation)
    version = latest_version(entry=entry, at=NOW)
    item: made.Item = ItemFactory(section=section, evidence=None, entry=entry, version=version, **said)
    return item
