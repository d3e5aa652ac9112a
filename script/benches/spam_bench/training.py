"""Models of the seed's kind that have not seen what they are measured on, each trained once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from comments.learning.fitting import Examples, Floats, fit
from comments.learning.recipe import LEAST_WEIGHT, STRENGTH, Source, gather
from comments.learning.seeding import BIN_AT, COLLECTIONS, HOLD_AT, OWN, Collection
from comments.spam import Model, Thresholds
from comments.spam.measures import Mask
from comments.spam.model import Weights
from comments.spam.scoring import score
from comments.spam.seed import EXAMPLES, FOLDER
from spam_bench.texts import VIDEO, Texts, kept_back, read_texts, video_of

LINES = Thresholds(HOLD_AT, BIN_AT)


@dataclass(frozen=True)
class Scored:
    """What a model says of texts: their scores, and the `Verdict` that the words alone deserve."""

    value: Floats
    verdict: npt.NDArray[np.str_]


@dataclass(frozen=True)
class Unseen:
    """A video, the model that never saw it, and news comments that no model saw."""

    video: str
    comments: Texts
    news: tuple[str, ...]
    model: Model

    @cached_property
    def of_comments(self) -> Scored:
        """The scores of the video's comments."""
        return scored(self.comments.texts, self.model)

    @cached_property
    def of_news(self) -> Scored:
        """The scores of the news comments."""
        return scored(self.news, self.model)

    @property
    def of_spam(self) -> Floats:
        """The scores of the video's spam."""
        return self.of_comments.value[self.comments.is_spam]

    @property
    def of_honest(self) -> Floats:
        """The scores of everything honest: the video's comments and the news comments."""
        return np.append(self.of_comments.value[~self.comments.is_spam], self.of_news.value)


@dataclass(frozen=True)
class Material:
    """What the seed is trained from, but for the quarter of the news comments that is kept back.

    `places` tells which of the examples are of which file.
    """

    examples: Examples
    places: dict[str, slice]
    files: dict[str, Texts]
    news: tuple[str, ...]

    @property
    def videos(self) -> list[str]:
        """The files that are of one video each."""
        return [file for file in self.files if file.startswith(VIDEO)]

    def unseen(self, file: str) -> Unseen:
        """The video of a file, beside a model that was trained without it."""
        everything = np.ones(len(self.files[file]), np.bool_)
        model = self.model_without(file, everything)
        return Unseen(video_of(file), self.files[file], self.news, model)

    def model_without(self, file: str, left_out: Mask) -> Model:
        """A model trained by the seed's recipe without some texts of a file."""
        taught = np.ones(len(self.examples), np.bool_)
        taught[self.places[file]] = ~left_out
        weights, bias = fit(self.examples.only(taught), strength=STRENGTH)
        sparse = Weights.from_dense(weights, bias=bias, least=LEAST_WEIGHT)
        return Model(sparse.dense(), bias, LINES)


def material(folder: Path) -> Material:
    """Reads and featurises everything once."""
    files = {EXAMPLES: read_texts(FOLDER / EXAMPLES)}
    files |= {each.file: read_texts(folder / each.file) for each in COLLECTIONS}
    back = {file: kept_back(texts.texts) for file, texts in files.items() if _is_news(texts)}
    taught = {
        file: texts.only(~back[file]) if file in back else texts for file, texts in files.items()
    }
    # Those that are all honest come last: the recipe adds comments with links to each of them.
    taught = dict(sorted(taught.items(), key=lambda item: _is_news(item[1])))
    weighing = {each.file: each for each in (OWN, *COLLECTIONS)}
    sources = [_source(texts, weighing[file]) for file, texts in taught.items()]
    news = [text for file, mask in back.items() for text in files[file].only(mask).texts]
    return Material(gather(sources), _places(taught), taught, tuple(news))


def scored(texts: Sequence[str], model: Model) -> Scored:
    """Scores each text, as the filter does."""
    scores = [score(text, model) for text in texts]
    return Scored(
        np.array([each.value for each in scores]), np.array([each.verdict for each in scores])
    )


def _is_news(texts: Texts) -> bool:
    return not texts.is_spam.any()


def _source(texts: Texts, weighing: Collection) -> Source:
    return Source(
        texts.texts,
        [bool(each) for each in texts.is_spam],
        spam_weight=weighing.spam_weight,
        honest_weight=weighing.honest_weight,
    )


def _places(files: dict[str, Texts]) -> dict[str, slice]:
    """Of the files with spam, which stand first, as they are."""
    ends = np.cumsum([len(texts) for texts in files.values()])
    places = zip(files, ends, strict=True)
    return {
        file: slice(end - len(files[file]), end)
        for file, end in places
        if not _is_news(files[file])
    }
