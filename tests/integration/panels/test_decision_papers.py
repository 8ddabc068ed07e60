"""The letter as it went, the plan as it stands, the answer to an appeal, on paper; for who reads them on the page."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked
from academy.engines.jobs.models import Job
from panels.choices.papers import Paper
from panels.documents import KINDS
from panels.models import Appeal, Letter
from tests.factories.documents import set_in_pages
from tests.factories.panels import AppealFactory, HearerFactory, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, target_of, told
from tests.factories.people import NOW, TODAY, as_actor, staff_of
from tests.integration.pages import browser, words
from tests.pdf import Pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def asked(thing, person):
    about = thing.person_id
    return Asked(person_id=about, by=as_actor(person), at=NOW, choices={}, subject_id=thing.pk, code="AB12")


def made(paper: Paper, of: Asked, folder: Path) -> Pdf:
    return Pdf(folder / f"{paper.value}.pdf", set_in_pages(KINDS[paper], KINDS[paper].build(of)))


def stands(pdf):
    """What makes a PDF readable for everybody."""
    return pdf.is_sound, pdf.is_accessible, pdf.info["Tagged"], pdf.language, pdf.headings, pdf.alternatives


def not_yet():
    meeting = sat()
    manager = staff_of(meeting.panel.organisation)
    person = staff_of(meeting.panel.organisation, line_manager=manager)
    decision = told("not_yet", meeting=meeting, person=person)
    target_of(decision, words="Lead a complex assessment, with a colleague beside you.")
    done = {"done_on": TODAY, "done_words": "Seen by Ruth."}
    target_of(decision, words="Be observed once more.", owner_words="Your manager", **done)
    target_of(decision, words="Read the code.", due_on=TODAY - timedelta(days=2))
    return decision, manager


def test_letter_on_paper_is_what_was_sent(tmp_path):
    decision, _ = not_yet()
    letter = decision.letter
    Letter.objects.filter(pk=letter.pk).update(body="Dear Amina\n\nYou do not progress yet.")
    pdf = made(Paper.LETTER, asked(letter, decision.case.person), tmp_path)
    assert stands(pdf) == (True, True, "yes", "en-GB", [1], ["The academy’s mark: stairs"])
    assert len(pdf.pages) == 1
    for said in ("Letter from the panel", "Dear Amina", "You do not progress yet.", "Sent", "17 November 2026"):
        assert said in pdf.text
    assert decision.reasons not in pdf.text


def test_plan_on_paper_is_the_plan_as_it_stands(tmp_path):
    decision, manager = not_yet()
    pdf = made(Paper.PLAN, asked(decision, manager), tmp_path)
    assert stands(pdf) == (True, True, "yes", "en-GB", [1], ["The academy’s mark: stairs"])
    for said in ("Plan until the panel meets again", "1 of 3 targets done.", "Late: Read the code", "Seen by Ruth."):
        assert said in " ".join(pdf.text.split())


def test_condition_on_paper_is_called_one():
    decision = told("condition")
    assert KINDS[Paper.PLAN].build(asked(decision, decision.case.person)).heading == "Condition of the panel"


def test_letter_that_has_not_gone_and_a_decision_without_a_plan_are_refused():
    decision = decided()
    letter = lettered(decision)
    lead = lead_of(decision.case.organisation)
    with pytest.raises(Refused, match="has not gone"):
        KINDS[Paper.LETTER].build(asked(letter, lead))
    with pytest.raises(Refused, match="Nothing is planned"):
        KINDS[Paper.PLAN].build(asked(decision, lead))


def appealed(decision, **said):
    """An appeal against it that was heard and answered."""
    lead = lead_of(decision.case.organisation)
    answer = {"state": "closed", "outcome": "dismissed", "outcome_words": "The panel had it before them."}
    row = {"opened_at": NOW, "closed_at": NOW, "closed_by": lead, **answer, **said}
    appeal = AppealFactory(decision=decision, **row)
    HearerFactory(appeal=appeal, person=lead)
    return appeal, lead


def test_answer_to_an_appeal_on_paper_says_what_was_appealed_and_who_heard_it(tmp_path):
    decision, _ = not_yet()
    appeal, lead = appealed(decision)
    pdf = made(Paper.ANSWER, asked(appeal, decision.case.person), tmp_path)
    assert stands(pdf) == (True, True, "yes", "en-GB", [1, 2, 2], ["The academy’s mark: stairs"])
    text = " ".join(pdf.text.split())
    for said in ("Answer to the appeal", "The panel had it before them.", appeal.words, lead.full_name, "Heard by"):
        assert said in text
    assert decision.reasons not in text


def test_answer_that_is_not_given_is_refused_and_who_does_not_see_the_appeal_has_none():
    decision, manager = not_yet()
    appeal = AppealFactory(decision=decision)
    with pytest.raises(Refused, match="not answered"):
        KINDS[Paper.ANSWER].build(asked(appeal, decision.case.person))
    with pytest.raises(Appeal.DoesNotExist):
        KINDS[Paper.ANSWER].build(asked(appeal, manager))


def test_answer_is_ordered_from_the_page_of_the_appeal_by_who_sees_it():
    decision, manager = not_yet()
    appeal, _ = appealed(decision)
    own, order = browser(decision.case.person), reverse("panels:print-answer", args=[appeal.pk])
    assert f'action="{order}"' in words(own.get(appeal.get_absolute_url()))
    assert own.post(order).url == Job.objects.latest("pk").get_absolute_url()
    assert "A PDF is being made" in words(own.get(appeal.get_absolute_url()))
    assert [browser(each).post(order).status_code for each in (manager, seat_of(decision.case.panel, "member"))] == [
        404,
        404,
    ]


def test_who_does_not_see_it_cannot_have_it_made():
    decision, manager = not_yet()
    with pytest.raises(Letter.DoesNotExist):
        KINDS[Paper.LETTER].build(asked(decision.letter, manager))


def test_letter_and_plan_are_ordered_from_their_pages_by_who_sees_them():
    decision, manager = not_yet()
    letter, plan = (
        reverse("panels:print-letter", args=[decision.letter.pk]),
        reverse("panels:print-plan", args=[decision.case_id]),
    )
    own, hers = browser(decision.case.person), browser(manager)
    assert own.post(letter).url == Job.objects.latest("pk").get_absolute_url()
    assert "A PDF is being made" in words(own.get(decision.letter.get_absolute_url()))
    assert hers.post(plan).url == Job.objects.latest("pk").get_absolute_url()
    assert hers.post(letter).status_code == 404
    assert browser(seat_of(decision.case.panel, "member")).post(letter).status_code == 404
    assert browser(staff_of(decision.case.organisation)).post(plan).status_code == 404
    none = told(meeting=decision.meeting)
    assert browser(none.case.person).post(reverse("panels:print-plan", args=[none.case_id])).status_code == 302
