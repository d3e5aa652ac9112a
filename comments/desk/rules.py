"""The rules by which comments are removed: the list, publishing one, taking one out of force."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions, rulebook
from comments.desk.rule_form import RuleForm
from comments.models import Rule
from comments.moderation_queue.screens import answers_reads_too, screen
from comments.permissions import Right


@require_safe
def list_rules(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:rules: the rules in force in their order, and those that were."""
    permissions.require_moderator(request)
    language = translation.get_language()
    retired = Rule.objects.exclude(retired_at=None)
    context = screen(_("Rules")) | {
        "rules": rulebook.in_force(language),
        "retired": [(rule, rulebook.text_of(rule.current, language)) for rule in retired],
        "language": language,
        "may_change": permissions.may_open(request, "reader_comments:add_rule"),
    }
    return render(request, "comments/desk/rules.html", context)


@answers_reads_too
def add_rule(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:add_rule: publish a new rule. A GET shows the form."""
    moderator = permissions.require(request, Right.RULES)
    if request.method != "POST":
        return _form_page(request, RuleForm())
    form = RuleForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    titles = (title for title, _text in form.texts.values() if title)
    code, reason = rulebook.free_code(next(titles)), form.cleaned_data["reason"]
    rulebook.publish(None, texts=form.texts, user=moderator, code=code, reason=reason)
    messages.success(request, _("The rule is published: comments can be removed by it."))
    return _to_list()


@answers_reads_too
def change_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """POST reader_comments:change_rule: publish what a rule says from now on. A GET shows it."""
    moderator = permissions.require(request, Right.RULES)
    rule = get_object_or_404(Rule, pk=rule_id)
    version = rule.current
    if request.method != "POST":
        return _form_page(request, RuleForm(version=version), rule=rule)
    form = RuleForm(request.POST, version=version)
    if not form.is_valid():
        return _form_page(request, form, rule=rule, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    published = rulebook.publish(rule, texts=form.texts, user=moderator)
    if published == version:
        messages.info(request, _("Nothing was changed, so the version stays."))
    else:
        number = {"number": published.number}
        messages.success(request, _("Version %(number)d is published and holds now.") % number)
    return _to_list()


@answers_reads_too
def retire_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """POST reader_comments:retire_rule: remove nothing by this rule any more. A GET only leads."""
    moderator = permissions.require(request, Right.RULES)

    def retire(rule: Rule) -> str:
        rulebook.retire(rule, user=moderator)
        return _("The rule is out of force. Decisions by it stand.")

    return _act(request, rule_id, retire)


@answers_reads_too
def bring_back_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """POST reader_comments:bring_back_rule: let it hold again. A GET only leads to the list."""
    moderator = permissions.require(request, Right.RULES)

    def bring_back(rule: Rule) -> str:
        rulebook.bring_back(rule, user=moderator)
        return _("The rule is in force again.")

    return _act(request, rule_id, bring_back)


@answers_reads_too
def move_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """POST reader_comments:move_rule: one place up in the list. A GET only leads to the list."""
    permissions.require(request, Right.RULES)

    def move(rule: Rule) -> str:
        rulebook.move_up(rule)
        return _("Moved up.")

    return _act(request, rule_id, move)


def _act(request: HttpRequest, rule_id: int, act: Callable[[Rule], str]) -> HttpResponse:
    """Carry out a post, say what was done, and lead to the list."""
    rule = get_object_or_404(Rule, pk=rule_id)
    if request.method == "POST":
        try:
            messages.success(request, act(rule))
        except rulebook.LastRule:
            messages.error(request, _("It is the last rule in force; publish another one first."))
    return _to_list()


def _form_page(
    request: HttpRequest,
    form: RuleForm,
    *,
    rule: Rule | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    title = _("Change a rule") if rule else _("A new rule")
    parent = (_("Rules"), reverse("reader_comments:rules"))
    context = screen(title, parent=parent) | {"form": form, "rule": rule}
    return render(request, "comments/desk/rule_form.html", context, status=status)


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("reader_comments:rules"), status=HTTPStatus.SEE_OTHER)
