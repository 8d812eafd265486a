"""The load bench of Mainstay: what a request costs on the packaged server, beside any other servers (README.md)."""
import argparse
import datetime
import json
import os
import signal
import sys
import tempfile

from bench import beside, flight, growth, overload, rounds, stale, summary
from bench.ground import Ground
from bench.people import People

JAR = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), '..', '..', 'target', 'mainstay.jar')


def arguments(words):
    parser = argparse.ArgumentParser(prog='run', description=__doc__)
    what = parser.add_argument_group('what to do, if not the comparison').add_mutually_exclusive_group()
    what.add_argument('--growth', nargs='?', const='both', choices=growth.PARTS, help='a hit and a miss with more people, and with more rows of each')
    what.add_argument('--overload', metavar='LOAD', nargs='?', const='w5', help='twice the rate it can sustain, and what comes after')
    what.add_argument('--stale', metavar='WRITES', nargs='?', const=2000, type=int, help='reads right after confirmed writes')
    what.add_argument('--profile', metavar=('SECONDS', 'LOAD'), nargs=2, help='hot methods and allocations under a load')
    what.add_argument('--summary', metavar='FILE', nargs='+', help='prints the tables of results again')
    how = parser.add_argument_group('how')
    how.add_argument('--loads', default='warm,w5,w50,uncached', help='of warm, home, w5, w50, uncached, miss')
    how.add_argument('--rounds', type=int, default=5)
    how.add_argument('--secs', type=int, default=4, help='of each measured run')
    how.add_argument('--warmup', type=int, default=6, help='seconds per load before the first round')
    how.add_argument('--starts', type=int, default=1, help='of each server; the median is reported')
    how.add_argument('--connections', type=int, default=64)
    how.add_argument('--beside', metavar='FILE', help='other servers, in the same rounds')
    how.add_argument('--only', metavar='NAMES', help='of the servers, these')
    what_of = parser.add_argument_group('Mainstay and its data')
    what_of.add_argument('--jar', default=JAR)
    what_of.add_argument('--java-options', help='starts the jar with these instead of by its launcher')
    what_of.add_argument('--environment', metavar='NAME=VALUE', action='append', default=[])
    what_of.add_argument('--people', type=int, default=10_000)
    what_of.add_argument('--rows', type=int, default=50, help='tasks, and transactions, of each')
    what_of.add_argument('--balance', action='store_true', help='the home page shows the balance, which is never cached')
    what_of.add_argument('--fresh', action='store_true', help='makes the people anew')
    what_of.add_argument('--folder', default=os.path.join(tempfile.gettempdir(), 'mainstay-bench'), help='data, logs and results')
    return parser.parse_args(words)


def main(words):
    chosen = arguments(words)
    jar = os.path.abspath(chosen.jar)
    environment = dict(pair.split('=', 1) for pair in chosen.environment)
    others = beside.read(chosen.beside, jar, chosen.java_options, environment) if chosen.beside else []
    bounds = {other.name: other.bounds for other in others}
    if chosen.summary:
        print(summary.text(summary.read(chosen.summary), bounds))
        return 0
    if not os.path.exists(jar):
        raise SystemExit(f'{jar} is not there: mvn package -DskipTests')
    signal.signal(signal.SIGTERM, _end)
    people = People(chosen.people, chosen.rows, chosen.rows, balance=chosen.balance)
    with Ground(os.path.abspath(chosen.folder), jar, chosen.java_options, environment, chosen.fresh) as ground:
        if chosen.growth:
            growth.show(ground, chosen.growth, chosen.rounds, chosen.secs, chosen.warmup)
        elif chosen.overload:
            overload.show(ground, people, chosen.overload, chosen.secs, chosen.warmup)
        elif chosen.stale:
            return stale.show(ground, people, chosen.stale)
        elif chosen.profile:
            flight.show(ground, people, int(chosen.profile[0]), chosen.profile[1], chosen.warmup)
        else:
            _compare(ground, people, chosen, others, bounds)
    return 0


def _end(*_):
    """Stops what was started, once: timeout(1) sends the signal twice."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(143)


def _compare(ground, people, chosen, others, bounds):
    descriptions = [ground.described(), *others]
    if chosen.only:
        descriptions = [description for description in descriptions if description.name in chosen.only.split(',')]
    now = datetime.datetime.now().strftime('%Y%m%d-%H%M%S')
    path = os.path.join(ground.folder, f'results-{now}.jsonl')
    records = []
    with open(path, 'w') as file:
        def record(figures):
            records.append(figures)
            file.write(json.dumps(figures) + '\n')
            file.flush()
        try:
            rounds.compare(ground, descriptions, people, chosen.loads.split(','), chosen.rounds, chosen.secs, chosen.warmup,
                           chosen.starts, chosen.connections, record)
        finally:
            print(summary.text(records, bounds))
            print(f'\n{path}')
