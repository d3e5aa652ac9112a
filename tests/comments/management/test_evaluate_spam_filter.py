import json

import pytest
from django.core.management import CommandError, call_command

LINES = "text,label\n" + "".join(
    f"Subscribe to my channel {n},1\nThe board meets on day {n} at noon,0\n" for n in range(8)
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "comments.csv"
    path.write_text(LINES)
    return path


def printed(capsys, *args):
    call_command("evaluate_spam_filter", *map(str, args))
    return capsys.readouterr().out


def test_the_seed_is_evaluated(file, capsys):
    figures = json.loads(printed(capsys, file, "--json"))
    assert (figures["rows"], figures["auc"]) == (16, 1.0)
    assert 0 < figures["model_bytes"] < 2_000_000
    assert figures["added_memory_mb"] < 40


@pytest.mark.parametrize("options", [[], ["--on-seed"]])
def test_a_model_of_other_files_is_evaluated(file, capsys, options):
    figures = json.loads(printed(capsys, file, "--train", file, *options, "--json"))
    assert figures["mcc"] == 1.0


def test_people_get_a_line_for_each_figure(file, capsys):
    assert "caught_at_0.5        1.0\n" in printed(capsys, file)


def test_a_wrong_file_is_said(tmp_path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="text and label"):
        call_command("evaluate_spam_filter", str(wrong))
