"""The portal's own aids: its search box, sitemaps, feeds and lists of all that it holds."""
