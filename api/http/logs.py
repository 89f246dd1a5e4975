"""运行日志 (logs): one JSON object a line, for machines to read; no bodies, no names, no values of an error."""

import logging
import sys
import time
import traceback
from datetime import UTC, datetime

import msgspec


class Answered(logging.LogRecord):
    """The record of a request that was answered, with `fields` to say of it.

    One is made for every request, so it has no more than a line needs; what all have in common stands in the class.
    """

    name = "sunledger.requests"
    levelno = logging.INFO
    levelname = logging.getLevelName(logging.INFO)
    msg = "request"
    args = exc_info = exc_text = stack_info = None

    def __init__(self, fields: dict[str, object]) -> None:
        self.created = time.time()
        self.fields = fields


class JsonLines(logging.Formatter):
    """Format a record as one line of JSON, with what stands in its `fields`.

    Of an exception only its kind and the places in our code are written: its message may quote what a caller sent.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, without its end."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line["error"] = type(error).__name__
            line["where"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
        return msgspec.json.encode(line).decode()


def write_json_logs(level: int = logging.INFO) -> None:
    """Send all logs to standard error as JSON lines; the server's own request lines are ours already."""
    # Our lines name no thread, process or place in the code, so nobody need look for them: as Python's manual advises.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # noqa: SLF001 -- the name that the manual gives
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"
