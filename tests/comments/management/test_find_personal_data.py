import json

import pytest
from django.core.management import CommandError, call_command


def run(folder, capsys, *lines):
    file = folder / "texts.jsonl"
    file.write_bytes(b"\n".join(lines))
    failed = None
    try:
        call_command("find_personal_data", file)
    except CommandError as problem:
        failed = problem
    said = capsys.readouterr()
    return [json.loads(line) for line in said.out.splitlines()], said.err, failed


def test_each_text_is_answered_with_its_id_and_spans(tmp_path, capsys):
    text = "Ñ A345678901, 213-555-0142"
    lines = [json.dumps({"id": 7, "text": text}).encode(), b'{"id": "b", "text": "nothing"}']
    first, second = run(tmp_path, capsys, *lines)[0]
    assert first["id"] == 7
    assert [(span["kind"], text[span["start"] : span["end"]]) for span in first["spans"]] == [
        ("a_number", "A345678901"),
        ("phone", "213-555-0142"),
    ]
    assert second == {"id": "b", "spans": []}


@pytest.mark.parametrize(
    "bad",
    [
        b"oops",
        b"[]",
        b'{"id": 1}',
        b'{"text": "x"}',
        b'{"id": 1, "text": 2}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_bad_line_is_named_and_the_others_are_answered(tmp_path, capsys, bad):
    answers, complaints, failed = run(
        tmp_path, capsys, b'{"id": 1, "text": ""}', bad, b'{"id": 3, "text": ""}'
    )
    assert [answer["id"] for answer in answers] == [1, 3]
    assert complaints.startswith("line 2: ")
    assert failed.returncode == 1


def test_blank_lines_are_no_fault(tmp_path, capsys):
    answers, complaints, failed = run(tmp_path, capsys, b'{"id": 1, "text": ""}', b"", b"  ")
    assert (len(answers), complaints, failed) == (1, "", None)


def test_what_is_everybodys_is_left_out(tmp_path, capsys):
    assert run(tmp_path, capsys, b'{"id": 1, "text": "info@uscis.gov"}')[0][0]["spans"] == []


def test_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("find_personal_data", tmp_path / "none.jsonl")
