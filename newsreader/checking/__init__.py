"""Whether a draft quotes what was said: pure functions over the draft and the sources."""
