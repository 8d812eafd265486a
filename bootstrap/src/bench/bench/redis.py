"""A Redis for each server, so that what one stores, drops or pays for is its own."""
import os
import re
import subprocess
import time

from bench import machine
from bench.ports import free_port


class Redis:

    def __init__(self, folder, name):
        self.folder = folder
        self.log = os.path.join(folder, f'redis-{name}.log')
        self.port = free_port()
        self.process = None

    def start(self):
        log = open(self.log, 'w')
        self.process = subprocess.Popen(
            ['redis-server', '--port', str(self.port), '--bind', '127.0.0.1', '--dir', self.folder, '--save', '',
             '--appendonly', 'no', '--maxmemory', '2gb', '--maxmemory-policy', 'allkeys-lru'],
            stdout=log, stderr=log, start_new_session=True)
        for _ in range(200):
            if self.run('ping') == 'PONG':
                return
            time.sleep(0.02)
        raise SystemExit(f'Redis did not start, see {self.log}')

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def run(self, *command):
        return subprocess.run(['redis-cli', '-p', str(self.port), *command], capture_output=True, text=True).stdout.strip()

    def counters(self):
        """Hits, misses and commands so far, and the calls of each command; a script's own commands count beside it."""
        text = self.run('info', 'everything')
        counted = {name: int(value) for name, value in re.findall(
            r'(keyspace_hits|keyspace_misses|total_commands_processed):(\d+)', text)}
        counted['calls'] = {name: int(calls) for name, calls in re.findall(r'cmdstat_([^:]+):calls=(\d+)', text)}
        return counted

    def cpu(self):
        return machine.cpu(self.process.pid)
