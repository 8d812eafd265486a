"""Other servers that run in the same rounds, read from a file; README.md says how to write one."""
import json

from bench import mainstay
from bench.server import Description


def read(path, jar, java_options, environment):
    with open(path) as file:
        entries = json.load(file)['servers']
    return [_description(entry, jar, java_options, environment) for entry in entries]


def _description(entry, jar, java_options, environment):
    if entry.get('like') != 'mainstay':
        return Description(**entry)
    # Mainstay again, built or started otherwise.
    return mainstay.description(
        entry.get('jar', jar), entry.get('java_options', java_options), {**environment, **entry.get('environment', {})}, entry['name'])
