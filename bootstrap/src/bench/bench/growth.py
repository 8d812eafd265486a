"""What a hit and a miss cost with a hundred times the people, and with a hundred times the rows of each."""
import statistics

from bench import measure
from bench.people import People
from bench.rounds import line, say
from bench.summary import quiet

MANY = 10_000
FEW = 1_000
# Who is read is the same in both of a pair, so that nothing but what else there is differs.
PAIRS = [
    ('1,000,000 people for 10,000', MANY, People(MANY), People(MANY, others=990_000)),
    ('5,000 tasks each for 50', FEW, People(MANY), People(FEW, rows=5_000, books=500)),
]
MOST = {'home': 1.10, 'miss': 2.0}


def show(ground, rounds, seconds, warmup):
    for title, read, small, large in PAIRS:
        servers = []
        for name, people in (('small', small), ('large', large)):
            described = ground.described()
            described.name = f'mainstay-{name}'
            servers.append(ground.server(described, people))
        runs = {}
        for server in servers:
            server.start()
            measure.measure(server, 'home', read, warmup, seed=7)
        for round_ in range(rounds):
            for load in MOST:
                for server in servers if round_ % 2 == 0 else reversed(servers):
                    figures = measure.measure(server, load, read, seconds, 100 + round_)
                    say(line(figures))
                    runs.setdefault((load, server.name), []).append(figures)
        for server in servers:
            ground.close(server)
        for load, most in MOST.items():
            small_cpu, large_cpu = (statistics.median(run['cpu'] for run in quiet(runs[load, server.name])) for server in servers)
            ratio = large_cpu / small_cpu
            print(f'{title}: {load} {small_cpu:.1f} -> {large_cpu:.1f} ms of CPU per 1,000, {ratio:.2f} times'
                  f' (<= {most:.2f} {"ok" if ratio <= most else "NO"})')
