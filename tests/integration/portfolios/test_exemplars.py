"""Examples: offered by their owner, looked at by the academy, read without names, taken back (S0-74)."""

import pytest
from django.urls import reverse

from academy.engines.files.services.files import store
from academy.people.choices import RoleCode
from portfolios.choices.portfolios import Reach
from portfolios.models import Exemplar, Snapshot, SnapshotFile
from portfolios.rules.content import FileSaid, SectionSaid
from portfolios.services.exemplars import offer, show
from tests.factories import files
from tests.factories.contents import content, piece, snapshot_of
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in
from tests.integration.portfolios.conftest import Council

LIBRARY = "/portfolio/examples/"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "files"},
    }
    settings.STORAGES = storages


@pytest.fixture
def lead(council: Council):
    return holder_of(RoleCode.ACADEMY_LEAD, council.organisation)


@pytest.fixture
def snapshot(council: Council) -> Snapshot:
    """Handed in with two files, of which one was cleared."""
    template = PortfolioTemplateFactory(organisation=council.organisation)
    portfolio = portfolio_in("submitted", person=council.author, organisation=council.organisation, template=template)
    kept = [
        store(upload=files.upload(name=f"Amara Osei {number}.txt"), by=as_actor(council.author), at=NOW)
        for number in (1, 2)
    ]
    said = [
        FileSaid(
            uid=str(each.uid), name=each.original_name, kind="text", size=9, sha256=each.sha256, is_cleared=number == 0
        )
        for number, each in enumerate(kept)
    ]
    section = SectionSaid(code="practice", title="Practice", pieces=(piece(files=said),))
    made = snapshot_of(content(sections=(section,)), portfolio)
    for number, each in enumerate(kept):
        SnapshotFile.objects.create(snapshot=made, file=each, sha256=each.sha256, is_cleared=number == 0)
    return made


def shown(council: Council, snapshot: Snapshot, lead) -> Exemplar:
    offered = offer(snapshot=snapshot, reach=Reach.ORGANISATION, about="Doubt.", by=as_actor(council.author), at=NOW)
    return show(exemplar=offered, by=as_actor(lead), at=NOW)


def test_example_goes_from_its_owner_past_the_academy_to_a_colleague_and_back(council, snapshot, lead):
    owner, academy, reader = (council.client(each) for each in (council.author, lead, council.colleague))
    offer_url = reverse("portfolios:offer-exemplar", args=[snapshot.pk])
    assert owner.post(offer_url, {"reach": "organisation", "about": "Doubt told."}).status_code == 422
    assert owner.post(offer_url, {"reach": "organisation", "about": "Doubt told.", "agrees": "yes"}).status_code == 302
    telling = {"reach": "organisation", "about": "A visit in BS3 4DF.", "agrees": "yes"}
    again = owner.post(offer_url, telling)
    assert (again.status_code, "postcode" in again.content.decode().lower()) == (422, True)
    url = Exemplar.objects.get().get_absolute_url()
    assert reader.get(url).status_code == 404
    assert "Doubt told." in academy.get(LIBRARY).content.decode()
    assert academy.post(f"{url}show/").status_code == 302
    listed = reader.get(f"{LIBRARY}?purpose=progression").content.decode()
    assert ("Doubt told." in listed, "Waiting for a look" in listed) == (True, False)
    page = reader.get(url).content.decode()
    assert [name for name in ("Amara", "Osei", "Helen", "Prosser", council.author.family_name) if name in page] == []
    assert ("Piece of practice 1" in page, "Take it back" in page) == (True, False)
    assert reader.post(f"{url}take-back/").status_code == 403
    assert owner.post(f"{url}take-back/").status_code == 302
    assert (reader.get(url).status_code, academy.get(url).status_code) == (404, 404)
    assert "Doubt told." not in reader.get(LIBRARY).content.decode()


def test_example_gives_out_cleared_files_alone_under_a_number(council, snapshot, lead):
    url = shown(council, snapshot, lead).get_absolute_url()
    reader = council.client(council.colleague)
    cleared, kept_back = snapshot.files.order_by("pk")
    response = reader.get(f"{url}files/{cleared.file.uid}/")
    assert (b"".join(response.streaming_content), response["Content-Disposition"]) == (
        files.TEXT,
        'attachment; filename="file-1.txt"',
    )
    assert reader.get(f"{url}files/{kept_back.file.uid}/").status_code == 404
    assert reader.get(cleared.file.get_absolute_url()).status_code == 404


def test_academy_puts_an_example_back_and_its_owner_reads_why(council, snapshot, lead):
    url = shown(council, snapshot, lead).get_absolute_url()
    academy = council.client(lead)
    assert academy.get(f"{url}put-back/").status_code == 200
    assert academy.post(f"{url}put-back/", {"reason": "A street is named."}).status_code == 302
    assert "“A street is named.”" in council.client(council.author).get(url).content.decode()
    assert council.client(council.colleague).get(url).status_code == 404


def test_example_offered_waits_on_the_academys_worklist(council, snapshot, lead):
    offer(snapshot=snapshot, reach=Reach.ORGANISATION, about="Doubt.", by=as_actor(council.author), at=NOW)
    assert "Look at an example a colleague offers" in council.client(lead).get("/").content.decode()


def test_library_costs_as_many_queries_for_three_as_for_one(council, snapshot, lead, django_assert_num_queries):
    client = council.client(council.colleague)
    for number in (2, 3, 4):
        more = snapshot_of(content(pieces=1), snapshot.portfolio, number=number)
        shown(council, more, lead)
        if number != 3:
            client.get(LIBRARY)
            with django_assert_num_queries(6):
                client.get(LIBRARY)
