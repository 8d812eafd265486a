"""Mainstay as it is packaged, with every guard on: the rate limits are out of reach, but each request is counted."""
import os

from bench.jdk import java
from bench.server import Description
from bench.tokens import SECRET

OUT_OF_REACH = '900000000/1m, 900000000/1h'
HOME = {'method': 'GET', 'path': '/api/v1/home'}
PROFILE = {'method': 'GET', 'path': '/api/v1/me'}
# What a client sends for a new task, which the home page shows: with a key, so that a retry makes no second one.
WRITE = {
    'method': 'POST',
    'path': '/api/v1/tasks',
    'body': '{"title":"Written by the bench","labels":["bench"],"priority":"MEDIUM","due":{"date":"{tomorrow}"}}',
    'headers': {'Idempotency-Key': 'bench-{unique}'},
}
# Never cached: what went in and out in two months and in the two before, by category.
UNCACHED = {'method': 'GET', 'path': '/api/v1/finance/summaries?from={since}&to={today}&by=category'}

READS = r'^mainstay_view_reads_total\{(?=.*view="(widgets:home:user|cache:user:profile)")'


def reads(share):
    return [{**HOME, 'share': 0.7 * share}, {**PROFILE, 'share': 0.3 * share}]


LOADS = {
    'warm': {'requests': reads(1)},
    'home': {'requests': [HOME]},
    'w5': {'requests': [{**WRITE, 'share': 0.05}, *reads(0.95)], 'writes': True},
    'w50': {'requests': [{**WRITE, 'share': 0.5}, *reads(0.5)], 'writes': True},
    'uncached': {'requests': [UNCACHED]},
    'miss': {'requests': [HOME], 'empty': True, 'once': True},
}


def description(jar, options, environment, name='mainstay'):
    launcher = os.path.join(os.path.dirname(jar), 'mainstay')
    return Description(
        name=name,
        command=[java(), *options.split(), '-jar', jar] if options else ['sh', launcher],
        trained='' if options else os.path.join(os.path.dirname(jar), 'mainstay.aot'),
        folder='${BENCH_FOLDER}',
        environment={
            'JAVA_HOME': os.path.dirname(os.path.dirname(java())),
            'PORT': '${PORT}',
            'DATABASE_URL': 'postgresql://postgres@127.0.0.1:${POSTGRES_PORT}/${DATABASE}?sslmode=disable',
            'REDIS_URL': 'redis://127.0.0.1:${REDIS_PORT}',
            'MAINSTAY_HOME': '${BENCH_FOLDER}/home-' + name,
            'JWT_SECRET': SECRET,
            'RATE_LIMIT_READ': OUT_OF_REACH,
            'RATE_LIMIT_WRITE': OUT_OF_REACH,
            'RATE_LIMIT_OPEN': OUT_OF_REACH,
            **environment,
        },
        ready='/health/ready',
        loads=LOADS,
        prime=[HOME, PROFILE],
        hits={'path': '/prometheus', 'hit': READS + '.*outcome="hit"', 'all': READS},
        # Never by FLUSHALL: after Redis has lost its data, nothing is cached for a while, and rightly so.
        empty=[{'method': 'POST', 'path': '/api/v1/admin/cache/drop', 'body': '{"view":"widgets:home:user"}', 'person': 0}],
        tidy=[
            "DELETE FROM planner.task WHERE title_key = 'written by the bench'",
            'DELETE FROM idempotency.record',
            'VACUUM (ANALYZE) planner.task, idempotency.record',
        ],
    )
