"""登记簿 (registers), derived anew: claims, invoices, notices, rolls and gifts."""

from collections.abc import Set as AbstractSet

from scripts.verify.cash import CHANNELS
from scripts.verify.journal import Stored
from scripts.verify.papers import Papers, Row


def claims(fact: Stored, papers: Papers) -> None:
    """A claim from its submission to the payee's money; in the ledger of its project as well."""
    state, step = fact.state, fact.topic.partition(".")[2]
    claim = papers.row("claim_register", fact.key)
    if step == "submitted":
        claim.update(
            state,
            state=step,
            asked_fen=state["amount_fen"],
            submitted_on=state["effective_on"],
            submitted_by=state["by"],
            rulebook=state["rulebook_version"],
        )
        if state["purpose_kind"] == "project":
            papers.row("project_ledger_claims", fact.key).update(
                claim, project_code=state["purpose_code"], purpose_code=""
            )
    elif step == "reviewed":
        claim.update(state=step, reviewed_on=state["effective_on"], reviewed_by=state["by"])
    elif step in {"approved", "refused"}:
        claim.update(state=step, decided_on=state["effective_on"], decided_by=state["by"])
        if step == "approved":
            claim["approved_fen"] = state["approved_fen"]
        else:
            claim.update(refused_because=state["reason_code"], refused_reason=state["reason"])
    else:
        claim["paid_fen" if step == "paid" else "undone_fen"] += state["amount_fen"]
        held_fen = claim["paid_fen"] - claim["undone_fen"]
        claim["state"] = "paid" if held_fen == claim["approved_fen"] else "approved"
    _claim_of_project(papers.find("project_ledger_claims", fact.key), claim, step)


def _claim_of_project(row: Row | None, claim: Row, step: str) -> None:
    """The project shows the last decision, and what the payee holds."""
    if row is None:
        return
    if step in {"reviewed", "approved", "refused"}:
        row["state"] = step
    row["approved_fen"] = claim["approved_fen"]
    row["paid_fen"] = claim["paid_fen"] - claim["undone_fen"]


def invoices(fact: Stored, papers: Papers) -> None:
    """The last use of an invoice number, and whether it was released."""
    state = fact.state
    invoice = papers.row("claim_register_invoices", fact.key)
    if fact.topic == "invoice.used":
        invoice.update(
            claim_no=state["claim_no"],
            amount_fen=state["amount_fen"],
            used_on=state["effective_on"],
            released_on=None,
            reason="",
        )
    else:
        invoice.update(released_on=state["effective_on"], reason=state["reason"])


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
            _about(fact, papers)
        case "posted":
            hung = {column: state[column] for column in ("place_text", "photo_sha256", "closes_on")}
            notice.update(hung, posted_on=state["first_day_on"], posted_by=state["by"])
        case "objected" | "answered":
            _objection(fact, papers, notice)
        case "extended":
            notice.update({column: state[column] for column in ("fields", "amounts", "closes_on")})
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


def _objection(fact: Stored, papers: Papers, notice: Row) -> None:
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


def rolls(fact: Stored, papers: Papers) -> None:
    """A roll, and each line of it."""
    state, day = fact.state, fact.state["effective_on"]
    if fact.topic == "roll.line_due":
        papers.row("roll_register", fact.key)["due_fen"] += state["amount_fen"]
        line = papers.row("roll_register_lines", fact.key, state["line_no"])
        for column in ("person_id", "quantity", "standard_fen", "amount_fen", "reason"):
            line[column] = state[column]
        return
    roll = papers.row("roll_register", fact.key)
    match fact.topic:
        case "roll.drawn_up":
            roll.update(state, drawn_up_on=day)
        case "roll.approved":
            roll.update(approved_on=day, approved_by=state["by"], approved_fen=state["amount_fen"])
        case "roll.sent":
            roll.update(sent_on=day, sent_in=state["payment_no"])
            roll["sent_fen"] += state["amount_fen"]
        case _:
            _after_sending(fact, roll)


def _after_sending(fact: Stored, roll: Row) -> None:
    """What the bank said of the roll as a whole."""
    state = fact.state
    match fact.topic:
        case "roll.line_resent":
            roll["sent_fen"] += state["amount_fen"]
        case "roll.bank_confirmed":
            roll["confirmed_fen"] += state["amount_fen"]
            roll["confirmed_count"] += len(state["lines"])
        case "roll.bank_returned":
            roll["returned_fen"] += state["amount_fen"]
        case "roll.line_cancelled":
            roll["cancelled_fen"] += state["amount_fen"]
            roll["cancelled_count"] += 1


