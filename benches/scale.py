"""How fast the pipe stage is, alone, under GNU parallel and under Spark: `scripts/bench scale` runs it.

Makes RECORDS records (default 100,000) of the correct reports of the corpus, every tenth with a flaw, and checks that each
run answers every one of them. Prints lines that begin with `figure` for `scripts/bench`.
Usage: scale.py HEGUI FOLDER [RECORDS]
"""

import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

# Spark listens on the loopback interface only.
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

HEGUI, FOLDER = (str(Path(argument).absolute()) for argument in sys.argv[1:3])
RECORDS = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
CORPUS = Path(__file__).parent.parent / "tests/corpus/correct"
STAGE = [HEGUI, "check", "--records", "--fail-on", "never"]


def make(path):
    """Writes the records and tells their bytes of text."""
    texts = [file.read_text() for file in sorted(CORPUS.iterdir())]
    length = 0
    with open(path, "w") as out:
        for number in range(RECORDS):
            text = texts[number % len(texts)]
            if number % 10 == 9:
                text = text.replace("。", "。。", 1)
            length += len(text.encode())
            out.write(json.dumps({"id": f"{number:06}", "text": text}, ensure_ascii=False) + "\n")
    return length


class Memory(threading.Thread):
    """The most memory that processes of each name held together, in MB, while this runs."""

    def __init__(self, names):
        super().__init__(daemon=True)
        self.peak = dict.fromkeys(names, 0)
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(0.1):
            held = dict.fromkeys(self.peak, 0)
            for folder in Path("/proc").glob("[0-9]*"):
                try:
                    name = (folder / "comm").read_text().strip()
                    # Proportional: what forked processes share counts once.
                    rollup = (folder / "smaps_rollup").read_text() if name in held else "Pss: 0"
                except OSError:
                    continue
                if name in held and ours(folder.name):
                    held[name] += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
            for name, kilobytes in held.items():
                self.peak[name] = max(self.peak[name], kilobytes / 1000)


def ours(process):
    """Whether a process descends from this one."""
    while process not in ("0", "1"):
        if process == str(os.getpid()):
            return True
        try:
            process = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            return False
    return False


def measured(name, run, names=("hegui",)):
    """Prints what `run`, which tells how many records it answered, took."""
    memory = Memory(names)
    memory.start()
    began, worked = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    answered = run()
    seconds, now = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    # Of processes that have ended: Spark's has not.
    busy = now.ru_utime + now.ru_stime - worked.ru_utime - worked.ru_stime
    memory.over.set()
    assert answered == RECORDS, f"{name}: {answered} of {RECORDS} answered"
    held = ", ".join(f"{program} {megabytes:.0f} MB" for program, megabytes in memory.peak.items())
    worked = f" {busy:.1f} s of processors;" if busy > 0 else ""
    print(f"{name:>24}: {seconds:6.1f} s, {RECORDS / seconds:7.0f} records/s;{worked} most memory: {held}")
    print(f"figure\tscale-{name.split()[0]}\t{RECORDS / seconds:.0f}", flush=True)


def piped(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        return sum(1 for _ in process.stdout)


def spark(path):
    session = (
        SparkSession.builder.master("local[*]").appName("hegui").config("spark.ui.enabled", "false").getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    records = session.sparkContext.textFile(path, minPartitions=16)
    reports = records.pipe(" ".join(STAGE), env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    table = session.read.schema("id STRING, verdict STRING, error STRING").json(reports)
    rows = table.groupBy("verdict").count().collect()
    print("   verdicts:", ", ".join(f"{row['verdict']} {row['count']}" for row in sorted(rows)))
    return sum(row["count"] for row in rows)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    path = f"{FOLDER}/records.jsonl"
    length = make(path)
    print(f"{RECORDS} records, {length / 1e6:.0f} MB of text, {os.cpu_count()} cores")
    measured("pipe alone", lambda: piped([*STAGE, path]))
    one = ["env", "RAYON_NUM_THREADS=1", *STAGE]
    measured("parallel (GNU)", lambda: piped(["parallel", "--pipe-part", "--block", "10M", "-a", path, *one]))
    measured("spark local[*]", lambda: spark(path), ("hegui", "java", "python3"))
    os.remove(path)


main()
