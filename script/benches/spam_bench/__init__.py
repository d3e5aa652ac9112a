"""What `script/bench spam` measures: figures that docs/spam.md and the notes of the filter name."""
