"""The head of an administrative document: number, date, issuer, title, signer."""

from rules.head.model import DocumentHead
from rules.head.reading import has_no_head, read_head

__all__ = ["DocumentHead", "has_no_head", "read_head"]
