"""Every route and who may come in: this table equals the service, both ways, and reading records nothing."""

import pytest
from fastapi.routing import APIRoute

from api.app import ROUTERS
from api.reference.openapi import operations_of
from projections.access.roles import Role
from projections.ledger.projection import every_projection
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.tree import imports_of, modules

TABLE = """
POST /funds                                          recorder
POST /funds/{document_no}/additions                  recorder
POST /funds/{document_no}/cuts                       recorder
POST /funds/{document_no}/allocations                recorder
POST /funds/{document_no}/adjustments                recorder
POST /funds/{document_no}/take-backs                 recorder
POST /funds/{document_no}/arrivals                   recorder
POST /funds/{document_no}/arrival-reversals          recorder
POST /funds/{document_no}/recoveries                 recorder
POST /funds/{document_no}/carry-overs                recorder
POST /funds/{document_no}/authorisations             approver
GET  /funds                                          every-role
GET  /funds/{document_no}                            every-role
POST /accounts                                       approver
POST /accounts/{code}/returns                        payer
POST /accounts/{code}/payment-reversals              payer
POST /accounts/{code}/refunds                        payer
POST /accounts/{code}/interest                       payer
POST /accounts/{code}/interest-payments              payer
POST /accounts/{code}/closure                        approver
POST /accounts/{code}/reconciliations                recorder
POST /accounts/{code}/statements                     recorder
GET  /accounts                                       every-role
GET  /accounts/{code}                                every-role
GET  /accounts/{code}/daybook                        every-role
GET  /accounts/{code}/reconciliations                every-role
GET  /accounts/{code}/payments/{payment_no}/sources  every-role
POST /projects                                       recorder
POST /projects/{code}/village-decisions              recorder
POST /projects/{code}/reviews                        recorder
POST /projects/{code}/appraisals                     recorder
POST /projects/{code}/library-entry                  recorder
POST /projects/{code}/plans                          recorder
POST /projects/{code}/approvals                      approver
POST /projects/{code}/contracts                      recorder
POST /projects/{code}/start                          recorder
POST /projects/{code}/measurements                   recorder
POST /projects/{code}/measurement-reversals          recorder
POST /projects/{code}/completion                     recorder
POST /projects/{code}/acceptances                    acceptor
POST /projects/{code}/acceptance-rejections          acceptor
POST /projects/{code}/rectifications                 recorder
POST /projects/{code}/settlement                     recorder
POST /projects/{code}/hand-over                      recorder
POST /projects/{code}/retention-release              acceptor
POST /projects/{code}/changes                        approver
POST /projects/{code}/suspension                     approver
POST /projects/{code}/resumption                     approver
POST /projects/{code}/ending                         approver
POST /projects/{code}/household-closing              approver
GET  /projects                                       every-role
GET  /projects/{code}                                every-role
GET  /projects/{code}/timeline                       every-role
GET  /projects/{code}/sources                        every-role
GET  /projects/{code}/payments                       every-role
POST /claims                                         recorder
POST /claims/{claim_no}/reviews                      recorder
POST /claims/{claim_no}/approvals                    approver
POST /claims/{claim_no}/refusals                     approver
POST /claims/{claim_no}/payments                     payer
GET  /claims                                         every-role
GET  /claims/{claim_no}                              every-role
POST /notices                                        publisher
POST /notices/{notice_no}/posting                    publisher
POST /notices/{notice_no}/objections                 publisher
POST /notices/{notice_no}/answers                    publisher
POST /notices/{notice_no}/extensions                 publisher
POST /notices/{notice_no}/closure                    publisher
POST /notices/{notice_no}/withdrawal                 publisher
GET  /notices                                        every-role
GET  /notices/{notice_no}                            every-role
POST /rolls                                          recorder
POST /rolls/batch                                    recorder
POST /rolls/{roll_no}/approvals                      approver
POST /rolls/{roll_no}/sendings                       payer
POST /rolls/{roll_no}/bank-answers                   payer
POST /rolls/{roll_no}/resendings                     payer
POST /rolls/{roll_no}/cancellations                  approver
POST /rolls/{roll_no}/withdrawals                    recorder
POST /rolls/{roll_no}/roll-cancellations             approver
POST /rolls/{roll_no}/recalls                        payer
POST /rolls/{roll_no}/paybacks                       payer
POST /rolls/{roll_no}/closings                       approver
GET  /rolls                                          every-role
GET  /rolls/{roll_no}                                every-role
GET  /rolls/{roll_no}/lines                          every-role
GET  /persons/{person_id}/roll-lines                 every-role
POST /gifts                                          recorder
POST /gifts/{gift_no}/receipts                       recorder
POST /gifts/{gift_no}/goods                          recorder
POST /gifts/{gift_no}/hand-outs                      recorder
POST /gifts/{gift_no}/purpose-changes                recorder
GET  /gifts                                          every-role
GET  /gifts/{gift_no}                                every-role
POST /asset-surveys                                  recorder
GET  /asset-surveys                                  every-role
GET  /assets                                         every-role
GET  /asset-totals                                   every-role
POST /periods/{month}/closure                        approver
POST /periods/{month}/reopening                      approver
POST /rulebooks                                      administrator
POST /calendars                                      administrator
POST /places/county/divisions                        administrator
POST /places/county/divisions/file                   administrator
POST /places/county/units                            administrator
POST /places/county/units/file                       administrator
POST /places/county/renamings                        administrator
POST /places/county/endings                          administrator
GET  /places/county/divisions                        every-role
GET  /places/county/divisions/{code}                 every-role
GET  /places/county/units                            every-role
GET  /places/county/units/{code}                     every-role
GET  /rulebook-words                                 every-role
GET  /fund-totals                                    every-role
GET  /idle-money                                     every-role
GET  /late-notices                                   every-role
GET  /late-notice-counts                             every-role
GET  /trial-balance                                  every-role
GET  /postings/{position}                            every-role
GET  /audit-trail                                    every-role
GET  /health/live                                    public
GET  /health/ready                                   public
GET  /health                                         public
GET  /problems                                       public
GET  /problems/{code}                                public
GET  /docs                                           public
"""

