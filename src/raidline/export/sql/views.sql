-- Created after the rows are in.

CREATE INDEX events_earliest ON events (earliest, latest);
CREATE INDEX events_kind ON events (kind);
CREATE INDEX events_status ON events (status);
CREATE INDEX places_name ON places (name);
CREATE INDEX place_within_within_code ON place_within (within_code);
CREATE INDEX event_places_place_code ON event_places (place_code);
CREATE INDEX sources_event_id ON sources (event_id);
CREATE INDEX sources_publisher ON sources (publisher);
CREATE INDEX counts_event_id ON counts (event_id);
CREATE INDEX corrections_event_id ON corrections (event_id);
CREATE INDEX claims_event_id ON claims (event_id);
CREATE INDEX claims_publisher ON claims (publisher);

-- Every place that an event lies in: its own, their counties and states, the nation; `share` as in place_within.
CREATE VIEW events_by_place AS
SELECT within.name AS place, max(place_within.share) AS share, events.*
FROM events
JOIN event_places ON event_places.event_id = events.id
JOIN place_within ON place_within.place_code = event_places.place_code
JOIN places AS within ON within.code = place_within.within_code
GROUP BY within.code, events.id;

CREATE VIEW publishers AS
SELECT
  publisher,
  count(DISTINCT event_id) AS events,
  (SELECT count(DISTINCT event_id) FROM claims WHERE claims.publisher = sources.publisher) AS differs_on
FROM sources
GROUP BY publisher;

-- Datasette finds it by `content`.
CREATE VIRTUAL TABLE events_fts USING fts5 (
  title, summary, quotes, content="events", tokenize="porter unicode61 remove_diacritics 2"
);
INSERT INTO events_fts (events_fts) VALUES ('rebuild');

CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
  INSERT INTO events_fts (rowid, title, summary, quotes) VALUES (new.rowid, new.title, new.summary, new.quotes);
END;
CREATE TRIGGER events_removed AFTER DELETE ON events BEGIN
  INSERT INTO events_fts (events_fts, rowid, title, summary, quotes)
  VALUES ('delete', old.rowid, old.title, old.summary, old.quotes);
END;
CREATE TRIGGER events_changed AFTER UPDATE ON events BEGIN
  INSERT INTO events_fts (events_fts, rowid, title, summary, quotes)
  VALUES ('delete', old.rowid, old.title, old.summary, old.quotes);
  INSERT INTO events_fts (rowid, title, summary, quotes) VALUES (new.rowid, new.title, new.summary, new.quotes);
END;
