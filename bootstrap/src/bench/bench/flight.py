"""A recording of the JVM while it is under a load, and what is hot in it."""
import os
import subprocess
import time

from bench import measure
from bench.jdk import java
from bench.rounds import line

VIEWS = ['hot-methods', 'allocation-by-site', 'allocation-by-class', 'contention-by-site', 'gc-pauses']


def show(ground, people, seconds, load, warmup):
    server = ground.server(ground.described(), people)
    server.start()
    measure.measure(server, load, people.all, warmup, seed=7)
    path = os.path.join(ground.folder, f'{load}.jfr')

    def record():
        jcmd = [_tool('jcmd'), str(server.process.pid)]
        subprocess.run([*jcmd, 'JFR.start', 'name=bench', 'settings=profile'], check=True, capture_output=True)
        time.sleep(seconds)
        subprocess.run([*jcmd, 'JFR.stop', 'name=bench', f'filename={path}'], check=True, capture_output=True)

    # Two seconds more, for the recording to begin and to be written.
    print(line(measure.measure(server, load, people.all, seconds + 2, seed=100, during=record)))
    for view in VIEWS:
        print(subprocess.run([_tool('jfr'), 'view', '--width', '160', '--truncate', 'beginning', view, path],
                             check=True, capture_output=True, text=True).stdout)
    print(path)


def _tool(name):
    return os.path.join(os.path.dirname(java()), name)
