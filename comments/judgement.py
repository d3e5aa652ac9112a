"""From a case to its decision: the filter, the checks, the writer's standing, the policy."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from comments import policy, scrutiny, spam, spam_context, standing
from comments.attempts import attempt
from comments.case import Case
from comments.models import Writer
from comments.spam import Assessment, Evidence, Sign, Verdict


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What becomes of the words, and why."""

    decision: policy.Decision
    evidence: tuple[Evidence, ...]
    assessment: Assessment
    writer: Writer | None

    @property
    def evidence_rows(self) -> list[dict[str, str]]:
        """The evidence as the database keeps it."""
        return [asdict(item) for item in self.evidence]


def judge(case: Case, doubts: Sequence[Evidence] = ()) -> Judgement:
    """Judge a submission. Whatever breaks on the way asks for a person, as `doubts` does."""
    assessment = _assess(case)
    writer, is_known, failures = _standing(case)
    doubts = (*doubts, *scrutiny.examine(case), *failures)
    return Judgement(
        decision=policy.decide(assessment, doubts=doubts, mode=case.rules.mode, is_known=is_known),
        evidence=(*assessment.evidence, *doubts),
        assessment=assessment,
        writer=writer,
    )


def _assess(case: Case) -> Assessment:
    def look() -> Assessment:
        context = spam_context.gather(case.submission, case.rendered, own_host=_own_host(case))
        return spam.assess(case.submission, context)

    assessment, failure = attempt("spam.assess", look)
    if assessment is None:
        return Assessment(Verdict.HOLD, 0.0, (Evidence(Sign.CHECK_FAILED, "spam.assess"),))
    if failure:
        verdict = max(assessment.verdict, Verdict.HOLD, key=list(Verdict).index)
        return replace(assessment, verdict=verdict, evidence=(*assessment.evidence, failure))
    return assessment


def _own_host(case: Case) -> str:
    return case.site.hostname if case.site else ""


def _standing(case: Case) -> tuple[Writer | None, bool, list[Evidence]]:
    """The proven writer, whether one in good standing, and what broke in finding that out."""
    writer, broken = attempt("standing", lambda: standing.writer_of(case.submission))
    is_known, unknown = attempt("standing", lambda: bool(writer and _is_known(writer, case)))
    return writer, bool(is_known), [failure for failure in (broken, unknown) if failure]


def _is_known(writer: Writer, case: Case) -> bool:
    needed = case.rules.settings.approvals_needed
    return standing.is_known(writer, approvals_needed=needed, besides=case.submission.revises)
