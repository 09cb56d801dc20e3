"""Deciding: from what was read to what is published. Pure; the same input gives the same verdict."""
