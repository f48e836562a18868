-- Keys by account, so that an account learns those that it answered without reading the answers.
DROP INDEX account_command_age;
CREATE INDEX account_command_age ON account_command (account_id, answered_at, key);

-- The orders of a paper book, each a row, so that a commit writes only those that changed; paper_book.state has all the rest.
CREATE TABLE paper_order (
  book text NOT NULL REFERENCES paper_book (book),
  number bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (book, number)
);

WITH
  resting AS (
    SELECT book, (r.value ->> 'Id')::bigint AS number, r.place, r.value AS body
    FROM paper_book, json_array_elements(state::json #> '{Book,Orders}') WITH ORDINALITY r (value, place)
  ),
  working AS (
    SELECT book, (o.value ->> 'Number')::bigint AS number, o.value AS body
    FROM paper_book, json_array_elements(state::json -> 'Orders') o (value)
  )
INSERT INTO paper_order (book, number, body)
SELECT book, number, json_build_object('Number', number, 'Place', coalesce(place, 0), 'Order', working.body, 'Resting', resting.body)::text
FROM working FULL JOIN resting USING (book, number);

UPDATE paper_book SET state = jsonb_set(jsonb_set(state::jsonb, '{Orders}', '[]'), '{Book,Orders}', '[]')::text;
