"""The history of the tables, run by :mod:`storage.migrate`."""
