import socket
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from contextlib import closing
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from academy.config.prepare import PreparationFailed, prepare
from academy.config.supervise import Supervisor, commands


class Command(BaseCommand):
    """`manage.py supervise`: what script/server ends in."""

    help = "Runs web, Celery worker and beat together until Ctrl-C; with --prepare brings everything up to date first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="bring assets, database and data up to date first")
        parser.add_argument("--done-before", type=int, default=0, help="parts of the set-up already told about")

    def handle(self, *args: Any, **options: Any) -> None:
        port: int = settings.ENVIRONMENT.port
        refuse_taken_port(port)
        if options["prepare"]:
            try:
                prepare(say=print, done_before=options["done_before"])
            except PreparationFailed as failure:
                sys.exit(f"\n{failure}")
        supervisor = Supervisor(commands(port), say=self.tell)
        supervisor.start()
        try:
            if answers(port, while_alive=supervisor):
                self.welcome(port)
            code = supervisor.wait()
        finally:
            supervisor.stop()
        sys.exit(code)

    def welcome(self, port: int) -> None:
        """The address, the demo accounts and how to stop."""
        self.tell(f"\nThe academy portal answers at http://localhost:{port}")
        if settings.DEMO_ACADEMY:
            call_command("demo_accounts", stdout=self.stdout)
        self.tell("Ctrl-C stops web, worker and beat.")

    def tell(self, sentence: str) -> None:
        """Print at once: whoever waits for the address may read through a pipe."""
        self.stdout.write(sentence)
        self.stdout.flush()


def refuse_taken_port(port: int) -> None:
    """Ends the program with one sentence when something else answers on the port."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.exit(f"Port {port} is taken. Choose another one, for example: PORT={port + 1} script/server")


def answers(port: int, *, while_alive: Supervisor) -> bool:
    """Wait until the web process answers. False when the supervisor has reason to stop first."""
    while while_alive.alive():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
    return False
