"""The sample province: 161 portals of made-up agencies, served on loopback, with the truth."""

from __future__ import annotations
