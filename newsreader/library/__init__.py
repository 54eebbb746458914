"""The library: one SQLite file with the articles that came in and what the reader made of them."""
