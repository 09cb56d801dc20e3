"""Values to bytes: one file a format. Pure."""
