"""The guards of the spam filter: what it never bins, never learns and never lets in."""

from guard import Guard

SPAM, TESTS = "comments/spam", "tests/comments/spam"
LEARNING, LEARNING_TESTS = "comments/learning", "tests/comments/learning"
ASSESS, MODEL_FILE = f"{SPAM}/assess.py", f"{SPAM}/model_file.py"
GATE = f"{LEARNING}/gate.py"
SERVING_TESTS = "tests/comments/test_serving.py"

GUARDS = (
    *(
        Guard(f"filter-{name}", ASSESS, f"    {name},\n", "", f"{TESTS} tests/comments tests/abuse")
        for name in (
            "sent_too_fast",
            "words_of_spam",
            "links_to_new_hosts",
            "said_before",
            "listed_terms",
        )
    ),
    Guard(
        "filter-budget",
        ASSESS,
        "if examined.context.is_late():",
        "if False:",
        f"{TESTS}/test_assess.py",
    ),
    Guard(
        "sentence-budget",
        f"{SPAM}/scoring.py",
        "if is_late():",
        "if False:",
        f"{TESTS}/test_assess.py",
    ),
    Guard(
        "missing-model-holds",
        ASSESS,
        "raise ModelMissing",
        "return None, ()",
        f"{TESTS}/test_assess.py",
    ),
    Guard(
        "no-bin-while-learning",
        "comments/policy.py",
        "not (is_known or assessment.is_learning or",
        "not (is_known or",
        "tests/comments/test_policy.py",
    ),
    Guard(
        "no-bin-of-the-known",
        "comments/policy.py",
        "not (is_known or assessment.is_learning or",
        "not (assessment.is_learning or",
        "tests/comments/test_policy.py",
    ),
    Guard(
        "a-sentence-never-bins",
        f"{SPAM}/scoring.py",
        "if self.whole >= self.model.thresholds.bin_at:",
        "if self.value >= self.model.thresholds.bin_at:",
        TESTS,
    ),
    Guard(
        "model-digest",
        MODEL_FILE,
        "if digest(data) != expected_digest:",
        "if False:",
        f"{TESTS} {SERVING_TESTS}",
    ),
    Guard("model-size", MODEL_FILE, "if len(data) > MAX_BYTES:", "if False:", TESTS),
    Guard("model-featuriser", MODEL_FILE, 'facts.get("featuriser") != VERSION', "False", TESTS),
    Guard(
        "model-no-pickle",
        MODEL_FILE,
        "allow_pickle=False",
        "allow_pickle=True",
        f"{TESTS} tests/test_architecture.py",
    ),
    Guard(
        "model-of-this-seed",
        "comments/serving.py",
        "if version.seed_digest != seed.digest():",
        "if False:",
        SERVING_TESTS,
    ),
    Guard(
        "hosts-of-spam-stay-new",
        "comments/spam_context.py",
        ", label__is_spam=False)",
        ")",
        "tests/comments/test_spam_context.py",
    ),
    Guard(
        "gate-binned",
        GATE,
        '"bins_approved": bool(binned_itself or newly.any())',
        '"bins_approved": False',
        LEARNING_TESTS,
    ),
    Guard(
        "gate-held",
        GATE,
        "new.held_honest > old.held_honest + MOST_HELD_GAINED",
        "False",
        LEARNING_TESTS,
    ),
    Guard(
        "gate-auc", GATE, "(new.auc or 0) < (old.auc or 0) - MOST_AUC_LOST", "False", LEARNING_TESTS
    ),
    Guard(
        "undo-unlearns",
        f"{LEARNING}/labels.py",
        "if event.action == Action.UNDO and events:",
        "if False:",
        LEARNING_TESTS,
    ),
    Guard(
        "withdrawal-unlearns",
        "comments/moderation/withdrawal.py",
        "labels.forget(Comment.objects.filter(pk=comment.pk))",
        "pass",
        "tests/comments/moderation tests/comments/learning tests/comments/test_effects.py",
    ),
    Guard(
        "learning-costs-no-decision",
        "comments/effects.py",
        "except Exception:",
        "except KeyError:",
        "tests/comments/test_effects.py",
    ),
)
