"""What holds for all tests."""

from __future__ import annotations

import signal

from hypothesis import settings

# How long an example takes says something about the machine, not about the code.
settings.register_profile("newsreader", deadline=None)
settings.load_profile("newsreader")

# A shell starts what runs in the background with Ctrl-C ignored, and programs pass that on to those
# they start; what a program does when it is interrupted could not be tested there.
signal.signal(signal.SIGINT, signal.default_int_handler)
