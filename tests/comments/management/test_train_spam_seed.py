from django.core.management import call_command

from comments.learning import seeding


def test_the_seed_is_trained_from_a_folder_and_its_card_printed(monkeypatch, capsys, tmp_path):
    asked = []

    def write_seed(folder):
        asked.append(folder)
        return "the card"

    monkeypatch.setattr(seeding, "write_seed", write_seed)
    call_command("train_spam_seed", str(tmp_path))
    assert asked == [tmp_path]
    assert capsys.readouterr().out == "the card\n"
