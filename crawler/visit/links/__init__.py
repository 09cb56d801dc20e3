"""Which addresses a visit knows of, which are passed over and why, and which comes next."""
