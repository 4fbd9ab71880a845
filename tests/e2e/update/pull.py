"""Kiosks that pull from a real nginx on loopback: only what changed moves, a download that broke off goes on, a server
without ranges serves too, and no answer changes what is shown. Then an update wave of 50 clients.

usage: pull.py KIOSK_CONTENT PROJECT WORK"""
import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from bundles import Bundles


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Nginx:
    def __init__(self, work, root):
        self.port = free_port()
        self.log = work / "access.log"
        config = work / "nginx.conf"
        config.write_text(f"""daemon off; pid {work}/nginx.pid; error_log {work}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{ access_log {self.log}; client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
server {{ listen 127.0.0.1:{self.port}; root {root}; }} }}
""")
        binary = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([binary, "-c", str(config), "-p", str(work)], stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError((work / "error.log").read_text())

    def requests(self):
        return self.log.read_text().splitlines() if self.log.exists() else []

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Misbehaving(http.server.BaseHTTPRequestHandler):
    """A server without ranges below /plain, one that sends too much below /endless, one that stops below /cut."""
    root = None

    def do_GET(self):
        mode, name = self.path.lstrip("/").split("/", 1)
        data = (self.root / name).read_bytes()
        packs = name.endswith(".zst")
        self.send_response(200)
        if mode != "endless":
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            if mode == "endless" and packs:
                for _ in range(100000):
                    self.wfile.write(b"x" * 4096)
            self.wfile.write(data[: len(data) // 2] if mode == "cut" and packs else data)
        except OSError:
            pass

    def log_message(self, *_):
        pass


def main():
    tool, root, work = sys.argv[1:4]
    shutil.rmtree(work, ignore_errors=True)
    bundles = Bundles(tool, root, work)
    web = bundles.work / "web"
    shutil.copytree(bundles.stick(7), web)
    for path in [bundles.work, web]:
        path.chmod(0o755)
    nginx = Nginx(bundles.work, web)
    address = f"http://127.0.0.1:{nginx.port}"
    trust = ["--trust", f"{bundles.key}.pub"]

    def pull(store, where=address, status=0):
        done = subprocess.run([tool, "pull", where, "--store", str(store), *trust], capture_output=True, text=True)
        assert done.returncode == status, f"{done.returncode}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    uploads, start_time = [0], int(time.time()) - 100_000

    def publish(version):
        """As a person does it: packs first, the manifest last."""
        for path in sorted(bundles.stick(version).iterdir(), key=lambda p: p.name.startswith("manifest")):
            shutil.copy(path, web / path.name)
            # nginx makes the ETag of size and seconds: two uploads within one second would look the same.
            uploads[0] += 1
            os.utime(web / path.name, (start_time + uploads[0], start_time + uploads[0]))

    try:
        store = bundles.work / "store"
        # One for each language, one for the pictures.
        assert "3 of 3 packs were new" in pull(store) and bundles.shown(store) == 7
        before = len(nginx.requests())
        assert "nothing new, 0 B" in pull(store)
        assert [r.split('" ')[1][:3] for r in nginx.requests()[before:]] == ["304"], "one question, nothing moved"

        publish(8)
        before = len(nginx.requests())
        assert "1 of 3 packs were new" in pull(store) and bundles.shown(store) == 8
        assert not any("ar.tar.zst" in r for r in nginx.requests()[before:]), "the unchanged pack stays"
        publish(6)
        assert "older: " in pull(store, status=1) and bundles.shown(store) == 8
        publish(8)

        # A download that broke off goes on.
        resumed = bundles.work / "resumed"
        manifest = (bundles.stick(8) / "manifest.yaml").read_text()
        sha = manifest.split('name: "sv"')[1].split('sha256: "')[1][:64]
        whole = (bundles.stick(8) / "sv.tar.zst").read_bytes()
        (resumed / "incoming").mkdir(parents=True)
        (resumed / "incoming" / f"{sha}.part").write_bytes(whole[:5000])
        assert "5000 B were there" in pull(resumed) and bundles.shown(resumed) == 8
        assert any('" 206 ' in r for r in nginx.requests())
        # … and one that was wrong from the start begins again.
        wrong = bundles.work / "wrong"
        (wrong / "incoming").mkdir(parents=True)
        (wrong / "incoming" / f"{sha}.part").write_bytes(b"x" * 5000)
        pull(wrong)
        assert bundles.shown(wrong) == 8

        Misbehaving.root = web
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        other = f"http://127.0.0.1:{server.server_port}"
        plain = bundles.work / "plain"
        (plain / "incoming").mkdir(parents=True)
        (plain / "incoming" / f"{sha}.part").write_bytes(whole[:5000])
        pull(plain, f"{other}/plain")
        assert bundles.shown(plain) == 8, "a server without ranges sends all again"
        for mode in ("endless", "cut"):
            kept = bundles.fresh_store(mode)
            said = pull(kept, f"{other}/{mode}", status=1)
            assert bundles.shown(kept) == 7, said
        server.shutdown()
        kept = bundles.fresh_store("silent")
        assert "no-answer: " in pull(kept, f"http://127.0.0.1:{free_port()}", status=1) and bundles.shown(kept) == 7
        assert "no-answer: " in pull(kept, "file:///etc", status=1), "files of this machine are no web server"

        # A wave: 50 kiosks with version 7 find version 8.
        stores = [bundles.fresh_store(f"kiosk{i}") for i in range(50)]
        sizes = {p.name: p.stat().st_size for p in web.iterdir()}
        before, start = len(nginx.requests()), time.monotonic()
        clients = [subprocess.Popen([tool, "pull", address, "--store", str(s), *trust], stdout=subprocess.PIPE, text=True) for s in stores]
        outputs = [c.communicate()[0] for c in clients]
        seconds = time.monotonic() - start
        assert all(c.returncode == 0 for c in clients) and all(bundles.shown(s) == 8 for s in stores)
        assert all("1 of 3 packs were new" in o for o in outputs)
        requests = nginx.requests()[before:]
        moved = sum(int(r.split('" ')[1].split()[1]) for r in requests)
        expected = 50 * (sizes["manifest.yaml"] + sizes["manifest.yaml.minisig"] + sizes["sv.tar.zst"])
        assert len(requests) == 150 and moved == expected, (len(requests), moved, expected)
        print(f"50 clients: {len(requests)} requests, {moved} B, every kiosk new, {seconds:.1f} s on this machine")
    finally:
        nginx.stop()
    shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
