"""Finding articles in the library: what a reader types, and what comes back."""
