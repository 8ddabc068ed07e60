from academy.development.selectors.shared import talk_partners
from academy.development.services.sharing import end_share, share
from tests.factories.development import kept_by
from tests.factories.people import NOW, as_actor


def test_author_can_have_talked_with_everybody_it_was_ever_shared_with(council):
    entry, by = kept_by(council.author), as_actor(council.author)
    assert talk_partners(entry, by) == []
    ended = share(entry=entry, person=council.manager, note="", by=by, at=NOW)
    end_share(share=ended, by=by, at=NOW)
    share(entry=entry, person=council.colleague, note="", by=by, at=NOW)
    assert set(talk_partners(entry, by)) == {council.manager, council.colleague}


def test_reader_notes_her_own_talk_only(council):
    entry = kept_by(council.author)
    for reader in (council.manager, council.colleague):
        share(entry=entry, person=reader, note="", by=as_actor(council.author), at=NOW)
    assert talk_partners(entry, as_actor(council.manager)) == [council.manager]


def test_talk_partners_take_one_query_whoever_read_it(council, django_assert_num_queries):
    entry, by = kept_by(council.author), as_actor(council.author)
    share(entry=entry, person=council.manager, note="", by=by, at=NOW)
    with django_assert_num_queries(1):
        talk_partners(entry, by)
    share(entry=entry, person=council.colleague, note="", by=by, at=NOW)
    with django_assert_num_queries(1):
        talk_partners(entry, by)
