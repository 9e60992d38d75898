"""A model on this machine for tests: answers as it is told to, and keeps what it was sent."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def labels_of(*rows):
    """An answer in the form of chat completions that holds these labels."""
    return completion(json.dumps({"labels": list(rows)}))


def completion(content):
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


class ModelServer:
    """`answer` is called with the segments sent and gives the bytes of the answer, or (status, bytes)."""

    def __init__(self, answer):
        self.sent, self.paths = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.sent.append(body.decode())
                outer.paths.append(self.path)
                segments = json.loads(json.loads(body)["messages"][1]["content"])["segments"]
                told = answer(segments)
                status, said = told if isinstance(told, tuple) else (200, told)
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                try:
                    self.wfile.write(said)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_words):
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_problem):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
