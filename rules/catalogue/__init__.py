"""The catalogue: one TOML a publication, and the words they share."""

from rules.catalogue.loading import check_file, load_catalogue
from rules.catalogue.model import Catalogue, LegalBasis, Publication, Vocabulary
from rules.catalogue.problems import Problem, WrongCatalogueError
from rules.catalogue.wording import Wording, Wordings, found_any, parse_wording

__all__ = [
    "Catalogue",
    "LegalBasis",
    "Problem",
    "Publication",
    "Vocabulary",
    "Wording",
    "Wordings",
    "WrongCatalogueError",
    "check_file",
    "found_any",
    "load_catalogue",
    "parse_wording",
]
