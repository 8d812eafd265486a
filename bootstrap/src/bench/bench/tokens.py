"""Access tokens as Mainstay issues them: HS256, its issuer and audience, the longest life it accepts."""
import base64
import hashlib
import hmac
import json
import time
import uuid

SECRET = 'the load bench signs its own tokens with this: 8f41c7'
LIFE_SECONDS = 24 * 60 * 60


def id_of(kind, number):
    """The id that people.sql gives the row of that number."""
    return str(uuid.UUID(hashlib.md5(f'{kind} {number}'.encode()).hexdigest()))


def token(number):
    """For the only session of the person of that number."""
    now = int(time.time())
    head = _part({'typ': 'JWT', 'alg': 'HS256'})
    claims = _part({
        'iss': 'mainstay',
        'aud': 'mainstay-api',
        'sub': id_of('account', number),
        'sid': id_of('session', number),
        'jti': str(uuid.uuid4()),
        'iat': now,
        'exp': now + LIFE_SECONDS,
    })
    signature = hmac.new(SECRET.encode(), f'{head}.{claims}'.encode(), hashlib.sha256).digest()
    return f'{head}.{claims}.{_base64(signature)}'


def _part(values):
    return _base64(json.dumps(values, separators=(',', ':')).encode())


def _base64(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()