ROWS = [tuple(line.split()) for line in TABLE.strip().splitlines()]
EVERY_ROLE = frozenset(Role)


def roles_of(word: str) -> frozenset[str]:
    """The roles that a word of the table stands for."""
    return {"every-role": EVERY_ROLE, "public": frozenset[str]()}.get(word, frozenset({word}))


def own_routes() -> list[tuple[str, str]]:
    """Method and path of every route of the service, before they are wired."""
    return [
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    ]


def address(path: str) -> str:
    """An address of a route: a key that no record has, a month and a position where those are meant."""
    return path.replace("{month}", "2024-01").replace("{position}", "1").replace("{", "").replace("}", "")


def test_the_table_equals_the_service_both_ways() -> None:
    assert sorted(own_routes()) == sorted((method, path) for method, path, _ in ROWS)


def test_the_table_equals_what_the_document_says_of_roles() -> None:
    described = {
        (method.upper(), path): frozenset(operation["x-roles"])
        for path, method, operation in operations_of(DOCUMENT)
    }
    table = {(method, path): roles_of(word) for method, path, word in ROWS}
    assert table == described | {("GET", "/docs"): frozenset()}


def test_every_ledger_is_answered_from_by_some_route() -> None:
    asked = {name for path in modules("api/subjects", "api/reports") for name in imports_of(path)}
    for ledger in every_projection():
        assert f"projections.{ledger.name}.query" in asked, ledger.name


@pytest.mark.parametrize(("method", "path", "word"), ROWS)
def test_a_route_opens_to_its_roles_and_to_nobody_else(
    service: Service, method: str, path: str, word: str
) -> None:
    if word == "public":
        assert service.by(None).request(method, address(path)).status_code in {200, 404}
        return
    assert service.by(None).request(method, address(path)).status_code == 401
    for role in Role:
        answer = service.by(role).request(method, address(path))
        if role not in roles_of(word):
            assert answer.json()["code"] == "role_missing", role
        elif method == "POST":
            assert answer.json()["code"] == "idempotency_key_missing", role
        else:
            assert answer.status_code in {200, 404}, answer.text


def test_reading_records_nothing(service: Service) -> None:
    for method, path, _ in ROWS:
        if method == "GET":
            service.by(Role.AUDITOR).get(address(path))
            assert service.head() == 0, path
