"""
Twice the rate that the server can sustain: how much of the work it still accepts, how it refuses the rest, and how soon it is well again.
The requests have their times, whether the server keeps up or not, until 1,024 of them wait at once; beside them a few clients that keep time
themselves note what they are answered and when.
"""
import os
import statistics
import threading
import time

from bench import load as wrk
from bench import machine, measure, requests

WAITING = 1024
OVERLOADED_SECONDS = 10
AFTER_SECONDS = 8
PROBES, PROBES_A_SECOND = 4, 10


def show(ground, people, load, seconds, warmup):
    server = ground.server(ground.described(), people)
    server.start()
    measure.measure(server, load, people.all, warmup, seed=7)
    peak = measure.measure(server, load, people.all, max(seconds, 5), seed=100)['rate']
    print(f'{load}: sustains {peak:.0f} requests/s at 64 connections')
    measure.prime(server, people.all)
    file = os.path.join(server.folder, 'requests-overload.txt')
    requests.write_file(file, server.is_.loads[load], people.all, server.tokens, seed=101)
    machine.wait_for_quiet()

    with _Probes(server) as probes:
        over = wrk.run(server.port, file, OVERLOADED_SECONDS, WAITING, rate=2 * peak)
        ended = time.monotonic()
        after = wrk.run(server.port, file, AFTER_SECONDS, rate=peak / 2)
    _tell(peak, over, after, probes.answers, ended)


def _tell(peak, over, after, answers, ended):
    seconds = over['micros'] / 1e6
    offered = over['requests'] / seconds
    accepted = (over['requests'] - over['refused']) / seconds
    during = [answer for answer in answers if answer.at < ended]
    refusals = [answer for answer in during if answer.status == 503]
    other = sorted({answer.status for answer in during if answer.status not in (200, 503)})
    print(f'answered {offered:.0f}/s of {2 * peak:.0f}/s offered; accepted {accepted:.0f}/s, {accepted / peak:.0%} of the peak (>= 80 %)')
    print(f'refused {over["refused"] / max(over["requests"], 1):.1%}; broken {over["broken"]}, timeouts {over["timeouts"]};'
          f' p50 {over["p50"] / 1000:.1f} ms, p99 {over["p99"] / 1000:.1f} ms of all')
    print(f'seen by {len(during)} probes: {_latency("200", [answer for answer in during if answer.status == 200])};'
          f' {_latency("503", refusals)}, {sum(answer.retry_after for answer in refusals)} of them with Retry-After;'
          f' others {other or "none"}')
    calm = max(20.0, 5 * statistics.median([answer.millis for answer in answers if answer.at > ended + 5] or [0]))
    late = [answer.at for answer in answers if answer.at >= ended and (answer.status != 200 or answer.millis > calm)]
    print(f'afterwards, at half the peak: {after["refused"]} refused, p99 {after["p99"] / 1000:.1f} ms;'
          f' the last probe refused or slower than {calm:.0f} ms was {max(late, default=ended) - ended:.1f} s after (<= 5 s)')


def _latency(name, answers):
    if not answers:
        return f'{name} none'
    millis = sorted(answer.millis for answer in answers)
    return f'{name} {len(millis)}, p50 {millis[len(millis) // 2]:.1f} ms, p99 {millis[len(millis) * 99 // 100]:.1f} ms'


class _Answer:

    def __init__(self, at, status, millis, retry_after):
        self.at = at
        self.status = status
        self.millis = millis
        self.retry_after = retry_after


class _Probes:
    """Clients who read a page so many times a second each, on a connection of their own each time."""

    def __init__(self, server):
        self.server = server
        self.answers = []
        self.over = threading.Event()

    def __enter__(self):
        self.threads = [threading.Thread(target=self._ask, args=(person,)) for person in range(1, PROBES + 1)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *failure):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def _ask(self, person):
        request = self.server.is_.prime[0]
        while not self.over.wait(1 / PROBES_A_SECOND):
            at = time.monotonic()
            try:
                status, headers, _ = self.server.ask(request['method'], request['path'], person=person)
                retry_after = 'Retry-After' in headers
            except OSError:
                status, retry_after = 0, False  # refused at the door, or cut off
            self.answers.append(_Answer(at, status, (time.monotonic() - at) * 1000, retry_after))
