"""The people whose pages are read: a database that Mainstay migrates and people.sql fills, kept until what it is made of changes."""
import datetime
import hashlib
import os
import sys
import time
import zipfile
from dataclasses import dataclass

SQL = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'people.sql')


@dataclass(frozen=True)
class People:
    """Who there is: so many with so many tasks (rows) and transactions (books) each, and others that nobody reads."""
    count: int = 10_000
    rows: int = 50
    books: int = 50
    others: int = 0
    balance: bool = False

    @property
    def family(self):
        return f'people_{self.count}_{self.rows}_{self.books}_{self.others}_{"b" if self.balance else "n"}'

    def database(self, postgres, jar, migrate):
        """The name of the database they are in, made now if need be; migrate(name) brings an empty one up to date."""
        name = f'{self.family}_{_fingerprint(jar)}'
        if not postgres.has(name):
            self._make(postgres, name, migrate)
        return name

    def _make(self, postgres, name, migrate):
        print(f'making {self.count + self.others:,} people with {self.rows:,} tasks and {self.books:,} transactions each …', file=sys.stderr, flush=True)
        since = time.monotonic()
        for old in postgres.run(f"SELECT datname FROM pg_database WHERE datname LIKE '{self.family}\\_%'").split():
            postgres.run(f'DROP DATABASE {old}')
        postgres.run('DROP DATABASE IF EXISTS making')
        postgres.run('CREATE DATABASE making')
        migrate('making')
        postgres.run(None, 'making', SQL, people=self.count, rows=self.rows, books=self.books, others=self.others, balance=str(self.balance).lower())
        disagreements = postgres.run('SELECT count(*) FROM finance.disagreements()', 'making')
        if disagreements != '0':
            raise SystemExit(f'the books that were made disagree in {disagreements} places')
        # Half-made people are made anew by the next run.
        postgres.run(f'ALTER DATABASE making RENAME TO {name}')
        print(f'… in {time.monotonic() - since:.0f} s', file=sys.stderr, flush=True)


def _fingerprint(jar):
    """Of the migrations in the libraries beside the jar, of people.sql, and of the week: what is due is due around it."""
    content = hashlib.sha256(datetime.datetime.now(datetime.timezone.utc).strftime('%G week %V').encode())
    libraries = os.path.join(os.path.dirname(jar), 'lib')
    for library in sorted(os.listdir(libraries)):
        if library.startswith('mainstay-'):
            with zipfile.ZipFile(os.path.join(libraries, library)) as opened:
                for entry in opened.infolist():
                    if 'db/migration/' in entry.filename:
                        content.update(f'{entry.filename} {entry.CRC}'.encode())
    with open(SQL, 'rb') as file:
        content.update(file.read())
    return content.hexdigest()[:8]
