"""The site behind Debian's nginx, with the configuration that `bantin nginx` prints."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import tools
from cli.conftest import Run

_MAIN = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/tin.conf;
}}
"""


@pytest.fixture
def port(run: Run, project: Path, tmp_path: Path) -> Iterator[int]:
    """A running nginx, where nothing but the port differs from what is shipped."""
    del project
    tools.prepare_host_tests()
    run("build")
    site = tmp_path / "may-chu"
    run("publish", str(site))
    # What the redirects of old addresses look like.
    (site / "_redirects.map").write_text('"/cu/bai.html" "/tin/2025/10/mot/";\n', encoding="utf-8")
    (site / "feeds.opml").write_text("<opml/>", encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = run("nginx", "--root", str(site)).out
    config = config.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("    listen [::]:80;\n", "")
    (tmp_path / "tin.conf").write_text(config, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(_MAIN.format(folder=tmp_path), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    # Its workers are not root's and must get to the site.
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(0o755)
    with subprocess.Popen([program, "-p", str(tmp_path), "-c", "nginx.conf"], stderr=subprocess.DEVNULL) as server:
        _await(port)
        yield port
        server.terminate()


def _await(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)


def ask(port: int, address: str, **headers: str) -> http.client.HTTPResponse:
    """Return the answer to one request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.hosts
def test_nginx_serves_the_site_as_it_should(port: int, project: Path) -> None:
    """Headers, redirects, compression, caching, the 404 page, nothing hidden."""
    page = ask(port, "/tin/2025/10/mot/", **{"Accept-Encoding": "gzip"})
    style = next((project / "site/assets").glob("bantin.*.css")).name
    told = {name.lower(): value for name, value in page.getheaders()}
    assert (page.status, told["content-type"], told["content-encoding"]) == (200, "text/html; charset=utf-8", "gzip")
    assert "script-src 'self'" in told["content-security-policy"]
    assert "frame-ancestors 'self'" in told["content-security-policy"]
    names = {"strict-transport-security", "x-content-type-options", "referrer-policy", "permissions-policy"}
    assert names <= told.keys()
    assert told["cache-control"] == "no-cache"
    assert ask(port, f"/assets/{style}").getheader("Cache-Control") == "public, max-age=31536000, immutable"
    assert ask(port, f"/assets/{style}").getheader("X-Content-Type-Options") == "nosniff"
    moved = ask(port, "/cu/bai.html")
    assert (moved.status, moved.getheader("Location")) == (301, "/tin/2025/10/mot/")
    missing = ask(port, "/khong/co/")
    assert (missing.status, missing.getheader("Content-Type")) == (404, "text/html; charset=utf-8")
    assert "script-src" in (missing.getheader("Content-Security-Policy") or "")
    assert ask(port, "/.bantin-manifest.tsv").status == 404
    assert ask(port, "/feeds.opml").getheader("Content-Type") == "text/x-opml"


@pytest.mark.parametrize("root", ["tin", "/srv/tin; }", "/srv/$x", '/srv/"x"'])
def test_a_root_that_is_no_plain_folder_is_refused(run: Run, project: Path, root: str) -> None:
    """It would end a word of the configuration."""
    del project
    assert run("nginx", "--root", root).code == 2
