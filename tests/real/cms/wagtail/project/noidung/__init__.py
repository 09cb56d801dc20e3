"""The pages of an agency's portal on Wagtail."""
