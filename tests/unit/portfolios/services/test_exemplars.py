"""Examples: offered with consent, shown by the academy, put back with a reason, taken back at any time (S0-74)."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from portfolios.choices.portfolios import ExemplarState, Reach
from portfolios.models import Exemplar, Snapshot
from portfolios.selectors.exemplars import Wanted, library_for, offered_to, reason_put_back
from portfolios.services.exemplars import offer, put_back, show, take_back
from tests.factories.contents import content, snapshot_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.portfolios import portfolio_in
from tests.unit.portfolios.conftest import Council

pytestmark = pytest.mark.django_db
ABOUT = "Doubt told honestly."


@pytest.fixture
def snapshot(council: Council) -> Snapshot:
    portfolio = portfolio_in(
        "submitted", person=council.author, organisation=council.organisation, template=council.template
    )
    return snapshot_of(content(pieces=1), portfolio)


@pytest.fixture
def academy(council: Council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))


def offered(council: Council, snapshot: Snapshot, reach: Reach = Reach.ORGANISATION) -> Exemplar:
    return offer(snapshot=snapshot, reach=reach, about=f" {ABOUT} ", by=council.by, at=NOW)


def found_by(person) -> int:
    return len(library_for(as_actor(person)).examples)


def test_example_offered_is_seen_by_its_owner_and_the_academy_alone(council, snapshot, academy):
    exemplar = offered(council, snapshot)
    assert (exemplar.about, exemplar.state, exemplar.organisation_id) == (ABOUT, "offered", council.organisation.pk)
    assert [offered_to(academy), offered_to(council.by), offered_to(council.managing)] == [[exemplar], [], []]
    assert not Exemplar.objects.visible_to(as_actor(council.colleague)).exists()
    assert found_by(council.colleague) == 0


@pytest.mark.parametrize(("reach", "elsewhere"), [(Reach.ORGANISATION, 0), (Reach.PARTNERSHIP, 1)])
def test_example_shown_is_found_as_far_as_its_owner_said(council, snapshot, academy, reach, elsewhere):
    shown = show(exemplar=offered(council, snapshot, reach), by=academy, at=NOW)
    assert (shown.shown_by_id, shown.shown_at) == (academy.person_id, NOW)
    assert (found_by(council.colleague), found_by(staff_of(OrganisationFactory()))) == (1, elsewhere)
    assert Notice.objects.get(person=council.author).url == shown.get_absolute_url()


def test_example_taken_back_is_gone_at_once(council, snapshot, academy):
    shown = show(exemplar=offered(council, snapshot), by=academy, at=NOW)
    take_back(exemplar=shown, by=council.by, at=NOW)
    assert found_by(council.colleague) == 0
    assert not Exemplar.objects.visible_to(as_actor(council.colleague)).exists()
    assert not Exemplar.objects.visible_to(academy).exists()
    again = offered(council, snapshot)
    assert (again.state, reason_put_back(again)) == ("offered", "")


def test_example_put_back_says_why_to_its_owner(council, snapshot, academy):
    exemplar = offered(council, snapshot)
    with pytest.raises(Refused, match="Say why it is not shown"):
        put_back(exemplar=exemplar, reason=" ", by=academy, at=NOW)
    with pytest.raises(Refused, match="at most 500"):
        put_back(exemplar=exemplar, reason="n" * 501, by=academy, at=NOW)
    back = put_back(exemplar=exemplar, reason="A street is named.", by=academy, at=NOW)
    assert (back.state, reason_put_back(back)) == (ExemplarState.TAKEN_BACK, "A street is named.")
    notice = Notice.objects.get(person=council.author)
    assert "A street" not in f"{notice.subject} {notice.body}"


def test_example_taken_back_by_its_owner_has_no_reason(council, snapshot):
    assert reason_put_back(take_back(exemplar=offered(council, snapshot), by=council.by, at=NOW)) == ""


@pytest.mark.parametrize(
    ("about", "said"), [(" ", "Say in a few words"), ("n" * 1001, "Use at most 1,000 characters.")]
)
def test_offer_without_saying_of_what_is_refused(council, snapshot, about, said):
    with pytest.raises(Refused, match=said):
        offer(snapshot=snapshot, reach=Reach.ORGANISATION, about=about, by=council.by, at=NOW)


def test_offer_twice_or_by_another_is_refused(council, snapshot, academy):
    with pytest.raises(Refused, match="Only the person whose portfolio it is"):
        offer(snapshot=snapshot, reach=Reach.ORGANISATION, about=ABOUT, by=academy, at=NOW)
    offered(council, snapshot)
    with pytest.raises(Refused, match="offered this version already"):
        offered(council, snapshot)


def test_show_and_take_back_are_for_the_academy_and_the_owner(council, snapshot, academy):
    exemplar = offered(council, snapshot)
    with pytest.raises(Refused, match="for somebody else to do"):
        show(exemplar=exemplar, by=council.by, at=NOW)
    with pytest.raises(Refused, match="for somebody else to do"):
        take_back(exemplar=exemplar, by=academy, at=NOW)


def test_library_is_found_by_purpose_and_standard_in_one_query(council, snapshot, academy, django_assert_num_queries):
    show(exemplar=offered(council, snapshot), by=academy, at=NOW)
    reader = as_actor(council.colleague)
    with django_assert_num_queries(1):
        library = library_for(reader)
        assert library.purposes == [("progression", "Progression")]
    keys = [key for key, _ in library.standards]
    assert [len(library.speaking_to(Wanted(standard=key))) for key in keys] == [1] * 4
    assert [len(library.speaking_to(each)) for each in (Wanted(), Wanted(purpose="interview"))] == [1, 0]
    assert library.speaking_to(Wanted(standard="none")) == []


def test_example_holds_no_name_of_its_owner_or_who_signed(council, snapshot, academy):
    show(exemplar=offered(council, snapshot), by=academy, at=NOW)
    said = repr(library_for(as_actor(council.colleague)).examples[0].content)
    assert [name for name in ("Amara", "Osei", "Helen", "Prosser") if name in said] == []
