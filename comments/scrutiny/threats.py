"""Threats against a person: of violence, or to hand them over to the authorities.

English and Spanish, as people type them. Who tells of a threat, fears one or explains the law is
not held: it takes somebody who says "I" or "we", or who calls on others to do it, and somebody it
is done to. Every repetition is bounded, so time grows with the text alone: 5,000 characters take
5 ms of CPU, 14 ms of the worst kind (measured November 2026).
"""

import re
from collections.abc import Mapping

from comments.case import Case
from comments.personal_data.folding import folded
from comments.spam import Evidence, Sign

VIOLENCE = "violence"
AUTHORITIES = "authorities"

_ENDS = r"(?= ?(?:[.!?,;:)\"']|$))"
_NEAR = (
    r"(?:\w{2,12} )?(?:family|kids?|children|wife|husband|mother|mom|mama|father|dad|parents|son"
    r"|daughter|sister|brother|baby|house|home)"
)
_YOU = rf"(?:you|u|ya|y'all|yall|your {_NEAR})(?!\w)"
_THEM = (
    r"(?:him|them|'?em|her(?! \w)|her(?= (?:and|if|when|tonight|now|too|for))"
    r"|this (?:guy|man|woman)|(?:all|every (?:single |last )?one) of (?:you|them)"
    r"|(?:those|these|all|all the|every) (?:\w{2,12} )?(?:people|illegals?|migrants?|immigrants?"
    r"|mexicans?|aliens?|animals?|scum|rats|vermin))(?![\w'])"
)
_ANYBODY = rf"(?:{_YOU}|{_THEM})(?! (?:with kindness|an?|some|the|in (?:court|november))(?!\w))"
_I_WILL = (
    r"(?<!\w)(?:(?:i|we) ?(?:'?ll|will|(?:'?m|am|'?re|are)? ?(?:going to|gonna|coming to|about to)"
    r"|swear i(?:'ll| will)|want to|wanna|should|(?:'d| would) (?:love|like) to)"
    r"|i'?mm?a|let'?s|(?:some|any|every)(?:one|body) (?:should|will|needs to|ought to|must|please)"
    r"|my (?:boys|friends|guys|brothers) (?:will|are going to))"
    r"(?: (?:just|all|fucking|personally|gladly|definitely|come|come and|go|go and|find you and))?"
)
_I_AM = (
    r"(?<!\w)(?:(?:i|we) ?(?:'?m|am|'?re|are|just|already|'?ve|have|will|'?ll|should"
    r"|(?:'?m |am |'?re |are )?(?:going to|gonna))?(?: (?:just|already|be|now))?"
    r"|let'?s|(?:some|any|every)(?:one|body) (?:should|needs to|must|please)|please)"
)
_AGENCY = (
    r"(?:the )?(?:ice|i\.c\.e\.?|immigration|(?:la )?migra|border patrol|feds"
    r"|homeland(?: security)?|dhs|police|cops|sheriff|authorities)"
)
_LIMB = r"(?:legs?|neck|face|bones|arms?|jaw|knees|knee ?caps|skull|head|teeth|fingers|nose)"

_MIGRA = (
    r"(?:la migra|(?:el )?ice|inmigracion|(?:la )?policia|la patrulla(?: fronteriza)?"
    r"|(?:las )?autoridades|los federales)(?!\w)"
)
_VOY = r"(?:voy|vamos|ire|iremos|vengo|venimos)"
_TE = r"(?<!\w)(?:te|os|les?|l[oa]s?)"
_TU = r"tus? (?:familia|hij[oa]s?|esposa|esposo|madre|mama|padres?|papa|herman[oa]s?|casa)"
_MATAR = r"(?:matar|asesinar|balear|apunalar|linchar|degollar|descuartizar|ahorcar|fusilar|violar)"
_TAKE = r"(?:agarre|lleve|deporte|detenga|arreste|saque|recoja|encuentre|regrese)n?"

