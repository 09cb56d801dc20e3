"""The CMSs, one file or folder each."""
