"""一类业务的事实 (the facts of one subject): what the tests must be told of them, since no code says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SubjectFacts:
    """What one file of `facts_of/` says, under the name `FACTS`; the topics it begins with are of its own subject.

    ways_back     topic → the facts that take it back or put it right.  One that names itself is recorded again: the
                  last counts.  A fact that takes another back has no entry of its own unless it can be taken back too:
                  what it took back is recorded anew.  A fact that several streams tell, each its part, goes with its
                  like in the same act.
    none_may      topic → why nothing takes it back.
    says_why      topic of a fact that takes back and has no field `reason` → what says why instead.
    post_nothing  what a fact with an amount does instead of moving money → the topics of those that do it.
    """

    ways_back: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    none_may: Mapping[str, str] = field(default_factory=dict)
    says_why: Mapping[str, str] = field(default_factory=dict)
    post_nothing: Mapping[str, set[str]] = field(default_factory=dict)
