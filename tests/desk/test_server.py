import http.client
import io
import threading
from urllib.parse import urlsplit

import pytest

from comity.desk.app import application
from comity.desk.server import serve
from comity.record.errors import NoHome

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def test_server_says_where_it_answers(small, monkeypatch):
    heard, stopped = threading.Event(), threading.Event()
    said = []

    def listening(address):
        said.append(address)
        heard.set()

    def run(server):
        while not stopped.is_set() or server.active_channels:
            server.asyncore.loop(timeout=0.05, map=server._map, count=1)
        server.task_dispatcher.shutdown()

    monkeypatch.setattr("waitress.server.BaseWSGIServer.run", run)
    thread = threading.Thread(target=lambda: serve(small.home, port=0, listening=listening))
    thread.start()
    assert heard.wait(10)
    place = urlsplit(said[0])
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    stopped.set()
    thread.join(10)
    assert (place.scheme, place.hostname, answer.status, body, thread.is_alive()) == ("http", "127.0.0.1", 200, b"ok\n", False)


def test_application_needs_a_home(tmp_path):
    with pytest.raises(NoHome):
        application(tmp_path / "nothing", tmp_path / "state")


def test_application_answers_for_its_home(small, tmp_path):
    seen = []
    app = application(small.home.path, small.home.path.parent / "state")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/healthz",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": None,
        "wsgi.url_scheme": "http",
    }
    body = b"".join(app(environ, lambda status, headers: seen.append(status)))
    assert (seen, body) == (["200 OK"], b"ok\n")
