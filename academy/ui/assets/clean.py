"""govuk-frontend's ready stylesheet without what only services on GOV.UK may use.

The typeface GDS Transport and the royal crest are licensed for GOV.UK alone. Absolute `/assets` addresses and source
maps would also stop the hashed static storage, because those files are not there. The rules for Internet Explorer are
not valid CSS, and esbuild says so.
"""

import re

from academy.ui.assets import AssetsError

OUR_FONT = 'arial,"Liberation Sans",sans-serif'

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_GDS_FONT = re.compile(r'"?GDS Transport"?\s*,\s*arial\s*,\s*sans-serif', re.IGNORECASE)
_CREST = re.compile(r"(?:-webkit-)?(?:background|mask)-image:\s*url\(/assets/images/govuk-crest\.svg\);?")
_OLD_BROWSER_HACK = re.compile(r"@media screen\\0[^{]*\{(?:[^{}]*\{[^{}]*\})*\}")
_SOURCE_MAP = re.compile(r"/\*[#@]\s*sourceMappingURL=[^*]*\*/")


def cleaned(css: str) -> str:
    """The stylesheet without font faces, crests and source maps.

    Raises AssetsError when a trace is left: a new release of the package then needs a look at the expressions here.
    """
    css = _GDS_FONT.sub(OUR_FONT, css)
    for unwanted in (_FONT_FACE, _CREST, _OLD_BROWSER_HACK, _SOURCE_MAP):
        css = unwanted.sub("", css)
    left = traces(css)
    if left:
        raise AssetsError(f"govuk-frontend's stylesheet still holds {', '.join(left)}: see academy/ui/assets/clean.py.")
    return css


def traces(css: str) -> list[str]:
    """What may not be in a stylesheet of ours and still is."""
    unwanted = ("url(/", "GDS Transport", "@font-face", "sourceMappingURL")
    return [word for word in unwanted if word in css]
