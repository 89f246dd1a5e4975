"""令牌 (tokens): make, list and revoke the tokens of callers.  A token is shown once; only its hash is kept."""

from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer
from eventsourcing.persistence import IntegrityError

from domain.person import person_id
from domain.places.scope_is_a_division import scope_is_a_division
from domain.refusal import Refusal
from projections.access.register import TokenRegister
from projections.access.roles import Role
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, Exit, say_json, say_table, screen, stop

app = typer.Typer(no_args_is_help=True, help="令牌:发放、列出、吊销。 Tokens: make, list, revoke.")


@app.command()
def make(
    person: Annotated[str, typer.Option(help="人员编号,不是姓名。 Opaque person id, never a name.")],
    role: Annotated[list[Role], typer.Option(help="角色,可多次。 A role; may be given several times.")],
    scope: Annotated[
        str, typer.Option(help="行政区划代码，全县留空。 Division code; empty: all places.")
    ] = "",
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    as_json: AsJson = False,
) -> None:
    """发放令牌。 Make a token and show it, this once.  Begins books where there are none at all."""
    with (
        books_at(folder, schema, new=True, beside_others=False) as database,
        closing(TokenRegister(database)) as register,
    ):
        try:
            holder = person_id(person, "person")
            scope = scope_is_a_division(scope, register.divisions())
            token = register.make(holder, role, scope)
        except Refusal as refusal:
            stop(Exit.MISUSED, f"{refusal.detail_zh} {refusal.detail_en}")
        except IntegrityError as error:
            stop(Exit.MISUSED, f"令牌不合要求。 The token is not as required: {error}")
    if as_json:
        say_json({"token": token, "person_id": holder, "roles": sorted(role), "scope": scope})
    else:
        screen.print(token, soft_wrap=True)


@app.command("list")
def list_tokens(
    folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False
) -> None:
    """列出令牌。 List every token, revoked ones too."""
    with books_at(folder, schema) as database, closing(TokenRegister(database)) as register:
        passes = register.passes()
    if as_json:
        say_json({"tokens": [{**asdict(held), "roles": sorted(held.roles)} for held in passes]})
        return
    rows = (
        (
            held.token_id,
            held.person_id,
            " ".join(sorted(held.roles)),
            held.scope,
            held.made_at,
            held.revoked_at,
        )
        for held in passes
    )
    headings = ("编号 id", "人员 person", "角色 roles", "范围 scope", "发放 made", "吊销 revoked")
    say_table("令牌 tokens", headings, rows)


@app.command()
def revoke(
    token_id: Annotated[str, typer.Argument(help="编号,见 list。 The id that list shows.")],
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    as_json: AsJson = False,
) -> None:
    """吊销令牌。 Revoke a token; it opens nothing a second later."""
    with books_at(folder, schema) as database, closing(TokenRegister(database)) as register:
        revoked = register.revoke(token_id)
    if not revoked:
        stop(Exit.MISUSED, f"没有在用的令牌 {token_id}。 No token in force has this id.")
    if as_json:
        say_json({"token_id": token_id, "revoked": True})
    else:
        screen.print(f"已吊销 {token_id}。 Revoked.")
