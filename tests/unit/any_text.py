"""Every character a text may hold, for tests that hold of any text."""

from __future__ import annotations

from hypothesis import strategies as st

ANY_CHARACTER = st.characters(exclude_categories=["Cs"])
"""All that UTF-8 can write. It is what hypothesis takes when told nothing, but it finds that out
by encoding each of a million characters, which takes a fresh copy more than a second."""
