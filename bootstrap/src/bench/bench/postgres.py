"""A PostgreSQL of the bench's own, from the installed programs, on loopback, with data that later runs find again."""
import glob
import os
import pwd
import signal
import subprocess
import time

from bench import machine
from bench.ports import free_port

SETTINGS = {
    'listen_addresses': '127.0.0.1',
    'unix_socket_directories': '',
    'max_connections': '300',
    'shared_buffers': '512MB',
    'jit': 'off',
    'random_page_cost': '1.1',
    'max_wal_size': '4GB',
    'checkpoint_timeout': '30min',
    'shared_preload_libraries': 'pg_stat_statements',
}


def programs():
    """The folder of the newest PostgreSQL that is installed; BENCH_POSTGRES names another."""
    given = os.environ.get('BENCH_POSTGRES')
    found = [given] if given else sorted(
        glob.glob('/usr/lib/postgresql/*/bin'), key=lambda folder: int(folder.split('/')[4]), reverse=True)
    if not found:
        raise SystemExit('no PostgreSQL in /usr/lib/postgresql; say where one is with BENCH_POSTGRES=/…/bin')
    return found[0]


class Postgres:
    """Trusts every local user, as nothing but the bench's data is in it."""

    def __init__(self, folder):
        self.programs = programs()
        self.data = os.path.join(folder, 'postgres')
        self.log = os.path.join(folder, 'postgres.log')
        self.port = free_port()
        self.process = None
        # PostgreSQL refuses to run as root.
        self.user = 'postgres' if os.getuid() == 0 else None

    def start(self):
        if not os.path.exists(os.path.join(self.data, 'PG_VERSION')):
            self._create()
        self._stop_what_was_left()
        settings = [part for name, value in SETTINGS.items() for part in ('-c', f'{name}={value}')]
        log = open(self.log, 'w')
        self.process = subprocess.Popen(
            [self._program('postgres'), '-D', self.data, '-p', str(self.port), *settings],
            stdout=log, stderr=log, cwd='/', start_new_session=True, **self._account())
        for _ in range(600):
            if subprocess.run([self._program('pg_isready'), '-q', '-h', '127.0.0.1', '-p', str(self.port)]).returncode == 0:
                break
            if self.process.poll() is not None:
                raise SystemExit(f'PostgreSQL did not start, see {self.log}')
            time.sleep(0.05)
        self.run('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # fast shutdown
            self.process.wait(60)

    def run(self, sql, database='postgres', file=None, **variables):
        """What statements, or a file of them with its variables, print: rows without headings, fields separated by |."""
        command = [self._program('psql'), '-XqtA', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1', '-p', str(self.port),
                   '-U', 'postgres', '-d', database]
        command += [part for name, value in variables.items() for part in ('-v', f'{name}={value}')]
        done = subprocess.run(command + ['-f', file or '-'],
                              input=None if file else sql, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f'{database}: {done.stderr}\n{sql or file}')
        return done.stdout.strip()

    def has(self, database):
        return self.run(f"SELECT count(*) FROM pg_database WHERE datname = '{database}'") == '1'

    def statements(self, database):
        """How many statements it has carried out there so far."""
        return int(self.run(
            'SELECT coalesce(sum(calls), 0) FROM pg_stat_statements'
            f" WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '{database}')"))

    def cpu(self):
        return machine.cpu(self.process.pid)

    def _create(self):
        os.makedirs(self.data)
        if self.user:
            os.chown(self.data, pwd.getpwnam(self.user).pw_uid, -1)
        os.chmod(self.data, 0o700)
        subprocess.run([self._program('initdb'), '-D', self.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
                       check=True, stdout=subprocess.DEVNULL, cwd='/', **self._account())

    def _stop_what_was_left(self):
        """A bench that was killed may have left its server on this folder."""
        if os.path.exists(os.path.join(self.data, 'postmaster.pid')):
            subprocess.run([self._program('pg_ctl'), '-D', self.data, '-m', 'fast', '-w', 'stop'],
                           capture_output=True, cwd='/', **self._account())

    def _account(self):
        return {'user': self.user, 'group': self.user, 'extra_groups': []} if self.user else {}

    def _program(self, name):
        return os.path.join(self.programs, name)
