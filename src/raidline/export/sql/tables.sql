-- Dates: `earliest` and `latest` are the inclusive bounds as ISO days, NULL where that end is open or unknown.
-- Lists are JSON arrays: Datasette facets by their members, json_each() joins them.

CREATE TABLE events (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  date_edtf TEXT NOT NULL,
  date_text TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  precision TEXT NOT NULL,
  approximate INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  as_of TEXT,
  places TEXT NOT NULL,
  agencies TEXT NOT NULL,
  summary TEXT,
  quotes TEXT,
  corroboration INTEGER NOT NULL, -- how many publishers report it
  aliases TEXT NOT NULL,
  related TEXT NOT NULL,
  updated TEXT
);

CREATE TABLE places (
  -- Points: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), modified;
  -- U.S. Census Bureau
  code TEXT PRIMARY KEY NOT NULL, -- FIPS, or US
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT,
  latitude REAL,
  longitude REAL
);

-- Which places contain which, including themselves, with the share of their people.
CREATE TABLE place_within (
  place_code TEXT NOT NULL REFERENCES places (code),
  within_code TEXT NOT NULL REFERENCES places (code),
  share REAL NOT NULL,
  PRIMARY KEY (place_code, within_code)
);

CREATE TABLE event_places (
  event_id TEXT NOT NULL REFERENCES events (id),
  place_code TEXT NOT NULL REFERENCES places (code),
  position INTEGER NOT NULL,
  PRIMARY KEY (event_id, place_code)
);

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES events (id),
  publisher TEXT NOT NULL,
  published TEXT,
  title TEXT,
  url TEXT,
  archived TEXT,
  article TEXT,
  quote TEXT,
  page INTEGER
);

CREATE TABLE counts (
  event_id TEXT NOT NULL REFERENCES events (id),
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  low INTEGER,
  high INTEGER
);

-- What the record of an event had wrong before.
CREATE TABLE corrections (
  event_id TEXT NOT NULL REFERENCES events (id),
  day TEXT NOT NULL,
  text TEXT NOT NULL
);

-- Where a source differs from the event.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES events (id),
  about TEXT NOT NULL,
  event_says TEXT,
  publisher TEXT NOT NULL,
  says TEXT NOT NULL
);
