"""规章 (rulebooks), derived anew: what each version calls its codes, and for how long it lets money be used."""

from scripts.verify.difference import Difference
from scripts.verify.journal import State, Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Subject

WORDS = "rulebook_words"


def rulebooks(fact: Stored, papers: Papers) -> None:
    """What one version says; what only waits for its second person says nothing yet."""
    if fact.topic != "rulebook.published":
        return
    # The oldest facts lack the field: one person published.
    if fact.state.get("proposed_by") == fact.state["by"]:
        where = f"追溯施行两人办理 two persons #{fact.position}"
        papers.say(Difference(where, "by", fact.state["by"], "另一人 another person"))
    version, rules = fact.state["version"], fact.state["regulations"]
    papers.row("idle_money_rules", version)["carry_over_years"] = rules["carry_over"]["years"]
    lists = {
        "level": rules["source_levels"],
        "use": rules["uses"],
        "scheme": rules["payment_schemes"],
        "acceptance": rules["acceptance_levels"],
    }
    for name, coded in lists.items():
        for one in coded:
            papers.row(WORDS, name, one["code"], version)["name_zh"] = one["name"]
    for kind in rules["notice_kinds"]:
        _named(papers, ("notice_kind", kind["code"], version), kind)
        for notice_field in kind["fields"]:
            _named(papers, ("notice_field", f"{kind['code']}.{notice_field['code']}", version), notice_field)
    # The oldest facts lack the list: nobody asked what units and gifts spend money on.
    for item in rules.get("spending_items", ()):
        _named(papers, ("spending_item", item["code"], version), item)
    for pool in rules.get("pools", ()):
        _named(papers, ("pool", pool["code"], version), pool)


def _named(papers: Papers, key: tuple[str, str, int], named: State) -> None:
    papers.row(WORDS, *key).update(name_zh=named["name_zh"], name_en=named["name_en"])


SUBJECT = Subject(
    happens={
        "rulebook": "published proposed proposal_withdrawn",
    },
    at_the_end={"idle_money_rules": ("rulebook",), WORDS: ("list", "code", "version")},
    hears=lambda papers: {"rulebook": lambda fact: rulebooks(fact, papers)},
)
