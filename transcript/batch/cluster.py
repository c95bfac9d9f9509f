"""Who does the work: processes of this machine, or a cluster that is there already."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import dask
from distributed import Client, KilledWorker, LocalCluster, as_completed

from transcript.batch.rows import Row
from transcript.batch.work import Finished, Item, Job, work_through
from transcript.errors import TranscriptError

AHEAD = 4
"""Portions that wait at the cluster for each of its threads."""
_OURS = {
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,  # a look at every stack a hundred times a second, which nobody reads
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.system-monitor.gil.enabled": False,
}
_DIED = "its process died, again and again: it crashes, or needs too much memory or more than {} seconds"


class ClusterFault(TranscriptError):
    """The cluster does not do the work: it is gone, or cannot run this program."""

    code = "cluster-fault"


@contextmanager
def processes(count: int | None = None, *, threads: int = 1) -> Iterator[Client]:
    """A cluster of this machine, a process a core unless a count is given; it ends with the context.

    What its processes say to each other is encrypted with keys of their own: whoever could speak to the scheduler
    could have it run anything.
    """
    with (
        dask.config.set(_OURS),
        LocalCluster(
            n_workers=count or dask.system.CPU_COUNT,
            threads_per_worker=threads,
            security=True,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
            preload=["transcript.batch.preload"],
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@contextmanager
def scheduler_at(address: str) -> Iterator[Client]:
    """A cluster that is there already.

    :raises OSError: nobody answers there.
    """
    with Client(address, set_as_default=False) as client:
        yield client


def cores(client: Client) -> int:
    """Threads of the cluster as it is now."""
    return sum(client.nthreads().values())


def outcomes(client: Client, job: Job, portions: Iterable[Sequence[Item]]) -> Iterator[Finished]:
    """What came of each portion, in no order. Only as many are at the cluster as keep it busy.

    A portion whose process dies is done at the end, one document at a time with nothing beside it: so only a document
    that kills its process is blamed for that.

    :raises ClusterFault: the cluster does not do the work.
    """
    suspects: list[Item] = []
    yield from _together(client, job, portions, suspects)
    for item in suspects:
        again: list[Item] = []
        yield from _together(client, job, [[item]], again)
        killers: list[Item] = []
        yield from _together(client, job, [again] if again else [], killers)
        if killers:
            yield Finished((Row(item.path, "failed", _DIED.format(job.max_seconds), item.bytes),))


def _together(client: Client, job: Job, portions: Iterable[Sequence[Item]], suspects: list[Item]) -> Iterator[Finished]:
    waiting = iter(portions)
    under_way: dict[object, Sequence[Item]] = {}
    finished = as_completed(loop=client.loop, with_results=True, raise_errors=False)

    def send() -> None:
        for portion in islice(waiting, max(0, AHEAD * max(1, cores(client)) - len(under_way))):
            future = client.submit(work_through, job, portion, pure=False)
            under_way[future.key] = portion
            finished.add(future)

    send()
    for batch in finished.batches():
        for future, result in batch:
            portion = under_way.pop(future.key)
            if future.status == "finished":
                yield result
            elif isinstance(error := future.exception(), KilledWorker):
                suspects += portion
            else:
                raise ClusterFault(f"the cluster cannot do it: {type(error).__name__}: {error}")
        send()
