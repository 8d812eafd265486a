"""wrk: one thread, connections that stay open, and the requests of load.lua."""
import json
import os
import signal
import subprocess

SCRIPT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'load.lua')


def run(port, file, seconds, connections=64, once=False, rate=None):
    """
    Loads a server for so many seconds, or until every request has been answered once; what came of it. Each connection sends as soon as
    it has its answer; with a rate (per second) the requests have their times, and those that are late are sent at once.
    """
    process = subprocess.Popen(
        ['wrk', '-t1', f'-c{connections}', f'-d{seconds}s', '--timeout', '10s', '-s', SCRIPT, f'http://127.0.0.1:{port}', '--', file,
         *(['once'] if once else []), *([f'rate={rate:.0f}'] if rate else [])], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith('THROUGH'):
            process.send_signal(signal.SIGINT)  # wrk ends at once and reports
    process.wait()
    for line in lines:
        if line.startswith('RESULT '):
            return json.loads(line[len('RESULT '):])
    raise SystemExit('wrk reported nothing:\n' + ''.join(lines))
