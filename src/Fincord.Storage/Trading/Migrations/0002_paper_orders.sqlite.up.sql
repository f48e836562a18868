-- Keys by account, so that an account learns those that it answered without reading the answers.
DROP INDEX account_command_age;
CREATE INDEX account_command_age ON account_command (account_id, answered_at, key);

-- The orders of a paper book, each a row, so that a commit writes only those that changed; paper_book.state has all the rest.
CREATE TABLE paper_order (
  book TEXT NOT NULL REFERENCES paper_book (book),
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (book, number)
) WITHOUT ROWID;

-- Those in the book have their place in its queues; the market's own are nowhere else.
INSERT INTO paper_order (book, number, body)
SELECT book, json_extract(resting.value, '$.Id'), json_object(
  'Number', json_extract(resting.value, '$.Id'),
  'Place', resting.key + 1,
  'Order', (
    SELECT json(working.value) FROM json_each(state, '$.Orders') working
    WHERE json_extract(working.value, '$.Number') = json_extract(resting.value, '$.Id')
  ),
  'Resting', json(resting.value))
FROM paper_book, json_each(state, '$.Book.Orders') resting;

INSERT INTO paper_order (book, number, body)
SELECT book, json_extract(working.value, '$.Number'), json_object(
  'Number', json_extract(working.value, '$.Number'), 'Place', 0, 'Order', json(working.value), 'Resting', NULL)
FROM paper_book, json_each(state, '$.Orders') working
WHERE true
ON CONFLICT (book, number) DO NOTHING;

UPDATE paper_book SET state = json_set(state, '$.Orders', json('[]'), '$.Book.Orders', json('[]'));
