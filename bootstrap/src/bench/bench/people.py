"""The people whose pages are read: a database that Mainstay migrates and people.sql fills, kept until what it is made of changes."""
import datetime
import hashlib
import os
import sys
import time
import zipfile
from dataclasses import dataclass
from typing import Optional

SQL = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'people.sql')


@dataclass(frozen=True)
class People:
    """So many with so many tasks (rows) and transactions (books) each; and, where asked for, as many more with other numbers of them."""
    count: int = 10_000
    rows: int = 50
    books: int = 50
    balance: bool = False
    then: Optional['People'] = None

    @property
    def all(self):
        """The numbers of the first of them."""
        return range(1, self.count + 1)

    @property
    def family(self):
        return f'people_{self._shape}_{"b" if self.balance else "n"}'

    @property
    def _shape(self):
        return f'{self.count}_{self.rows}_{self.books}' + (f'_{self.then._shape}' if self.then else '')

    def database(self, postgres, jar, migrate):
        """The name of the database they are in, made now if need be; migrate(name) brings an empty one up to date."""
        name = f'{self.family}_{_fingerprint(jar)}'
        if not postgres.has(name):
            self._make(postgres, name, migrate)
        return name

    def add(self, postgres, database, since=0):
        """Makes them there, with the numbers that come after this one."""
        print(f'making {self.count:,} people with {self.rows:,} tasks and {self.books:,} transactions each …', file=sys.stderr, flush=True)
        begun = time.monotonic()
        postgres.run(None, database, SQL, first=since + 1, last=since + self.count, rows=self.rows, books=self.books, balance=str(self.balance).lower())
        print(f'… in {time.monotonic() - begun:.0f} s', file=sys.stderr, flush=True)
        if self.then:
            self.then.add(postgres, database, since + self.count)

    def _make(self, postgres, name, migrate):
        for old in postgres.run(f"SELECT datname FROM pg_database WHERE datname LIKE '{self.family}\\_%'").split():
            postgres.run(f'DROP DATABASE {old}')
        postgres.run('DROP DATABASE IF EXISTS making')
        postgres.run('CREATE DATABASE making')
        migrate('making')
        self.add(postgres, 'making')
        disagreements = postgres.run('SELECT count(*) FROM finance.disagreements()', 'making')
        if disagreements != '0':
            raise SystemExit(f'the books that were made disagree in {disagreements} places')
        # Half-made people are made anew by the next run.
        postgres.run(f'ALTER DATABASE making RENAME TO {name}')


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
