"""An archive at a time: which documents there are, what becomes of each, and a ledger of it all."""
