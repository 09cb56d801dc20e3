"""Plone from the Python package index, in an environment and a Zope instance of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.real.addresses import free, wait_for
from tests.real.cms.plone.editor import PloneEditor
from tests.real.editor import PASSWORD, USER
from tests.real.packages import environment
from tests.real.processes import running, succeeds
from tests.real.scenario import Place, Scenario

REQUIREMENTS = ("Products.CMFPlone>=6.2,<6.3", "plone.restapi", "plone.app.layout<7")
"""The layout is named because a preview of its next version would be taken else."""
START_S = 180.0
LEFT_OUT = (Place.PAGE_EMBED, Place.POST_VIEWER)
"""Plone takes foreign frames and objects out of texts."""
ADD_SITE = "@@plone-addsite"
ZOPE_CONF = """%define INSTANCE {directory}
instancehome $INSTANCE
<zodb_db main>
  <blobstorage>
    blob-dir $INSTANCE/var/blobs
    <filestorage>
      path $INSTANCE/var/Data.fs
    </filestorage>
  </blobstorage>
  mount-point /
  cache-size 30000
</zodb_db>
"""
ZOPE_INI = """[app:zope]
use = egg:Zope#main
zope_conf = %(here)s/zope.conf
[server:main]
use = egg:waitress#main
host = {host}
port = {port}
threads = 3
[filter:front]
paste.filter_app_factory = front:front
address = {host}:{port}
[pipeline:main]
pipeline =
    egg:Zope#httpexceptions
    front
    zope
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = generic
[formatter_generic]
format = %(asctime)s %(levelname)s %(name)s %(message)s
[logger_root]
level = INFO
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = generic
"""
# What the rewrite rule of a web server before Zope does: the site stands at the root of its host.
FRONT = f"""def front(app, settings, address):
    place = f"/VirtualHostBase/http/{{address}}/Plone/VirtualHostRoot"

    def served(environ, start):
        if environ["PATH_INFO"] != "/{ADD_SITE}":
            environ["PATH_INFO"] = place + environ["PATH_INFO"]
        return app(environ, start)

    return served
"""


class PloneCms:
    """Made by its own form, filled by its REST interface."""

    name = "plone"
    places = frozenset(Place) - frozenset(LEFT_OUT)

    def install(self, cache: Path) -> None:
        environment(REQUIREMENTS, cache / self.name)

    @contextmanager
    def serve(self, cache: Path, directory: Path, scenario: Scenario) -> Iterator[PloneEditor]:
        programs, instance = cache / self.name / "bin", directory / "site"
        _make_instance(programs, instance, scenario.address, directory / "make.log")
        log, address = directory / "server.log", scenario.address
        command = [str(programs / "runwsgi"), str(instance / "etc/zope.ini")]
        free(address)
        with running(command, log, {"PYTHONPATH": str(instance)}) as process:
            wait_for(address, process, log, START_S)
            root = f"http://{address}/"
            _add_site(root, scenario.name)
            editor = PloneEditor(root)
            try:
                yield editor
            finally:
                editor.close()


def _make_instance(programs: Path, instance: Path, address: str, log: Path) -> None:
    command = [str(programs / "mkwsgiinstance"), "-d", str(instance), "-u", f"{USER}:{PASSWORD}"]
    if not succeeds(command, log):
        raise SystemExit(f"Zope's instance could not be made:\n{log.read_text()[-2000:]}")
    host, _, port = address.partition(":")
    (instance / "etc/zope.conf").write_text(ZOPE_CONF.format(directory=instance))
    (instance / "etc/zope.ini").write_text(ZOPE_INI.format(host=host, port=port))
    (instance / "front.py").write_text(FRONT)


def _add_site(root: str, title: str) -> None:
    form = {"site_id": "Plone", "title": title, "default_language": "vi"}
    told = {**form, "portal_timezone": "Asia/Ho_Chi_Minh", "form.submitted": "1"}
    answer = httpx.post(f"{root}{ADD_SITE}", data=told, auth=(USER, PASSWORD), timeout=300.0)
    if answer.status_code != httpx.codes.FOUND:
        raise SystemExit(f"Plone's site was not made: {answer.status_code} {answer.text[:800]}")
