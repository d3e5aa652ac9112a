"""What `manage.py restore` says of what is no backup; test_backup.py has a whole way back."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def test_folder_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no complete backup"):
        call_command("restore", str(tmp_path))
