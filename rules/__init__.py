"""Deciding what is published from what was read. Pure: the same input, the same verdict.

Its faces are ``detect`` (what one page is), ``judge`` (what a visit amounts to), ``links`` (what a
link promises) and ``progress`` (whether enough was found). Below them, each using only those after
it: ``verdict`` from evidence and gaps to a status; ``detection`` the kind of a page or file;
``explaining`` the words an inspector reads; ``naming`` which publication words name; ``issuers``
whose a paper is; ``head`` a paper's head; ``catalogue`` the publications; ``vietnamese`` the text.
"""
