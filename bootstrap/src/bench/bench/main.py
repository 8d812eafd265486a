"""The command line."""
import argparse
import json
import os
import sys
import tempfile

from bench import mainstay, measure, tokens
from bench.people import People
from bench.postgres import Postgres
from bench.redis import Redis
from bench.requests import Tokens
from bench.server import Server

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def arguments(words):
    parser = argparse.ArgumentParser(prog='run', description=__doc__)
    parser.add_argument('--loads', default='warm')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--secs', type=int, default=4)
    parser.add_argument('--warmup', type=int, default=6)
    parser.add_argument('--jar', default=os.path.join(HERE, '..', '..', 'target', 'mainstay.jar'))
    parser.add_argument('--java-options', default='-Xmx512m --sun-misc-unsafe-memory-access=allow')
    parser.add_argument('--people', type=int, default=10_000)
    parser.add_argument('--rows', type=int, default=50)
    parser.add_argument('--folder', default=os.path.join(tempfile.gettempdir(), 'mainstay-bench'))
    return parser.parse_args(words)


def main(words):
    chosen = arguments(words)
    folder = os.path.abspath(chosen.folder)
    os.makedirs(folder, exist_ok=True)
    jar = os.path.abspath(chosen.jar)
    postgres = Postgres(folder)
    redis = Redis(folder, 'mainstay')
    people = People(chosen.people, chosen.rows)
    minted = Tokens(tokens.token)
    described = mainstay.description(jar, chosen.java_options, {})

    def migrate(database):
        server = Server(described, folder, postgres, redis, database, minted)
        server.start()
        server.stop()

    server = None
    try:
        postgres.start()
        redis.start()
        template = people.database(postgres, jar, migrate)
        redis.run('flushall')
        postgres.run('DROP DATABASE IF EXISTS mainstay WITH (FORCE)')
        postgres.run(f'CREATE DATABASE mainstay TEMPLATE {template}')
        server = Server(described, folder, postgres, redis, 'mainstay', minted)
        print(server.start())
        for load in chosen.loads.split(','):
            measure.measure(server, load, people.count, chosen.warmup, 7)
            for round_ in range(chosen.rounds):
                print(json.dumps(measure.measure(server, load, people.count, chosen.secs, 100 + round_)))
    finally:
        if server:
            server.stop()
        redis.stop()
        postgres.stop()
