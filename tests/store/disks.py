"""Small disks of one's own, that can be full and be made read-only, whoever runs the tests.

Mounted where root may mount; elsewhere a limit on the size of files stands in for a full disk, and the rights of
the files for a read-only one (root, whom rights do not bind, lays down that privilege for as long).
"""

import ctypes
import os
import resource
import signal
import subprocess
from contextlib import contextmanager


def _mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True).returncode == 0


@contextmanager
def small_disk(folder, *, kib):
    """A disk of `kib` KiB in `folder`; yields whether it could be mounted."""
    folder.mkdir()
    mounted = os.geteuid() == 0 and _mount("-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder))
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full(folder, *, mounted):
    """No further byte fits on the disk of `folder`."""
    if mounted:
        filler = folder / "filler"
        with filler.open("wb", buffering=0) as file:
            for size in (65_536, 4_096, 512, 1):
                with_room = True
                while with_room:
                    try:
                        with_room = file.write(b"x" * size) == size
                    except OSError:
                        with_room = False
        try:
            yield
        finally:
            filler.unlink()
        return
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def read_only(folder, *, mounted):
    """The disk of `folder` takes no writing."""
    if mounted:
        assert _mount("-o", "remount,ro", str(folder))
        try:
            yield
        finally:
            assert _mount("-o", "remount,rw", str(folder))
        return
    every = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in every}
    for path in every:
        path.chmod(modes[path] & 0o555)
    try:
        with _bound_by_rights():
            yield
    finally:
        for path in every:
            path.chmod(modes[path])


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def _bound_by_rights():
    """This thread does without CAP_DAC_OVERRIDE, the privilege to pass over the rights of files. Source: capabilities(7)."""
    libc, header, sets = ctypes.CDLL(None, use_errno=True), _Header(0x20080522, 0), (_Sets * 2)()
    assert libc.capget(ctypes.byref(header), sets) == 0
    before = sets[0].effective
    sets[0].effective = before & ~(1 << 1)
    assert libc.capset(ctypes.byref(header), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(header), sets) == 0
