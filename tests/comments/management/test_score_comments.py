import json

import pytest
from django.core.management import CommandError, call_command

TEXTS = [
    {"id": 7, "text": "Subscribe to my channel, check out my new video!"},
    {"id": "b", "text": "The board meets on Monday."},
]


def scored(capsys, tmp_path, lines):
    path = tmp_path / "comments.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    call_command("score_comments", str(path))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_comment_gets_a_line_with_score_verdict_and_evidence(capsys, tmp_path):
    spam, honest = scored(capsys, tmp_path, map(json.dumps, TEXTS))
    assert (spam["id"], spam["verdict"]) == (7, "bin")
    assert "subscribe" in spam["evidence"]
    assert (honest["id"], honest["verdict"]) == ("b", "publish")
    assert honest["score"] < 0 < spam["score"]


@pytest.mark.parametrize("line", ["no JSON", "[]", '{"id": 1}', '{"text": "x"}'])
def test_a_line_that_is_no_comment_is_named(capsys, tmp_path, line):
    with pytest.raises(CommandError, match="line 2"):
        scored(capsys, tmp_path, [json.dumps(TEXTS[0]), line])


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        call_command("score_comments", str(tmp_path / "nowhere.jsonl"))
