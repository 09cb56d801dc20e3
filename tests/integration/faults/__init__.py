"""A sound portal on a real socket, the faults of portals, and what a visit must make of each."""
