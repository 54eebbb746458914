-- The version the reader saw last (NULL: none yet), and the one that the article's location said
-- last: another than the latest where the reader went back to what it said before.
ALTER TABLE article ADD COLUMN seen_id INTEGER;
ALTER TABLE article ADD COLUMN said_id INTEGER;
UPDATE article SET seen_id = CASE WHEN read THEN latest_id END, said_id = latest_id;
