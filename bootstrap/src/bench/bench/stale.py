"""Reads right after a confirmed write, while others read the same page: how many do not show it. Of Mainstay's there are none."""
import datetime
import json
import os
import threading
import time

from bench import load, requests

PERSON = 77
READERS = 16
CHECKING = 2
SECONDS = 60


def show(ground, people, writes):
    """Prints what was found; 1 if any read was stale."""
    server = ground.server(ground.described(), people)
    server.start()
    probe = _Probe(server)
    with _Crowd(server):
        time.sleep(5)  # warm
        found = probe.run(writes)
    server.tidy()
    print(f'{server.name}: {found["writes"]} confirmed writes, {found["reads"]} reads after them, {found["stale"]} stale')
    return 1 if found['stale'] else 0


class _Crowd:
    """Readers who look at nothing but the page, as fast as they can."""

    def __init__(self, server):
        self.server = server

    def __enter__(self):
        file = os.path.join(self.server.folder, 'requests-crowd.txt')
        requests.write_alone(file, self.server.is_.prime[0], PERSON, self.server.tokens)
        self.thread = threading.Thread(target=load.run, args=(self.server.port, file, SECONDS + 10, READERS))
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.thread.join()


class _Probe:
    """Adds tasks that are due tomorrow one by one; the page counts those that are upcoming."""

    def __init__(self, server):
        self.server = server
        self.confirmed = self._upcoming()
        self.reads = self.stale = 0
        self.over = False
        self.lock = threading.Lock()

    def run(self, writes):
        tomorrow = datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=1)
        body = json.dumps({'title': 'Written by the bench', 'due': {'date': tomorrow.isoformat()}})
        readers = [threading.Thread(target=self._keep_reading) for _ in range(CHECKING)]
        for reader in readers:
            reader.start()
        written, end = 0, time.monotonic() + SECONDS
        try:
            while written < writes and time.monotonic() < end:
                status, _, text = self.server.ask('POST', '/api/v1/tasks', body, PERSON)
                if status != 201:
                    raise SystemExit(f'a write was answered {status}: {text}')
                written += 1
                self.confirmed += 1
                self._look()
        finally:
            self.over = True
            for reader in readers:
                reader.join()
        return {'writes': written, 'reads': self.reads, 'stale': self.stale}

    def _keep_reading(self):
        while not self.over:
            self._look()

    def _look(self):
        least = self.confirmed
        seen = self._upcoming()
        with self.lock:
            self.reads += 1
            self.stale += seen < least

    def _upcoming(self):
        status, _, text = self.server.ask('GET', '/api/v1/home', person=PERSON)
        if status != 200:
            raise SystemExit(f'a read was answered {status}: {text}')
        return next(widget for widget in json.loads(text)['widgets'] if 'tasks' in widget)['tasks']['upcoming']
