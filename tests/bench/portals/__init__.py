"""Portals made for measuring speed: plain pages of the usual size, all alike, without traps."""