def answers(fact: Stored, papers: Papers) -> None:
    """What became of which lines, one row a reason."""
    state = fact.state
    lines: dict[str, set[int]] = {}
    match fact.topic:
        case "roll.line_resent":
            said, lines[""] = "sent", {state["line_no"]}
        case "roll.bank_confirmed":
            said, lines[""] = "confirmed", set(state["lines"])
        case "roll.bank_returned":
            said = "returned"
            for returned in state["lines"]:
                lines.setdefault(returned["reason"], set()).add(returned["line_no"])
        case "roll.line_cancelled":
            said, lines[""] = "cancelled", {state["line_no"]}
        case _:
            return
    row = {"roll_no": fact.key, "position": fact.position, "state": said, "state_on": state["effective_on"]}
    for reason, numbers in lines.items():
        told = {"bank_reason": reason, "payment_no": state.get("payment_no", ""), "lines": _ranges(numbers)}
        papers.line("roll_register_answers", row | told)


def _ranges(numbers: AbstractSet[int]) -> str:
    """A set of line numbers as PostgreSQL writes it: from each first number to the one after its last neighbour."""
    firsts = sorted(number for number in numbers if number - 1 not in numbers)
    ends = sorted(number + 1 for number in numbers if number + 1 not in numbers)
    return "{" + ",".join(f"[{first},{end})" for first, end in zip(firsts, ends, strict=True)) + "}"


def sendings(fact: Stored, papers: Papers) -> None:
    """Each time something was sent to the bank; the account that a roll is paid from."""
    state = fact.state
    match fact.topic:
        case "roll.drawn_up":
            papers.row("trial_balance_rolls", fact.key)["account_code"] = state["account_code"]
        case "roll.sent" | "roll.line_resent":
            count = state.get("count", 1)
            row = {**state, "roll_no": fact.key, "position": fact.position, "count": count}
            papers.line("roll_register_sendings", row | {"sent_on": state["effective_on"]})


def gifts(fact: Stored, papers: Papers) -> None:
    """What was pledged, came and was used, in money and in kind."""
    state, topic = fact.state, fact.topic
    if fact.kind == "account":
        column, sign = CHANNELS.get(topic, ("", 0))
        if column == "paid_fen" and state["purpose_kind"] == "gift":
            papers.row("gift_register", state["purpose_code"])["cash_used_fen"] += sign * state["amount_fen"]
            _movement(fact, papers, state["purpose_code"], state["payment_no"], -sign * state["amount_fen"])
        return
    if fact.kind != "gift":
        return
    gift = papers.row("gift_register", fact.key)
    match topic:
        case "gift.pledged":
            gift.update(state, pledged_on=state["effective_on"], pledged_fen=state["amount_fen"])
            _movement(fact, papers, fact.key, "", state["amount_fen"])
        case "gift.cash_received":
            gift["cash_fen"] += state["amount_fen"]
            _movement(fact, papers, fact.key, state["voucher_no"], state["amount_fen"])
        case "gift.purpose_changed":
            gift["purpose"] = state["purpose"]
            _movement(fact, papers, fact.key, "", 0)
        case "gift.goods_received":
            gift["goods_fen"] += state["value_fen"]
            goods = papers.row("gift_register_goods", fact.key, state["item"])
            goods["unit"] = state["unit"]
            goods["received_quantity"] += state["quantity"]
            goods["received_fen"] += state["value_fen"]
            _movement(fact, papers, fact.key, state["item"], state["value_fen"])
        case "gift.goods_handed_out":
            gift["goods_out_fen"] += state["value_fen"]
            goods = papers.row("gift_register_goods", fact.key, state["item"])
            goods["out_quantity"] += state["quantity"]
            goods["out_fen"] += state["value_fen"]
            _movement(fact, papers, fact.key, state["item"], -state["value_fen"])


def _movement(fact: Stored, papers: Papers, gift_no: str, reference: str, amount_fen: int) -> None:
    row = {"gift_no": gift_no, "position": fact.position, "reference": reference, "amount_fen": amount_fen}
    papers.line("gift_register_movements", row)


def surveys(fact: Stored, papers: Papers) -> None:
    """The asset surveys, as they were reported."""
    if fact.topic == "asset_register.surveyed":
        row = {**fact.state, "place_code": fact.key, "position": fact.position}
        papers.line("asset_ledger_surveys", row)
