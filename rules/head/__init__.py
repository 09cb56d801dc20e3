"""The head of an administrative document: number, date, issuer, title, signer."""

from rules.head.model import DocumentHead
from rules.head.reading import read_head

__all__ = ["DocumentHead", "read_head"]
