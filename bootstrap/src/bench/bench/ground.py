"""What servers stand on: one PostgreSQL, a Redis for each, the people, and the folder all of it lies in."""
import fcntl
import os

from bench import mainstay, measure, tokens
from bench.postgres import Postgres
from bench.redis import Redis
from bench.requests import Tokens
from bench.server import Server


class Ground:
    """Started on entry; on exit, however it comes about, everything that was started is stopped."""

    def __init__(self, folder, jar, java_options, environment, fresh=False):
        self.folder = folder
        self.jar = jar
        self.java_options = java_options
        self.environment = environment
        self.fresh = fresh
        self.minted = Tokens(tokens.token)
        self._opened = []

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        if os.getuid() == 0:
            os.chmod(self.folder, 0o755)  # the account that PostgreSQL runs as must get through
        self._lock = open(os.path.join(self.folder, 'lock'), 'w')
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(f'another bench is running in {self.folder}') from None
        self.postgres = Postgres(self.folder)
        try:
            self.postgres.start()
            if self.fresh:
                for name in self.postgres.run("SELECT datname FROM pg_database WHERE datname LIKE 'people%'").split():
                    self.postgres.run(f'DROP DATABASE {name}')
        except BaseException:
            self.postgres.stop()
            raise
        return self

    def __exit__(self, *failure):
        for server in self._opened:
            server.stop()
            server.redis.stop()
        self.postgres.stop()
        self._lock.close()

    def described(self):
        return mainstay.description(self.jar, self.java_options, self.environment)

    def server(self, description, people):
        """A server that can be started, with its Redis running and its database there."""
        redis = Redis(self.folder, description.name)
        known = Tokens(file=os.path.expandvars(description.tokens)) if description.tokens else self.minted
        server = Server(description, self.folder, self.postgres, redis, self._database(description, people), known)
        self._opened.append(server)
        redis.start()
        self._train(server, people)
        return server

    def _train(self, server, people):
        """A first run, if what it leaves for the later ones is not there yet or is older than the jar."""
        left = server.is_.trained
        if left and (not os.path.exists(left) or os.path.getmtime(left) < os.path.getmtime(self.jar)):
            server.start()
            measure.prime(server, people.all)
            server.stop()

    def close(self, server):
        server.stop()
        server.redis.stop()
        self._opened.remove(server)

    def _database(self, description, people):
        given = description.database
        if 'sql' in given:
            if not self.postgres.has(given['name']):
                self.postgres.run(f'CREATE DATABASE {given["name"]}')
                self.postgres.run(None, given['name'], os.path.expandvars(given['sql']))
            return given['name']
        # A copy, so that no run finds what another has left.
        name = 'run_' + description.name.replace('-', '_')
        template = people.database(self.postgres, self.jar, self._migrate)
        self.postgres.run(f'DROP DATABASE IF EXISTS {name} WITH (FORCE)')
        self.postgres.run(f'CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY')
        return name

    def _migrate(self, database):
        redis = Redis(self.folder, 'migration')
        server = Server(self.described(), self.folder, self.postgres, redis, database, self.minted)
        self._opened.append(server)
        redis.start()
        server.start()
        self.close(server)
