"""Settings, one class a section of ``config.toml``; a part is given its own section only.

The defaults here are the defaults of the tool; ``config.toml`` shows them with their reasons.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """[database]"""

    url: str = "sqlite:///giamsat.db"


@dataclass(frozen=True, slots=True)
class CrawlerSettings:
    """[crawler]"""

    user_agent: str = "giamsat/0.1"
    contact: str = ""
    delay_s: float = 1.0
    portals_at_once: int = 200
    max_requests: int = 5000
    max_body_bytes: int = 30_000_000
    max_portal_bytes: int = 1_000_000_000
    timeout_s: float = 20.0
    portal_time_s: float = 7200.0
    retries: int = 2
    retry_wait_s: float = 2.0
    portal_retries: int = 1
    portal_retry_wait_s: float = 1800.0
    full_look_every_nights: int = 7
    obey_robots: bool = True
    allow_private_addresses: bool = False


@dataclass(frozen=True, slots=True)
class BrowserSettings:
    """[browser]"""

    enabled: bool = True
    executable: str = ""
    pages_at_once: int = 2
    timeout_s: float = 30.0
    memory_mb: int = 512
    max_requests: int = 80
    max_bytes: int = 30_000_000


@dataclass(frozen=True, slots=True)
class DocumentsSettings:
    """[documents]"""

    ocr: bool = True
    ocr_pages: int = 5
    workers: int = 2
    memory_mb: int = 512
    timeout_s: float = 30.0


@dataclass(frozen=True, slots=True)
class InspectionSettings:
    """[inspection]"""

    year: int | None = None
    yearly_due: str = "03-31"
    """MM-DD of the inspected year, in the schedule's time zone."""
    required: tuple[str, ...] = (
        "conformity_announcement",
        "qms_documents",
        "procedure_list",
        "quality_objectives",
    )
    expected: tuple[str, ...] = (
        "quality_policy",
        "steering_committee",
        "annual_plan",
        "internal_audit",
        "management_review",
        "tthc_list",
    )
    confirm_visits: int = 2
    editions: tuple[str, ...] = ("2015",)


@dataclass(frozen=True, slots=True)
class ScheduleSettings:
    """[schedule]"""

    cron: str = "0 22 * * *"
    timezone: str = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole configuration; only ``app`` holds it."""

    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    crawler: CrawlerSettings = field(default_factory=CrawlerSettings)
    browser: BrowserSettings = field(default_factory=BrowserSettings)
    documents: DocumentsSettings = field(default_factory=DocumentsSettings)
    inspection: InspectionSettings = field(default_factory=InspectionSettings)
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)
