"""
What a hit and a miss cost with a hundred times the people, and with a hundred times the rows of each.

In one process each: two that were started alike differ by a tenth in a warm read, by what their compilers have made of it. And two runs that
are compared lie beside each other in time, for the machine is not as quick in one minute as in the next.
"""
import statistics
import time

from bench import measure
from bench.people import People
from bench.rounds import line, say
from bench.summary import MOST_FOREIGN

MANY = 10_000
OTHERS = 990_000
FEW = 1_000
CROWD = 100_000
MOST = {'home': 1.10, 'miss': 2.0}
PARTS = ('people', 'rows')


def show(ground, part, rounds, seconds, warmup):
    if part != 'rows':
        _more_people(ground, rounds, seconds, warmup)
    if part != 'people':
        _more_rows(ground, rounds, seconds, warmup)


def _more_people(ground, rounds, seconds, warmup):
    """The same people before and after the others come; each run beside one of a server where none come."""
    people = People(MANY)
    growing, staying = (_server(ground, name, people) for name in ('growing', 'staying'))
    for server in (growing, staying):
        _start(server, people.all, warmup)
    cases = {'staying': (staying, people.all), 'growing': (growing, people.all)}
    before = _runs(cases, rounds, seconds)
    People(OTHERS, rows=2, books=0).add(ground.postgres, growing.database, since=MANY)
    after = _runs(cases, rounds, seconds)
    for load in MOST:
        _report('1,000,000 people for 10,000', load, _ratio(after, load) / _ratio(before, load))
    ground.close(staying)
    _more_readers(growing, rounds, seconds, warmup)
    ground.close(growing)


def _more_readers(server, rounds, seconds, warmup):
    """Hits alone, of people with two tasks each: more of them than the server keeps in mind, and each asks less often."""
    some, crowd = (range(MANY + 1, MANY + 1 + readers) for readers in (MANY, CROWD))
    measure.measure(server, 'home', crowd, warmup, seed=7)
    runs = _runs({'some': (server, some), 'crowd': (server, crowd)}, rounds, seconds, ['home'])
    _report('100,000 who read for 10,000', 'home', _ratio(runs, 'home'))


def _more_rows(ground, rounds, seconds, warmup):
    """A thousand people with many tasks and a thousand with some, in one database."""
    server = _server(ground, 'rows', People(FEW, rows=5_000, books=500, then=People(FEW)))
    many, some = range(1, FEW + 1), range(FEW + 1, 2 * FEW + 1)
    _start(server, range(1, 2 * FEW + 1), warmup)
    runs = _runs({'some': (server, some), 'many': (server, many)}, rounds, seconds)
    for load in MOST:
        _report('5,000 tasks each for 50', load, _ratio(runs, load))
    ground.close(server)


def _server(ground, name, people):
    described = ground.described()
    described.name = f'mainstay-{name}'
    return ground.server(described, people)


def _start(server, people, warmup):
    server.start()
    measure.measure(server, 'home', people, warmup, seed=7)
    since = time.monotonic()
    while time.monotonic() < since + warmup:
        measure.measure(server, 'miss', people, warmup, seed=7)


def _runs(cases, rounds, seconds, loads=tuple(MOST)):
    """For each load the pairs of runs of two cases, a server and who reads there each; the order turned round in every other pair."""
    runs = {load: [] for load in loads}
    for round_ in range(rounds):
        for load in loads:
            pair = {}
            for case in cases if round_ % 2 == 0 else reversed(cases):
                server, people = cases[case]
                pair[case] = measure.measure(server, load, people, seconds, 100 + round_)
                say(f'{case:8} {line(pair[case])}')
            runs[load].append([pair[case] for case in cases])
    return runs


def _ratio(runs, load):
    """How many times as much CPU as the first the second of a pair takes: the median of the pairs, those that were disturbed left out."""
    pairs = [pair for pair in runs[load] if all(run['foreign'] <= MOST_FOREIGN for run in pair)] or runs[load]
    ratios = [second['cpu'] / first['cpu'] for first, second in pairs]
    say(f'{load}: {" ".join(f"{ratio:.2f}" for ratio in sorted(ratios))}')
    return statistics.median(ratios)


def _report(title, load, ratio):
    most = MOST[load]
    print(f'{title}: {load} takes {ratio:.2f} times the CPU (<= {most:.2f} {"ok" if ratio <= most else "NO"})', flush=True)
