"""The requests of a run, drawn beforehand: the same people in the same order for every server."""
import datetime
import itertools
import random
import uuid

DRAWN = 262_144
LINE_END, UNIQUE = '\x01', '\x02'


class Tokens:
    """A token for each person by number, from a function or from the lines of a file (line 1 is person 1)."""

    def __init__(self, mint=None, file=None):
        self._mint = mint
        self._known = {}
        if file:
            with open(file) as lines:
                self._known = dict(enumerate(lines.read().split(), start=1))

    def of(self, number):
        if number not in self._known:
            self._known[number] = self._mint(number)
        return self._known[number]


def zipf(people, seed):
    """Of these numbers of people so many: who is on the n-th rank is drawn 1/n times as often as the first (s = 1)."""
    ranked = list(people)
    random.Random(1).shuffle(ranked)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(ranked) + 1)))
    return random.Random(seed).choices(ranked, cum_weights=weights, k=DRAWN)


def draw(load, people, seed):
    """(person, request) for each place in the order."""
    requests = load['requests']
    if load.get('once'):
        everybody = list(people)
        random.Random(seed).shuffle(everybody)
        return [(person, kind) for kind in range(len(requests)) for person in everybody]
    kinds = random.Random(f'kind {seed}').choices(range(len(requests)), [request.get('share', 1) for request in requests], k=DRAWN)
    return list(zip(zipf(people, seed), kinds))


def write_file(path, load, people, tokens, seed):
    """The file that load.lua reads."""
    places, texts, order, lines = {}, [], [], _Lines()
    for person, kind in draw(load, people, seed):
        place = places.get((person, kind))
        if place is None:
            texts.append(lines.of(load['requests'][kind], person, tokens.of(person)))
            place = places[person, kind] = len(texts)
        order.append(place)
    _write(path, texts, order)


def write_alone(path, request, person, tokens):
    """The same for one request of one person, over and over."""
    _write(path, [_Lines().of(request, person, tokens.of(person))], [1])


def _write(path, texts, order):
    with open(path, 'w') as file:
        file.write('\n'.join(texts) + '\n\n' + '\n'.join(map(str, order)) + '\n')


class _Lines:
    """Requests as they go over the wire, each on one line; no two runs have a {unique} in common."""

    def __init__(self):
        today = datetime.datetime.now(datetime.timezone.utc).date()
        self.days = {'{today}': today, '{tomorrow}': today + datetime.timedelta(days=1), '{since}': today - datetime.timedelta(days=59)}
        self.unique = f'{uuid.uuid4().hex[:12]}-{UNIQUE}'

    def of(self, request, person, token):
        path = self._filled(request['path']).replace('{id}', str(person))
        body = self._filled(request.get('body', ''))
        headers = {'Host': '127.0.0.1', 'Authorization': f'Bearer {token}', **request.get('headers', {})}
        if body:
            headers |= {'Content-Type': 'application/json', 'Content-Length': str(len(body.encode()))}
        lines = [f'{request["method"]} {path} HTTP/1.1', *(f'{name}: {value}' for name, value in headers.items()), '', '']
        return LINE_END.join(lines).replace('{unique}', self.unique) + body

    def _filled(self, text):
        for name, day in self.days.items():
            text = text.replace(name, day.isoformat())
        return text
