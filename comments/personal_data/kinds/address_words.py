"""What the words around a number and a street tell: a home, a rally, or a crowd of that size."""

import re

_STRONG = re.compile(
    r"\b(?:add?ress|direcc?ion|domicilio|liv(?:e|es|ed|ing)|viv(?:e|en|o|ia|ian|imos)|resid\w{1,8}"
    r"|home is|house is|casa es|hiding|escondid[oa]s?)\b[^.!?\n\d]{0,22}$"
)
_CUE = re.compile(
    r"\b(?:at|en|en la|en el|near|outside|from|located|afuera de|enfrente de|frente a|front of"
    r"|behind|cerca de|de|house|home|casa|place|door|by|apartment|corner|es|is|to|on|raided"
    r"|searched)[ :,]{1,3}$"
)
_END = re.compile(
    r" {0,2}(?:$|[.,;:!?()\[\]\n\"'/<>|-]| (?:in|and|near|with|where|is|are|on|by|at|right|now|this"
    r"|today|tonight|they|please|pls|he|she|we|for|if|since|so|but|second|third|ask|ring|knock|come"
    r"|needs?|thanks?|help|hurry|asap|already|again|just|still|there|here|apt|en|y|con|donde|esta"
    r"|estan|ahorita|ahora|hoy|toquen|por|si|pero|desde|a|cerca|gracias|ayuda|urgente?|aqui|ahi"
    r"|col|colonia|porton)\b)"
)
_NEXT_WORD = re.compile(r" {1,2}([a-z]{1,30})")
_SINGULAR = (
    "is was has this us as yes plus always across does his its unless perhaps thus gas bus thanks"
    " gracias es las los tras mas dos tres seis antes despues entonces jamas ellos ellas nos vamos"
)
_NOT_PLURAL = frozenset(_SINGULAR.split())
_MANY = (
    "people men women children moms folks police staff personnel protest march rally vigil was"
    " crowd neighborhood corridor percent million millones mil gente horas de"
)
_CROWD = frozenset(_MANY.split())


def has_strong_cue(prose: str, start: int) -> bool:
    """Whether words before it say that somebody lives there."""
    return _STRONG.search(prose, max(0, start - 40), start) is not None


def has_cue(prose: str, start: int) -> bool:
    """Whether the word right before it is one of place."""
    return _CUE.search(prose, max(0, start - 16), start) is not None


def is_the_end(prose: str, end: int) -> bool:
    """Whether the words end there, so that nothing of that number follows."""
    return _END.match(prose, end) is not None


def is_followed_by_a_crowd(prose: str, end: int) -> bool:
    """Whether a plural follows: "150 Oak Street residents", "calle Morelos 20 detenidos"."""
    word = _NEXT_WORD.match(prose, end)
    if not word:
        return False
    is_plural = word[1].endswith("s") and word[1] not in _NOT_PLURAL
    return is_plural or word[1] in _CROWD
