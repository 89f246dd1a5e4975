"""审计线索, 记账 (audit trail, folding): nothing is folded; the trail is the journal itself, read in words.

It has a position like every ledger, so that readers wait for it and know how far it answers.
"""

from projections.ledger.projection import Projection

PROJECTION = Projection("audit_trail", (), {})
