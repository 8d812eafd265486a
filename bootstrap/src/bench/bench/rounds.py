"""The comparison: every server once per load in each round, the order turned round in every other, so that drift hits all alike."""
import sys

from bench import measure


def compare(ground, descriptions, people, loads, rounds, seconds, warmup, starts, connections, record):
    """Starts, warms up and measures all; each figure goes to record."""
    servers = [ground.server(description, people) for description in descriptions]
    _start_all(servers, starts, record)
    for server in servers:
        for load in _offered(server, loads):
            say(f'warming {server.name} with {load}')
            measure.measure(server, load, people.all, warmup, seed=7, connections=connections)
    for round_ in range(rounds):
        for load in loads:
            for server in servers if round_ % 2 == 0 else reversed(servers):
                if load in server.is_.loads:
                    figures = measure.measure(server, load, people.all, seconds, 100 + round_, connections)
                    record({'round': round_, **figures})
                    say(line(figures))


def _start_all(servers, starts, record):
    for turn in range(starts):
        for server in servers:
            started = server.start()
            say(f'start {server.name}: {started["millis"]} ms, {started["memory"]} MiB')
            record({'server': server.name, 'start': started})
            if turn < starts - 1:
                server.stop()


def _offered(server, loads):
    return [load for load in loads if load in server.is_.loads]


def line(figures):
    return (f'{figures["load"]:8} {figures["server"]:12} cpu {figures["cpu"]:7.2f}  {figures["rate"]:8.0f}/s  p50 {figures["p50"] / 1000:6.2f}'
            f'  p99 {figures["p99"] / 1000:7.2f} ms  foreign {figures["foreign"]:5.2f}  refused {figures["refused"]}')


def say(text):
    print(text, file=sys.stderr, flush=True)
