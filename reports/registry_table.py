"""The registry as a table: who is inspected, and where."""

from __future__ import annotations

from collections.abc import Sequence

from domain.agencies import Agency
from reports.table import Column, Kind, Table

_COLUMNS = (
    Column("code", "Mã", 10),
    Column("name", "Cơ quan", 34),
    Column("level", "Cấp", 18, Kind.LEVEL),
    Column("parent", "Trực thuộc", 26),
    Column("portal_url", "Địa chỉ cổng", 34, Kind.ADDRESS),
    Column("portal_verified", "Đã kiểm chứng địa chỉ", 12, Kind.FLAG),
    Column("valid_from", "Từ ngày", 12),
    Column("valid_to", "Đến ngày", 12),
    Column("successor", "Đơn vị kế thừa", 20),
)


def registry_table(agencies: Sequence[Agency]) -> Table:
    """One row an agency, in the order given."""
    rows = tuple(
        (
            agency.code,
            agency.name,
            agency.level.value,
            agency.parent,
            ";".join(portal.url for portal in agency.portals),
            all(portal.verified for portal in agency.portals) if agency.portals else None,
            agency.valid_from.isoformat() if agency.valid_from else None,
            agency.valid_to.isoformat() if agency.valid_to else None,
            ";".join(agency.successors),
        )
        for agency in agencies
    )
    return Table("registry", "Danh sách cơ quan được kiểm tra", _COLUMNS, rows)
