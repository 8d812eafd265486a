"""Medians of what was recorded, and the ratios of the first server to each other one beside the bounds that were set."""
import json
import statistics

MOST_FOREIGN = 0.15
COLUMNS = [
    # heading, figure, divisor, format
    ('cpu/k', 'cpu', 1, '7.1f'),
    ('user', 'cpu_user', 1, '6.1f'),
    ('sys', 'cpu_system', 1, '6.1f'),
    ('req/s', 'rate', 1, '8.0f'),
    ('p50 ms', 'p50', 1000, '7.2f'),
    ('p99 ms', 'p99', 1000, '7.2f'),
    ('hit %', 'hit_rate', 0.01, '6.1f'),
    ('pg st', 'statements', 1, '6.2f'),
    ('redis c', 'commands', 1, '7.2f'),
    ('redis/k', 'redis_cpu', 1, '7.1f'),
    ('pg/k', 'postgres_cpu', 1, '7.1f'),
    ('MiB', 'memory', 1, '5.0f'),
]


def read(paths):
    records = []
    for path in paths:
        with open(path) as file:
            records += [json.loads(line) for line in file if line.strip()]
    return records


def text(records, bounds):
    """bounds: server name to load (or "start", "memory") to figure to the most, or for a rate the least, that the ratio may be."""
    runs, starts = {}, {}
    for record in records:
        if 'start' in record:
            starts.setdefault(record['server'], []).append(record['start'])
        elif 'load' in record:
            runs.setdefault(record['load'], {}).setdefault(record['server'], []).append(record)
    lines = []
    if starts:
        lines.append(f'{"start":12} {"ms":>7} {"cpu s":>6} {"MiB":>6}  n')
        lines += [f'{name:12} {_median(all_, "millis"):7.0f} {_median(all_, "cpu"):6.2f} {_median(all_, "memory"):6.1f}  {len(all_)}'
                  for name, all_ in starts.items()]
    for load, servers in runs.items():
        lines += ['', *_table(load, servers)]
    return '\n'.join([*lines, *_ratios(runs, starts, bounds)])


def _table(load, servers):
    yield f'{load:12} ' + ' '.join(f'{heading:>{_width(form)}}' for heading, _, _, form in COLUMNS) + f'  {"cpu from-to":>13}  non-2xx  runs'
    for name, all_ in servers.items():
        kept = quiet(all_)
        cells = [f'{_median(kept, figure) / divisor:{form}}' for _, figure, divisor, form in COLUMNS]
        cpu = [run['cpu'] for run in kept]
        bad = sum(run['refused'] + run['broken'] + run['timeouts'] for run in all_)
        disturbed = len(all_) - sum(run['foreign'] <= MOST_FOREIGN for run in all_)
        yield (f'{name:12} ' + ' '.join(cells) + f'  {min(cpu):6.1f}-{max(cpu):6.1f}  {bad:7d}  {len(kept)}/{len(all_)}'
               + (f' ({disturbed} disturbed)' if disturbed else ''))


def _ratios(runs, starts, bounds):
    names = list(dict.fromkeys(name for servers in runs.values() for name in servers)) or list(starts)
    if len(names) < 2:
        return
    own, others = names[0], names[1:]
    yield ''
    yield f'{own} as a share of {"":13} ' + ' '.join(f'{name:>22}' for name in others)
    for load, servers in runs.items():
        for figure, least in (('cpu', False), ('rate', True)):
            cells = [_cell(servers, own, other, figure, bounds.get(other, {}).get(load, {}).get(figure), least) for other in others]
            yield f'{load:12} {"CPU" if figure == "cpu" else "requests/s":19} ' + ' '.join(cells)
    if own in starts:
        for title, figure in (('start-up', 'millis'), ('memory at the start', 'memory')):
            cells = [_cell(starts, own, other, figure, bounds.get(other, {}).get('start', {}).get(figure), False) for other in others]
            yield f'{"start":12} {title:19} ' + ' '.join(cells)
    peaks = {name: [run for servers in runs.values() for run in servers.get(name, [])] for name in names}
    cells = [_share(max(run['memory'] for run in peaks[own]) / max(run['memory'] for run in peaks[other]),
                    bounds.get(other, {}).get('peak', {}).get('memory'), False) if peaks[own] and peaks[other] else _none()
             for other in others]
    yield f'{"all loads":12} {"peak memory":19} ' + ' '.join(cells)


def _cell(all_, own, other, figure, bound, least):
    if own not in all_ or other not in all_:
        return _none()
    return _share(_median(quiet(all_[own]), figure) / _median(quiet(all_[other]), figure), bound, least)


def _share(ratio, bound, least):
    if bound is None:
        return f'{ratio:22.2f}'
    kept = ratio >= bound if least else ratio <= bound
    return f'{ratio:8.2f} ({">=" if least else "<="} {bound:4.2f} {"ok" if kept else "NO"})'.rjust(22)


def _none():
    return f'{"-":>22}'


def quiet(all_):
    """Those that others on the machine did not disturb; all if none is such."""
    return [run for run in all_ if run.get('foreign', 0) <= MOST_FOREIGN] or all_


def _median(all_, figure):
    return statistics.median(run[figure] if run[figure] is not None else 0 for run in all_)


def _width(form):
    return int(form.split('.')[0])
