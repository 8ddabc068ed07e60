"""Requirements matrices in force, with the codes in them found: as rules and the engine read them."""

from collections.abc import Collection
from datetime import date

from academy.engines.facts.keys import COMPLETION, which_of
from academy.identity.models import Organisation
from academy.training.models import RequirementMatrix
from academy.training.rules.gaps import Matrix, Required
from academy.training.schema.matrix import MatrixContent
from academy.training.selectors.codes import Codes, codes_of


def matrices_for(organisation_ids: Collection[int], *, on: date) -> list[Matrix]:
    """What each of these organisations requires on the day, the newest edition of each; two queries, one if none."""
    rows = RequirementMatrix.objects.in_force(on).filter(organisation_id__in=organisation_ids)
    newest = {row.organisation: row for row in rows.select_related("organisation").order_by("valid_from", "pk")}
    contents = {organisation: MatrixContent.model_validate(row.content) for organisation, row in newest.items()}
    if not contents:
        return []
    lines = [(organisation.slug, line) for organisation, content in contents.items() for line in content.lines]
    keys = {key for slug, line in lines for key in line.requires.keys(slug)}
    codes = codes_of(
        (part for _, line in lines for part in line.audiences),
        homes={organisation.slug for organisation in contents},
        courses=which_of(keys, COMPLETION) or frozenset(),
    )
    return [_matrix(organisation, content, codes) for organisation, content in contents.items()]


def _matrix(organisation: Organisation, content: MatrixContent, codes: Codes) -> Matrix:
    found = [[codes.line(part, home=organisation.slug) for part in line.audiences] for line in content.lines]
    return Matrix(
        home=organisation.slug,
        soon_days=content.soon_days,
        lines=tuple(
            Required(line.code, line.source, tuple(each for each in audience if each is not None), line.requires)
            for line, audience in zip(content.lines, found, strict=True)
        ),
        words=codes.courses,
    )
