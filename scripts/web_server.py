"""网络服务 (the web server): the settings of production under which an app answers."""

import socket

import uvicorn
from fastapi import FastAPI

from api.http.logs import write_json_logs
from scripts.garbage_collection import look_seldom

FINISH_SECONDS = 10


def answer(app: FastAPI, listening: socket.socket) -> None:
    """Answer over HTTP with the settings of production, until told to stop."""
    write_json_logs()
    look_seldom()
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=FINISH_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listening])
