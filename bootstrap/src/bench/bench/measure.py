"""One measured run: what the server, PostgreSQL and Redis did for the requests of one load."""
import os
import threading
import time

from bench import load, machine, requests

PRIME_SECONDS = 300


def prime(server, people):
    """Reads what is cached of everybody once, so that the run begins warm."""
    file = _file(server)
    requests.write_file(file, {'requests': server.is_.prime, 'once': True}, people, server.tokens, seed=1)
    return load.run(server.port, file, PRIME_SECONDS, once=True)


def measure(server, name, people, seconds, seed, connections=64, during=None):
    """
    The figures of one run, as README.md explains them; CPU in milliseconds per 1,000 requests.
    people: the numbers of those who ask. during: what else happens meanwhile.
    """
    chosen = server.is_.loads[name]
    if chosen.get('empty'):
        server.forget()
    else:
        prime(server, people)
    file = _file(server)
    requests.write_file(file, chosen, people, server.tokens, seed)
    machine.wait_for_quiet()
    machine.forget_peak(server.process.pid)
    beside = threading.Thread(target=during or (lambda: None), daemon=True)
    before = _Reading(server)
    beside.start()
    outcome = load.run(server.port, file, seconds, connections, chosen.get('once', False))
    after = _Reading(server)
    beside.join()
    if chosen.get('writes'):
        server.tidy()
        server.forget()
    return {'server': server.name, 'load': name, 'seed': seed, 'connections': connections, **_figures(server, before, after, outcome)}


class _Reading:
    """Every counter at one moment."""

    def __init__(self, server):
        self.statements = server.postgres.statements(server.database)
        self.redis = server.redis.counters()
        self.reads = server.reads()
        self.ours = machine.cpu(os.getpid())
        self.busy = machine.busy()
        self.at = time.monotonic()
        self.server_cpu = server.cpu()
        self.postgres_cpu = server.postgres.cpu()
        self.redis_cpu = server.redis.cpu()


def _figures(server, before, after, outcome):
    count = max(outcome['requests'], 1)  # none at all: a server that hangs

    def per_thousand(seconds):
        return round(seconds * 1_000_000 / count, 2)

    used = after.server_cpu - before.server_cpu
    commands = after.redis['total_commands_processed'] - before.redis['total_commands_processed']
    foreign = (after.busy - before.busy) - (after.ours - before.ours).total
    return {
        **outcome,
        'cpu': per_thousand(used.total),
        'cpu_user': per_thousand(used.user),
        'cpu_system': per_thousand(used.system),
        'rate': round(count * 1e6 / outcome['micros'], 1),
        'hit_rate': _hit_rate(before, after),
        'statements': round((after.statements - before.statements) / count, 3),
        'commands': round(commands / count, 3),
        'command_calls': _calls(before.redis['calls'], after.redis['calls'], count),
        'redis_cpu': per_thousand((after.redis_cpu - before.redis_cpu).total),
        'postgres_cpu': per_thousand((after.postgres_cpu - before.postgres_cpu).total),
        'memory': round(machine.memory(server.process.pid, 'VmHWM'), 1),
        'foreign': round(foreign / (after.at - before.at), 3),
    }


def _hit_rate(before, after):
    """As the server counts, else as Redis does."""
    if before.reads:
        hits, looked = (now - then for now, then in zip(after.reads, before.reads))
    else:
        hits, misses = (after.redis[name] - before.redis[name] for name in ('keyspace_hits', 'keyspace_misses'))
        looked = hits + misses
    return round(hits / looked, 4) if looked else None


def _calls(before, after, count):
    """Calls of each Redis command per request, those that matter."""
    since = {name: (calls - before.get(name, 0)) / count for name, calls in after.items()}
    return {name: round(calls, 3) for name, calls in sorted(since.items(), key=lambda entry: -entry[1]) if calls >= 0.005}


def _file(server):
    return os.path.join(server.folder, f'requests-{server.name}.txt')
