"""Measurements: how right the engine is, and what things cost. Nothing in the service imports this."""
