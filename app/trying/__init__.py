"""Trying the rules: what was given, what they see in it, and that as JSON."""
