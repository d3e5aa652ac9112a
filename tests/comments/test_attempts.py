from comments import attempts, conf
from comments.attempts import attempt
from comments.spam import Evidence, Sign


def test_a_step_that_goes_well_leaves_no_evidence():
    assert attempt("look", lambda: 7) == (7, None)


def test_a_step_that_breaks_is_evidence_and_is_logged(caplog):
    result, failure = attempt("look", lambda: 1 / 0)
    assert (result, failure) == (None, Evidence(Sign.CHECK_FAILED, "look"))
    assert "look failed" in caplog.text


def test_a_step_that_takes_too_long_is_evidence_too(monkeypatch, caplog):
    moments = iter([0.0, conf.CHECK_BUDGET_SECONDS + 0.1])
    monkeypatch.setattr(attempts.time, "monotonic", lambda: next(moments))
    assert attempt("look", lambda: 7) == (7, Evidence(Sign.CHECK_FAILED, "look"))
