"""Every change to the registry: a verb on a noun, one transaction, written in the ledger."""
