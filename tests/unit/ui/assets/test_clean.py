"""What may not be in a stylesheet of an organisation that is not GOV.UK."""

import pytest

from academy.ui.assets import AssetsError
from academy.ui.assets.clean import cleaned, traces

FACE = '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        (FACE + "a{color:red}", "a{color:red}"),
        ("a{font-family:GDS Transport,arial,sans-serif}", 'a{font-family:arial,"Liberation Sans",sans-serif}'),
        ("a{background-image:url(/assets/images/govuk-crest.svg);width:1px}", "a{width:1px}"),
        (
            "a{-webkit-mask-image:url(/assets/images/govuk-crest.svg);mask-image:url(/assets/images/govuk-crest.svg)}",
            "a{}",
        ),
        ("@media screen\\0 and (min-width:1px){a{b:c}d{e:f}}g{h:i}", "g{h:i}"),
        ("a{b:c}/*# sourceMappingURL=govuk.css.map */", "a{b:c}"),
    ],
)
def test_cleaned_unwanted_piece_is_gone_and_the_rest_stays(css: str, wanted: str) -> None:
    assert cleaned(css) == wanted


def test_cleaned_piece_it_does_not_know_is_refused_with_its_name() -> None:
    with pytest.raises(AssetsError, match=r"still holds url\(/: see academy/ui/assets/clean\.py\."):
        cleaned("a{background:url(/assets/images/new-crest.svg)}")


def test_traces_clean_sheet_has_none() -> None:
    assert traces("a{color:red;background:url(data:image/png;base64,AA)}") == []
