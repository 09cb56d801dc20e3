"""Getting bytes from portals, politely; knows nothing of what the papers mean."""
