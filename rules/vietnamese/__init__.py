"""Vietnamese as portals write it: letters, folding, addresses, standards, search, legibility."""