_THREATS: Mapping[str, tuple[str, ...]] = {
    VIOLENCE: (
        (
            rf"{_I_WILL} (?:kill|murder|shoot|stab|lynch|strangle|behead|slaughter|rape|hurt|choke"
            rf"|torture|cut|kidnap|hunt) {_ANYBODY}"
        ),
        (
            rf"{_I_WILL} (?:hang|execute|burn|drown|poison|skin|gut|end|bury|hunt|track|knife)"
            rf" {_YOU}"
            r"(?! (?:an?|the|some|out)(?!\w))"
        ),
        rf"{_I_WILL} (?:find|get) (?:you|u)(?: and (?!help)\w|{_ENDS}| for this)",
        rf"{_I_WILL} (?:beat|fuck|mess) {_ANYBODY} (?:up|to death|senseless|bloody)",
        rf"{_I_WILL} (?:beat|kick|knock) the \w{{2,12}} out of {_ANYBODY}",
        (
            rf"{_I_WILL} (?:break|smash|bash|crush|blow|cut|slit|rip) (?:you|your|his|her|their)"
            rf"(?: \w{{2,12}})? ?(?:{_LIMB}|throat|brains|heart)(?!\w)"
        ),
        (
            rf"{_I_WILL} (?:blow up|bomb|burn down|shoot up|torch|set fire to) (?:the|your|this"
            r"|that|his|her|their) (?:\w{2,12} )?(?:office|church|school|building|house|home"
            r"|newsroom|shelter"
            r"|center|mosque|synagogue|place|car)"
        ),
        rf"{_I_WILL} burn (?:your|his|her|their) (?:\w{{2,12}} )?(?:house|home|place|car) down",
        (
            r"(?<!\w)put (?:a|two|some) (?:bullets?|knife) (?:in|through|between) (?:you|him"
            r"|her|them"
            r"|your|his|their)(?!\w)"
        ),
        (
            r"(?<!\w)(?:i|we) (?:all )?know (?:exactly )?(?:where (?:you|u)|where your"
            r" (?:\w{2,12} )"
            r"{1,2}?)(?: \w{2,12})? ?(?:live|works?|sleeps?|lives|hide|go(?:es)? to school)(?!\w)"
        ),
        r"(?<!\w)(?:i|we) (?:know|have|got|found) your (?:home )?address(?!\w)",
        (
            rf"(?<!\w)(?:i|we)(?:'?re| are|'?m| am)? (?:coming|come) (?:for|after|to get) {_YOU}"
            r"(?! (?:at|on|with|by) )"
        ),
        r"(?<!\w)you(?:'?re| are| r) (?:a )?dead(?: (?:man|woman|meat|bitch)|" + _ENDS + r")",
        (
            r"(?<!\w)you(?:'?re| are|'?ll| will)? (?:all )?(?:going to |gonna )?die"
            r" (?:tonight|tomorrow"
            r"|screaming|slowly|like an? (?:dog|pig|rat)|for this)"
        ),
        (
            r"(?<!\w)(?:you|they|he|she|(?:these|those) people) (?:all )?(?:should|deserves? to"
            r"|ought to|needs? to|must) (?:all )?be (?:shot|hanged|hung|lynched|killed"
            r"|executed|stabbed"
            r"|beaten|raped|gassed|put down)(?!\w)"
        ),
        r"(?<!\w)(?:you|they|he|she) (?:all )?deserves? (?:to die|a bullet|the rope)(?!\w)",
        (
            rf"(?<!\w)hope (?:that )?(?:you|they|he|she|somebody|someone) (?:all )?(?:die|dies|burn"
            rf"|(?:gets?|is|are) (?:shot|killed|raped|stabbed|beaten)|(?:kills?|shoots?"
            rf"|rapes?) {_ANYBODY})"
        ),
        r"(?<!\w)(?:kill|shoot|hang|lynch|gas) (?:them|'?em|you) all(?!\w)",
        r"(?<!\w)(?:go|just|please) (?:and )?(?:kill|hang|shoot) yourself(?!\w)|(?<!\w)kys(?!\w)",
        r"(?<!\w)better (?:watch your back|start running|sleep with one eye open)",
        r"(?<!\w)(?:sleep with one eye open|you(?:'?re| are) next|your (?:kids|children|family)"
        r" (?:will be|are|is) next)" + _ENDS,
        (
            r"(?<!\w)(?:(?:wait|just wait) (?:un)?till? |when )(?:i|we) (?:catch|find|get my"
            r" hands on)"
            r" (?:you|u)(?!\w)(?! (?:an?|the|some|another) )"
        ),
        r"(?<!\w)(?:be|such) a shame if (?:something|anything) happened to (?:you|your)(?!\w)",
        rf"{_TE} (?:voy|vamos) a {_MATAR}(?!\w)",
        rf"{_TE} (?:mato|matare|mataremos|matamos)(?!\w)",
        (
            r"(?<!\w)te (?:voy|vamos) a (?:golpear|quemar|colgar|disparar|cortar|reventar"
            r"|madrear|levantar"
            r"|desaparecer|secuestrar|cazar|dar (?:de balazos|una paliza|piso|muerte|en la madre)"
            r"|hacer (?:dano|pedazos)|(?:meter|pegar|dar) un (?:balazo|tiro|plomazo))(?!\w)"
        ),
        (
            r"(?<!\w)te (?:(?:voy|vamos) a (?:romper|partir|quebrar)|rompo|parto|quiebro)"
            r" (?:la|el|los|las)"
            r" (?:cara|madre|boca|hocico|piernas|huesos|cabeza|cuello|alma)"
        ),
        r"(?<!\w)te (?:voy|vamos) a (?:encontrar|buscar|agarrar)(?: y |" + _ENDS + r")",
        (
            rf"(?<!\w)(?:{_VOY} a|quiero|queremos|hay que|habria que|alguien deberia|deberiamos)"
            rf" (?:ir a )?{_MATAR}(?:te|los?|las?|les?|os| a (?:tod[oa]s|{_TU}|est?os|es[oa]s"
            rf"|ustedes))"
            r"(?!\w)"
        ),
        (
            rf"(?<!\w)(?:{_VOY} a|hay que) quemar(?:te|les?)? (?:la|el|tu|su) (?:casa|carro|negocio"
            r"|oficina|iglesia|local|albergue)"
        ),
        (
            rf"(?<!\w){_VOY} (?:a (?:ir|venir) )?por (?:ti|vos|ustedes|vosotros|{_TU})(?!\w)"
            r"(?! (?:a las?|al|a tu|con|y por|en) )"
        ),
        (
            r"(?<!no )(?<!\w)(?:se|sabemos) (?:muy bien |bien |exactamente )?(?:en )?donde (?:vives"
            rf"|trabajas|duermes|te escondes|estudias|(?:viven?|estudian?|trabajan?) {_TU})(?!\w)"
        ),
        r"(?<!\w)(?:tengo|tenemos|se|sabemos) tu (?:direccion|domicilio)(?!\w)",
        r"(?<!\w)te vas a morir" + _ENDS + r"|(?<!\w)vas a morir(?:" + _ENDS + r"| como | perr)",
        r"(?<!\w)(?:estas|date por|dense por) muert[oa]s?" + _ENDS,
        (
            r"(?<!\w)muere(?:te|nse)(?!\w)|(?<!\w)(?:ojala|espero) (?:que )?(?:te|los|las|lo|la|se)"
            r" (?:mueras|mueran|maten|mate|violen|balee|baleen)(?!\w)"
        ),
        (
            r"(?<!no )(?<!\w)(?:te )?(?:mereces|merecen) (?:la muerte|morir|un (?:balazo|tiro"
            r"|plomazo))"
        ),
        r"(?<!\w)me las (?:vas|van) a pagar(?!\w)|(?<!\w)cuidate la espalda(?!\w)",
    ),
    AUTHORITIES: (
        (
            rf"{_I_AM} ?(?:(?:tell(?:ing)?|told|send(?:ing)?|sent) {_AGENCY}"
            rf"|(?:call|phon)(?:ed|ing)? (?:{_AGENCY}|them))(?: \w{{2,12}}){{0,3}}?"
            rf" (?:on|about|after|to) {_ANYBODY}"
        ),
        (
            rf"{_I_AM} ?(?:call(?:ed|ing)?) {_AGENCY}(?: \w{{2,12}}){{0,2}}? (?:to|so they|and"
            rf" they(?:'ll"
            rf"| will)?)(?: come)?(?: and)? (?:get|take|grab|deport|arrest|catch|pick up)"
            rf" {_ANYBODY}"
        ),
        (
            rf"{_I_AM} ?(?:report(?:ed|ing)?|turn(?:ed|ing)?|hand(?:ed|ing)?|giv(?:e|ing)|gave)"
            rf" {_ANYBODY} (?:in |over )?to {_AGENCY}(?!\w)"
        ),
        rf"{_I_AM} ?turn(?:ing)? {_ANYBODY} in(?!\w)",
        (
            rf"{_I_AM} ?(?:giv(?:e|ing)|gave|send(?:ing)?|sent) (?:your|his|her|their)"
            rf" (?:\w{{2,12}} )?"
            rf"(?:name|address|info|plates?|picture|photo) to {_AGENCY}"
        ),
        rf"{_I_WILL} (?:get|have|see) {_ANYBODY} (?:deported|arrested|detained|locked up)",
        (
            rf"{_I_WILL} make sure (?:that )?(?:you|they|he|she)(?:'?re| are| is| gets?| will be)"
            r"(?: all)? (?:deported|detained|picked up)"
        ),
        (
            r"(?<!\w)(?:ice|immigration|(?:la )?migra|border patrol) (?:should|needs to|must"
            r"|ought to"
            rf"|better|has to)(?: just)?(?: come)?(?: and)? (?:get|grab|take|arrest|raid"
            rf"|deport|visit"
            rf"|pick up|round up|come for|go after) (?:{_YOU}|him|this (?:guy|man|woman))"
        ),
        (
            r"(?<!\w)hope (?:that )?(?:ice|immigration|(?:la )?migra) (?:comes? and )?(?:gets?"
            rf"|finds?|grabs?|deports?|takes?|raids?|picks? up|comes? for) {_ANYBODY}"
        ),
        rf"(?<!\w)(?:ice|(?:la )?migra|immigration)(?: is|'s) coming (?:for|after|to get) {_YOU}",
        (
            r"(?<!\w)(?:pack your (?:bags|things|stuff)|enjoy your deportation|have fun in"
            r" detention)"
            r"(?:,? (?:ice|(?:la )?migra|illegal)(?!\w)|!)"
        ),
        (
            rf"(?<!\w){_VOY} a (?:llamar|hablar|avisar|marcar)(?:le|les)? a {_MIGRA}"
            rf"(?: \w{{2,12}}){{0,3}}? (?:para )?que (?:(?:te|l[oa]s?|les|se) {_TAKE}|vengan?"
            rf" por)(?!\w)"
        ),
        (
            r"(?<!\w)(?:le )?(?:voy|vamos) a (?:llamar|hablar|avisar|echar)(?:le|les|te)? (?:a )?la"
            r" migra(?! (?:para|y) (?:preguntar|saber|pedir))"
        ),
        rf"{_TE} (?:(?:voy|vamos) a echar|echo|echamos|echare) (?:a )?{_MIGRA}",
        (
            rf"{_TE} (?:(?:voy|vamos) a (?:denunciar|reportar|entregar|acusar|delatar)"
            rf"|denuncio|reporto"
            rf"|entrego)(?: \w{{2,12}}){{0,2}}? (?:con|a|ante) {_MIGRA}"
        ),
        (
            rf"(?<!\w)ya (?:te|l[oa]s?) (?:denuncie|reporte|denunciamos|reportamos)"
            rf"(?: \w{{2,12}}){{0,2}}? (?:con|a|ante) {_MIGRA}"
        ),
        r"(?<!\w)ya (?:le )?(?:llame|hable|avise|llamamos) a la migra(?!\w)",
        r"(?<!\w)(?:voy|vamos) a (?:hacer|lograr|conseguir) que (?:te|l[oa]s?) deporten(?!\w)",
        rf"{_TE} (?:voy|vamos) a (?:hacer )?deportar(?!\w)",
        rf"(?:ojala|espero|a ver si|(?:^|[.!,¡]) ?)(?: ?que)? ?(?:te|l[oa]s) {_TAKE} {_MIGRA}",
        r"(?:ojala|espero)(?: que)? (?:te|l[oa]s) (?:deporten|agarre la migra)(?!\w)",
        (
            rf"(?<!\w)(?:la migra|ice) (?:ya )?(?:va|viene|deberia (?:ir|venir)) por"
            rf" (?:ti|ustedes|{_TU})(?!\w)"
        ),
    ),
}
_PATTERNS = {kind: tuple(map(re.compile, ways)) for kind, ways in _THREATS.items()}


def threatens_somebody(case: Case) -> Evidence | None:
    """Held whatever the rules say; the detail names what is threatened with, never the words."""
    sent = case.submission
    # What shows is read as well: emphasis in a word hides it from the source alone.
    texts = {sent.body, case.rendered.words, sent.author_name}
    kinds = sorted({kind for text in texts for kind in kinds_of_threat(text)})
    return Evidence(Sign.THREAT, ", ".join(kinds)) if kinds else None


def kinds_of_threat(text: str) -> frozenset[str]:
    """What somebody is threatened with in a text: violence, the authorities."""
    plain = " ".join(folded(text).text.split())
    return frozenset(
        kind for kind, ways in _PATTERNS.items() if any(way.search(plain) for way in ways)
    )
