"""Runs a command in a process group of its own, ends all of it when its time is over, and writes down what it took.

Usage: measure.py <file to write> <seconds> <program> [argument]...
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time

taken, seconds, *command = sys.argv[1:]
over = False


def end(*_):
    global over
    over = True
    os.killpg(child.pid, signal.SIGKILL)


signal.signal(signal.SIGALRM, end)
start = time.perf_counter()
child = subprocess.Popen(command, start_new_session=True)
signal.setitimer(signal.ITIMER_REAL, float(seconds))
try:
    status = child.wait()
except KeyboardInterrupt:
    end()
    raise
wall = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
# In KiB, on macOS in bytes.
memory = peak if sys.platform == "darwin" else peak * 1024
with open(taken, "w") as file:
    json.dump({"wall": wall * 1000, "memory": memory, "status": None if over else status}, file)
