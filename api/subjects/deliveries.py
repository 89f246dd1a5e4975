"""用款验收 (deliveries): what a unit or a gift spent money on is accepted by a signed sheet."""

from api.commands.declaration import Subject
from api.requests.deliveries import AcceptDelivery, TakeBackDelivery
from api.subjects.claims import ClaimNo
from domain.claims.claim import Claim
from projections.access.roles import Role

SUBJECT = Subject(
    "用款验收", "Deliveries", chapter=55, stream=Claim.id_of("{claim_no}"), keys={"claim_no": ClaimNo}
)

COMMANDS = (
    SUBJECT.post(
        "/claims/{claim_no}/deliveries",
        "accept_delivery",
        AcceptDelivery,
        by=Role.ACCEPTOR,
        zh=("用款验收", "凭签到表、验收单等签字表，验收单位或捐赠的钱用在了哪里。"),
        en=("Accept delivery", "Accept by a signed sheet what a unit or a gift spent money on."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/delivery-reversals",
        "take_back_delivery",
        TakeBackDelivery,
        by=Role.ACCEPTOR,
        zh=("撤销用款验收", "签字表有误的，撤销用款验收，写明原因。"),
        en=("Take back delivery", "Take back an acceptance whose sheet was wrong, with the reason."),
    ),
)
