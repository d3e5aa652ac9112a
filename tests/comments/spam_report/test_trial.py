import pytest
from django import forms
from django.http import QueryDict

from comments.spam_report.trial import TrialForm


class Typed(TrialForm):
    typed = forms.CharField()

    def values(self):
        return self.cleaned_data["typed"]


class Other(Typed):
    pass


def filled(form=Typed, **fields):
    made = form(fields)
    assert made.is_valid()
    return made


def proof_of(**fields):
    tried = filled(**fields)
    tried.note_trial()
    return tried["tried"].value()


def test_values_that_were_tried_are_known_again():
    assert filled(typed="a", tried=proof_of(typed="a")).was_tried


@pytest.mark.parametrize("tried", ["", "a", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_a_proof_cannot_be_made_up(tried):
    assert not filled(typed="a", tried=tried).was_tried


def test_the_proof_is_of_these_values_and_of_this_form():
    proof = proof_of(typed="a")
    assert not filled(typed="b", tried=proof).was_tried
    assert not filled(Other, typed="a", tried=proof).was_tried


class Ticked(TrialForm):
    ticked = forms.MultipleChoiceField(choices=[(one, one) for one in "abc"])

    def values(self):
        return " ".join(self.cleaned_data["ticked"])


def test_everything_that_was_ticked_stays_ticked():
    form = Ticked(QueryDict("ticked=a&ticked=c"))
    assert form.is_valid()
    form.note_trial()
    assert form["ticked"].value() == ["a", "c"]


def test_each_form_says_what_its_values_are():
    with pytest.raises(NotImplementedError):
        TrialForm({}).values()
