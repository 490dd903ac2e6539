"""The stories that were read for training: `crosswire.bench.read_stories` puts them together again."""

from __future__ import annotations

from crosswire.bench.read_stories import READ as READ
from crosswire.bench.read_stories import read_stories as read_stories
