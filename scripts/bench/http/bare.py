"""光杆服务 (the bare service): FastAPI with nothing behind it, on the same settings: what the framework can do."""

import json
from typing import Annotated

from fastapi import FastAPI, Header

from api.requests.claims import PayClaim
from scripts.ports import address_of, take_port
from scripts.web_server import answer

app = FastAPI()


@app.post("/claims/{claim_no}/payments", status_code=201)
async def pay_claim(
    claim_no: str, body: PayClaim, key: Annotated[str, Header(alias="Idempotency-Key")]
) -> dict[str, object]:
    """Read the same body and answer with something of the size of a receipt."""
    fact = {"position": 1, "stream": f"claim/{claim_no}", "version": 1, "topic": body.payment_no}
    return {"first_position": 1, "last_position": 2, "facts": [fact, {**fact, "stream": key}]}


@app.get("/board")
async def read_board() -> dict[str, str]:
    """Answer a GET."""
    return {"board": "bare"}


@app.get("/health/ready")
async def read_ready() -> dict[str, str]:
    """Say that it answers."""
    return {"status": "ready"}


def main() -> None:
    """Serve on a free port and print the address as `sunledger serve --json` does."""
    with take_port("127.0.0.1", 0) as listening:
        print(json.dumps({"health": f"{address_of(listening)}/health"}, indent=2), flush=True)
        answer(app, listening)


if __name__ == "__main__":
    main()
