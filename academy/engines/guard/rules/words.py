"""Words that names are made of, and names that are words as well."""

_TITLES = """
mr mrs ms miss mx dr sir dame lady lord rev prof baby aunt uncle nan grandad de da di del la le van von bin al el and
the of
"""
# As names they are known by their capital letter.
_ALSO_WORDS = """
amber an angel april archer art as at august baker banks be bell best bill bird black bright brown bush by carol
carter case chance charity chase child christian church close constance cook cross crystal daisy dawn day dean do drew
duke earl ernest eve faith field first fox frank gale gene go good grace grant green grey guy hall harmony he heather
hill holly hope house hunter if in iris is it ivy jack jade jasmine jean jewel josh joy june king lake lamb lance law
lee legg lily little long love mae major mark marsh mason max may me mercy miles moss my nick no noble norm of olive
on or page park pat patience pearl peg penny pierce poppy power price prudence ray read reader reed rich rivers rob
robin rod rose ruby rusty sage sandy sharp short sky small smart so sonny star stone storm street sue summer swift
terry to up us victor violet wade walker ward waters we weeks west white will winter wise wolf wood woods wren young
"""
# Before these a word that is a name as well is the word: “Will you”, “Hope that”, “Grant of”.
_FOLLOW_WORDS = "you of the that this these those it they there for to your my our i we he she a an not be all"

TITLES = frozenset(_TITLES.split())
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
FOLLOW_WORDS = frozenset(_FOLLOW_WORDS.split())
