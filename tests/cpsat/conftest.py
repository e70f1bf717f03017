"""Ctrl-C as at a terminal, whatever the tests are started by."""

import signal

import pytest


@pytest.fixture(autouse=True)
def _python_answers_ctrl_c():
    # A job in the background is started with SIGINT ignored or left to the system.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
