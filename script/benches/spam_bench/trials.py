"""Links, another language, disguises and term lists: where filters go wrong."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from comments.spam import Terms, Verdict
from comments.spam.measures import Mask
from comments.spam.reading import read
from comments.spam.seed import EXAMPLES, FOLDER
from spam_bench.figure import Figure, mean_of
from spam_bench.quality import caught
from spam_bench.texts import with_other_links
from spam_bench.training import Material, Scored, Unseen, scored
from tests.comments.spam.attacks import ATTACKS, Attack, a_chance

FOLDS = 4
BLOCKED = 0.01
LINKED_OF = 3  # one of so many news comments gets a link; all would take minutes
VERDICTS: Mapping[str, Verdict] = {"held": Verdict.HOLD, "binned": Verdict.BIN}


def honest_news(unseen: Sequence[Unseen]) -> Iterator[Figure]:
    """What the words of news comments deserve, as they are and with a link behind them."""
    linked = [scored(with_other_links(each.news[::LINKED_OF]), each.model) for each in unseen]
    sizes = len(unseen[0].news), len(linked[0].value)
    for name, verdict in VERDICTS.items():
        plain = _mean_share([each.of_news for each in unseen], verdict)
        with_link = _mean_share(linked, verdict)
        yield Figure(f"news {name}", plain, "share", sizes[0])
        yield Figure(f"news with a link {name}", with_link, "share", sizes[1], plain)


def own_spanish(material: Material) -> Iterator[Figure]:
    """What the words of our honest Spanish examples deserve, by models without their fold."""
    texts = material.files[EXAMPLES]
    lines = (FOLDER / EXAMPLES).read_text("utf-8").splitlines()
    is_wanted = np.array([json.loads(line)["lang"] == "es" for line in lines]) & ~texts.is_spam
    fold = np.arange(len(texts)) % FOLDS
    said = []
    for each in range(FOLDS):
        model = material.model_without(EXAMPLES, fold == each)
        said.append(scored(texts.only(is_wanted & (fold == each)).texts, model).verdict)
    for name, verdict in VERDICTS.items():
        share = float((np.concatenate(said) == verdict).mean())
        yield Figure(f"own Spanish {name}", share, "share", int(is_wanted.sum()))


def attacked(unseen: Sequence[Unseen]) -> Iterator[Figure]:
    """What is caught of spam in disguise, beside the same spam as it was."""
    for name, attack in ATTACKS.items():
        yield mean_of(f"attack {name}", [_of_attack(name, attack, each) for each in unseen])


def listed_terms(unseen: Sequence[Unseen], folder: Path) -> Iterator[Figure]:
    """What a term list would hold of the comments that the words alone let pass."""
    lines = (folder / "terms-splorp.txt").read_text("utf-8").splitlines()
    terms = Terms.parse(lines)
    yield Figure("term list usable", len(terms), "terms", len(lines))
    is_listed = np.array([_has(terms, text) for text in unseen[0].news])
    newly = [float((_passes(each.of_news.verdict) & is_listed).mean()) for each in unseen]
    yield Figure("term list, news newly held", float(np.mean(newly)), "share", len(is_listed))
    spam = [_spam_newly_held(terms, each) for each in unseen]
    yield mean_of("term list, spam newly held", spam)


def _of_attack(name: str, attack: Attack, unseen: Unseen) -> Figure:
    """At 1 % of everything honest; only of texts that the attack changes."""
    chance = a_chance(1)
    pairs = [(text, attack(text, chance)) for text in unseen.comments.spam]
    before, after = zip(*(pair for pair in pairs if pair[0] != pair[1]), strict=True)
    plain, disguised = (scored(texts, unseen.model).value for texts in (before, after))
    return Figure(
        name,
        caught(unseen, disguised, blocked=BLOCKED),
        "share",
        len(after),
        caught(unseen, plain, blocked=BLOCKED),
    )


def _spam_newly_held(terms: Terms, unseen: Unseen) -> Figure:
    verdict = unseen.of_comments.verdict[unseen.comments.is_spam]
    is_listed = np.array([_has(terms, text) for text in unseen.comments.spam])
    share = float((_passes(verdict) & is_listed).mean())
    return Figure(unseen.video, share, "share", len(verdict))


def _mean_share(said: Sequence[Scored], verdict: Verdict) -> float:
    return float(np.mean([each.verdict == verdict for each in said]))


def _passes(verdicts: npt.NDArray[np.str_]) -> Mask:
    passes: Mask = verdicts == Verdict.PUBLISH
    return passes


def _has(terms: Terms, text: str) -> bool:
    reading = read(text)
    return bool(terms.found_in("", reading.text, reading.hosts))
