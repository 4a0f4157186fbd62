"""Every table of the business, loaded: importing this module completes `METADATA`.

A new module of tables has its line here; a test finds the one that is missing.
"""

from commerce import due, events, outbox
from commerce.catalogue import models as catalogue
from commerce.catalogue import revision as catalogue_revision
from commerce.database import Table
from commerce.delivery import models as delivery
from commerce.fulfilment import models as fulfilment
from commerce.matching import models as matching
from commerce.methods import models as methods
from commerce.methods.sites import models as method_sites
from commerce.orders import models as orders
from commerce.people import models as people
from commerce.quotes import models as quotes
from commerce.settlement import ledger
from commerce.settlement import models as settlement

__all__ = ["METADATA", "MODULES"]

MODULES = (
    people, catalogue, catalogue_revision, methods, method_sites, matching, quotes, orders, settlement,
    ledger, fulfilment, delivery, due, events, outbox,
)  # fmt: skip
METADATA = Table.metadata
