"""Deciding what is published from what was read. Pure: the same input, the same verdict."""
