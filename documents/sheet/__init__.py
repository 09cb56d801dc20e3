"""The parts of reading spreadsheets: size, blocks, head."""
