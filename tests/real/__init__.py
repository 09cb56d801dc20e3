"""Real portals: each CMS on loopback, filled as an office does, judged by ``giamsat check``.

Not collected by ``scripts/test`` and outside CI: ``scripts/real`` starts it.
"""
