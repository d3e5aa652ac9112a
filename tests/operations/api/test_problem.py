import json
from http import HTTPStatus

from operations.api.problem import problem


def test_a_problem_is_told_as_programs_expect_it():
    response = problem(HTTPStatus.NOT_FOUND, "There is nothing here.")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert json.loads(response.content) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing here.",
    }


def test_each_thing_that_was_wrong_is_named():
    wrong = [
        {"where": "query.limit", "what": "Not a number."},
        {"where": "query.after", "what": ""},
    ]

    response = problem(HTTPStatus.UNPROCESSABLE_ENTITY, "No.", errors=iter(wrong))

    assert json.loads(response.content)["errors"] == wrong
