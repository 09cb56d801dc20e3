"""What a page that came says of itself: its text made comparable, and whether it is one."""
