"""What the operating system knows of processes: CPU seconds, memory, and what others on this machine do meanwhile."""
import os
import re
import time
from dataclasses import dataclass

TICK = os.sysconf('SC_CLK_TCK')


@dataclass(frozen=True)
class Cpu:
    """CPU seconds."""
    user: float
    system: float

    @property
    def total(self):
        return self.user + self.system

    def __sub__(self, other):
        return Cpu(self.user - other.user, self.system - other.system)


def _stat(pid):
    """The fields of /proc/PID/stat from the state on, or nothing if it has ended."""
    try:
        with open(f'/proc/{pid}/stat') as file:
            return file.read().rsplit(') ', 1)[1].split()
    except OSError:
        return None


def tree(pid):
    """The process and all that descend from it."""
    children = {}
    for entry in os.listdir('/proc'):
        if entry.isdigit() and (stat := _stat(entry)):
            children.setdefault(int(stat[1]), []).append(int(entry))
    found, waiting = [], [pid]
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting += children.get(process, [])
    return found


def cpu(pid):
    """What the process and all its descendants have used, those included that have ended and were waited for."""
    user = system = 0
    for process in tree(pid):
        if stat := _stat(process):
            user += int(stat[11]) + int(stat[13])
            system += int(stat[12]) + int(stat[14])
    return Cpu(user / TICK, system / TICK)


def memory(pid, field):
    """MiB of all processes of the tree: VmRSS is what they have now, VmHWM the most each has had."""
    kib = 0
    for process in tree(pid):
        try:
            with open(f'/proc/{process}/status') as file:
                found = re.search(rf'{field}:\s+(\d+)', file.read())
        except OSError:
            continue
        kib += int(found.group(1)) if found else 0
    return kib / 1024


def forget_peak(pid):
    """VmHWM of each process begins anew."""
    for process in tree(pid):
        try:
            with open(f'/proc/{process}/clear_refs', 'w') as file:
                file.write('5')
        except OSError:
            pass


def busy():
    """CPU seconds that the whole machine has used."""
    with open('/proc/stat') as file:
        user, nice, system, _, _, irq, softirq, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICK


def wait_for_quiet(limit=0.10, patience=10.0):
    """Waits until the machine has used less than so many cores for half a second, or patience (seconds) is over."""
    end = time.monotonic() + patience
    while True:
        before, since = busy(), time.monotonic()
        time.sleep(0.5)
        used = (busy() - before) / (time.monotonic() - since)
        if used < limit or time.monotonic() > end:
            return
