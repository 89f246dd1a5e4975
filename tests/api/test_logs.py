"""The log: one JSON line a request, without bodies, queries, tokens and the messages of errors."""

import json
import logging
import sys

from api.http.logs import Answered, JsonLines


def line_of(record: logging.LogRecord) -> dict[str, object]:
    line: dict[str, object] = json.loads(JsonLines().format(record))
    return line


def test_a_request_is_one_line_with_its_figures() -> None:
    fields = {"method": "POST", "path": "/funds", "status": 201, "took_ms": 3.5, "request_id": "r1"}
    line = line_of(Answered(fields))
    assert (line["event"], line["level"], line["logger"]) == ("request", "info", "sunledger.requests")
    assert (line["method"], line["path"], line["status"], line["request_id"]) == ("POST", "/funds", 201, "r1")


def test_of_an_error_only_its_kind_and_its_place_are_written() -> None:
    try:
        int("511703199001011234x")
    except ValueError:
        record = logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, "broke", None, sys.exc_info())
    line = line_of(record)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in str(line["where"])
    assert "511703199001011234" not in json.dumps(line)
