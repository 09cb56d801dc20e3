"""The labelled corpus: hand-written wordings, poured into small portals and inspected for real."""
