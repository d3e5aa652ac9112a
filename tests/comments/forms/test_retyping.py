from django import forms
from django.http import QueryDict

from comments.forms.retyping import Retyping


class Small(Retyping, forms.Form):
    one = forms.CharField()
    two = forms.CharField()


def test_what_is_retyped_shows_and_counts_and_the_rest_stays():
    form = Small(QueryDict("one=1&two=2"))
    assert form.is_valid()
    form.retype(two="3")
    assert (form["one"].value(), form["two"].value()) == ("1", "3")
    assert form.cleaned_data == {"one": "1", "two": "3"}
