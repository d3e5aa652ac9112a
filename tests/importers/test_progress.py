from importers.progress import Progress


def test_lines_are_as_far_apart_as_the_interval() -> None:
    now = [0.0]
    lines: list[str] = []
    progress = Progress(lines.append, interval=5.0, clock=lambda: now[0])
    for second in range(12):
        now[0] = float(second)
        progress.tell("reading", second * 1000, 12_000)
    assert lines == ["reading: 5,000 / 12,000", "reading: 10,000 / 12,000"]
