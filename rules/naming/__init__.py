"""Which publication words name, in a title, a link or a line, and whether they only speak of it."""
