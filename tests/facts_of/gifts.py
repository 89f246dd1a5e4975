"""捐赠 (gifts): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "gift.pledged": ("gift.pledge_corrected",),
        "gift.pledge_corrected": ("gift.pledge_corrected",),
        "gift.purpose_changed": ("gift.purpose_changed",),
        "gift.cash_received": ("gift.cash_reversed",),
        "gift.goods_received": ("gift.goods_reversed",),
        "gift.goods_handed_out": ("gift.hand_out_reversed",),
    },
    says_why={
        "gift.purpose_changed": "the consent of the giver",
    },
    post_nothing={
        "promises, plans or allows": {"gift.pledge_corrected", "gift.pledged"},
        "tells what another fact of the same act posts": {"gift.cash_received", "gift.cash_reversed"},
    },
)
