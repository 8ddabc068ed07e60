"""What a template may say of sections that somebody else than the author fills."""

import pytest
from pydantic import ValidationError

from portfolios.schema.template import SectionPart, TemplateContent


def test_what_somebody_else_fills_is_a_text_and_takes_no_pieces():
    part = SectionPart(code="hers", title="Her report", filled_by="practice_educator", text="required")

    assert (part.takes_text, part.takes_pieces) == (True, False)
    assert part.asks == ["Written by the practice educator.", "A text."]
    with pytest.raises(ValidationError, match="what somebody else fills is a text"):
        SectionPart(code="hers", title="Her report", filled_by="assessor", text="none")


@pytest.mark.parametrize("role", ["verifier", "line_manager"])
def test_who_signs_fills_a_section_only_where_the_chain_has_her(role):
    sections = [{"code": "hers", "title": "Her report", "filled_by": role}]
    said = {"statement": "Nobody can be told from it.", "sections": sections}

    assert TemplateContent(**said, chain=["author", role]).fillers == (role,)
    with pytest.raises(ValidationError, match="who is not in the chain"):
        TemplateContent(**said, chain=["author"])
