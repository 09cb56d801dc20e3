"""The catalogue: one TOML a publication, and the words they share."""

from rules.catalogue.loading import load_catalogue
from rules.catalogue.model import Catalogue, LegalBasis, Publication, Vocabulary
from rules.catalogue.wording import Wording, Wordings, found_any, parse_wording

__all__ = [
    "Catalogue",
    "LegalBasis",
    "Publication",
    "Vocabulary",
    "Wording",
    "Wordings",
    "found_any",
    "load_catalogue",
    "parse_wording",
]
