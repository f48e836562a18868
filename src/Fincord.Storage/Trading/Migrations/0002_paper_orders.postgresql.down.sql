UPDATE paper_book SET state = jsonb_set(
  jsonb_set(
    state::jsonb,
    '{Orders}',
    coalesce(
      (
        SELECT jsonb_agg(body::jsonb -> 'Order' ORDER BY number)
        FROM paper_order working WHERE working.book = paper_book.book AND body::jsonb ->> 'Order' IS NOT NULL
      ),
      '[]')),
  '{Book,Orders}',
  coalesce(
    (
      -- Buys, then sells; of each those without a price, those that wait for the auction, then from the best price to the worst; by place.
      SELECT jsonb_agg(order_ ORDER BY
        (order_ ->> 'Side')::int,
        CASE WHEN (order_ ->> 'IsWaiting')::boolean THEN 1 WHEN (order_ ->> 'Type')::int = 1 THEN 0 ELSE 2 END,
        CASE WHEN (order_ ->> 'Side')::int = 1 THEN -(order_ ->> 'Price')::bigint ELSE (order_ ->> 'Price')::bigint END,
        place)
      FROM (
        SELECT body::jsonb -> 'Resting' AS order_, (body::jsonb ->> 'Place')::bigint AS place
        FROM paper_order WHERE paper_order.book = paper_book.book AND body::jsonb ->> 'Resting' IS NOT NULL
      ) resting
    ),
    '[]'))::text;
DROP TABLE paper_order;
DROP INDEX account_command_age;
CREATE INDEX account_command_age ON account_command (answered_at);
