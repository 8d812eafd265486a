"""Where the JDK is."""
import glob
import os
import shutil


def java():
    """A JDK 25: BENCH_JAVA, JAVA_HOME, or one of the usual places."""
    given = os.environ.get('BENCH_JAVA')
    if given:
        return given
    for home in [*sorted(glob.glob('/usr/lib/jvm/*25*')), os.environ.get('JAVA_HOME', '')]:
        if os.path.exists(os.path.join(home, 'bin', 'java')):
            return os.path.join(home, 'bin', 'java')
    return shutil.which('java')
