"""The parts of reading RTF: tokens, fonts, state, walk."""
