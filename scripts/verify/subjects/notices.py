"""公示 (notices), derived anew: each notice from its draft to its end, with objections and extensions."""

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import NO_PLACE, Subject

SAYS_NOTHING_MORE = {"figure": "", "figure_of": "", "otherwise_reason": "", "books_fen": 0}
"""What an amount lacks that was drafted before amounts said what they are."""


def _amounts(state: State) -> list[State]:
    return [{**SAYS_NOTHING_MORE, **amount} for amount in state["amounts"]]


def notices(fact: Stored, papers: Papers) -> None:
    """A notice from its draft to its end, with what was objected and answered; a project's in its ledger as well."""
    state, step, day = fact.state, fact.topic.partition(".")[2], fact.state["effective_on"]
    notice = papers.row("notice_register", fact.key)
    if step in {"drafted", "posted", "closed", "withdrawn"}:
        notice["state"] = step
    match step:
        case "drafted":
            drafted = {"drafted_on": day, "drafted_by": state["by"], "rulebook": state["rulebook_version"]}
            notice.update(state, replaces=state["replaces_notice_no"], **drafted)
            notice["amounts"] = _amounts(state)
            _about(fact, papers)
        case "posted":
            hung = {
                column: state.get(column)
                for column in ("place_text", "photo_sha256", "closes_on", "recorded_on")
            }
            notice.update(hung, posted_on=state["first_day_on"], posted_by=state["by"])
        case "objected" | "answered":
            _objection(fact, papers, notice)
        case "extended":
            notice.update(fields=state["fields"], amounts=_amounts(state), closes_on=state["closes_on"])
        case "closed":
            notice.update(closed_on=day, days_posted=state["days_posted"])
        case "withdrawn":
            notice.update(withdrawn_on=day, withdrawn_reason=state["reason"])
    of_project = papers.find("project_ledger_notices", fact.key)
    if of_project is not None:
        of_project.update({column: cell for column, cell in notice.items() if column != "project_code"})


def _about(fact: Stored, papers: Papers) -> None:
    """What a notice is about; a project has it in its own ledger."""
    about = {column: fact.state[column] for column in ("subject", "kind", "level")}
    papers.row("late_notices_drafts", fact.key).update(about)
    kind, _, code = fact.state["subject"].partition("/")
    if kind == "project":
        papers.row("project_ledger_notices", fact.key)["project_code"] = code


def _objection(fact: Stored, papers: Papers, notice: DerivedRow) -> None:
    """An objection is open until it is answered."""
    state = fact.state
    objection = papers.row("notice_register_objections", fact.key, state["objection_no"])
    if fact.topic == "notice.objected":
        notice["objections_count"] += 1
        notice["open_objections"] += 1
        objection.update(state, objected_on=state["effective_on"])
    else:
        notice["open_objections"] -= 1
        objection.update(answered_on=state["effective_on"], answer=state["answer"], upheld=state["upheld"])


def extensions(fact: Stored, papers: Papers) -> None:
    """Each time a notice was prolonged."""
    if fact.topic == "notice.extended":
        row = {**fact.state, "notice_no": fact.key, "extended_on": fact.state["effective_on"]}
        papers.line("notice_register_extensions", row | {"position": fact.position})


SUBJECT = Subject(
    happens={
        "notice": "answered closed drafted extended objected posted withdrawn",
    },
    opens={"notice.drafted": NO_PLACE},
    by_fact={"notice_register_extensions": ("position",)},
    by_stream={
        "late_notices_drafts": ("notice_no",),
        "notice_register": ("notice_no",),
        "notice_register_objections": ("notice_no", "objection_no"),
        "project_ledger_notices": ("notice_no",),
    },
    streams={"notice": notices},
    hears=lambda papers: {"notice": lambda fact: extensions(fact, papers)},
)
