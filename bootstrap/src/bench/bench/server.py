"""A server under load, however it is made: Mainstay and those that stand beside it are described alike."""
import http.client
import os
import re
import string
import subprocess
import time
from dataclasses import dataclass, field

from bench import machine
from bench.jdk import java
from bench.ports import free_port

START_SECONDS = 180


@dataclass
class Description:
    """What README.md says of a file for --beside. Texts may name ${VARIABLES} of the bench and of the environment."""
    name: str
    command: list
    loads: dict
    folder: str = '.'
    environment: dict = field(default_factory=dict)
    port: int = 0
    ready: str = '/'
    tokens: str = ''
    database: dict = field(default_factory=dict)
    trained: str = ''
    prime: list = field(default_factory=list)
    empty: list = field(default_factory=list)
    tidy: list = field(default_factory=list)
    hits: dict = field(default_factory=dict)
    bounds: dict = field(default_factory=dict)


class Server:

    def __init__(self, description, folder, postgres, redis, database, tokens):
        self.name = description.name
        self.is_ = description
        self.folder = folder
        self.postgres = postgres
        self.redis = redis
        self.database = database
        self.tokens = tokens
        self.port = description.port or free_port()
        self.process = None

    @property
    def log(self):
        return os.path.join(self.folder, f'server-{self.name}.log')

    def start(self):
        """Starts it; the milliseconds until its first 200, and its memory in MiB then."""
        log = open(self.log, 'w')
        since = time.monotonic()
        self.process = subprocess.Popen(
            [self.filled(part) for part in self.is_.command], cwd=self.filled(self.is_.folder), stdout=log, stderr=log,
            env={**os.environ, **{name: self.filled(value) for name, value in self.is_.environment.items()}},
            start_new_session=True)
        while time.monotonic() < since + START_SECONDS:
            if self._answers():
                return {'millis': round((time.monotonic() - since) * 1000), 'memory': round(machine.memory(self.process.pid, 'VmRSS'), 1),
                        'cpu': round(machine.cpu(self.process.pid).total, 2)}
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        self.stop()
        raise SystemExit(f'{self.name} did not start, see {self.log}')

    def stop(self):
        if not self.process or self.process.poll() is not None:
            return
        ours = machine.tree(self.process.pid)
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            for process in ours:
                try:
                    os.kill(process, 9)
                except ProcessLookupError:
                    pass
            self.process.wait(10)

    def ask(self, method, path, body=None, person=1, headers=None):
        """One request as a person; status, headers and body."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)
        try:
            sent = {'Authorization': f'Bearer {self.tokens.of(person)}'}
            if body:
                sent['Content-Type'] = 'application/json'
            connection.request(method, path.replace('{id}', str(person)), body, {**sent, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def forget(self):
        """Nothing is cached any more."""
        for step in self.is_.empty:
            if isinstance(step, str):
                self.redis.run(*step.split())
            else:
                status, _, text = self.ask(step['method'], step['path'], step.get('body'), step.get('person', 1))
                if status >= 300:
                    raise SystemExit(f'{self.name}: {step["method"]} {step["path"]} answered {status}: {text}')

    def tidy(self):
        """Takes away what writes have left, so that every run meets the same rows."""
        for statement in self.is_.tidy:
            self.postgres.run(statement, self.database)

    def reads(self):
        """Reads of what is cached so far: those that were hits, and all; nothing if the server does not count them."""
        if not self.is_.hits:
            return None
        lines = self.ask('GET', self.is_.hits['path'])[2].splitlines()

        def sum_of(pattern):
            return sum(float(line.rsplit(' ', 1)[1]) for line in lines if re.search(pattern, line) and not line.startswith('#'))

        return sum_of(self.is_.hits['hit']), sum_of(self.is_.hits['all'])

    def cpu(self):
        return machine.cpu(self.process.pid)

    def filled(self, text):
        return string.Template(text).substitute(
            os.environ, JAVA=java(), PORT=self.port, POSTGRES_PORT=self.postgres.port, REDIS_PORT=self.redis.port, DATABASE=self.database,
            BENCH_FOLDER=self.folder)

    def _answers(self):
        try:
            return self.ask('GET', self.is_.ready)[0] == 200
        except OSError:
            return False
        except http.client.HTTPException:
            return False
