UPDATE paper_book SET state = json_set(
  state,
  '$.Orders',
  json((
    SELECT json_group_array(json(body)) FROM (
      SELECT json_extract(body, '$.Order') AS body FROM paper_order
      WHERE paper_order.book = paper_book.book AND json_type(body, '$.Order') = 'object' ORDER BY number)
  )),
  '$.Book.Orders',
  json((
    -- Buys, then sells; of each those without a price, those that wait for the auction, then from the best price to the worst; by place.
    SELECT json_group_array(json(body)) FROM (
      SELECT json_extract(body, '$.Resting') AS body FROM paper_order
      WHERE paper_order.book = paper_book.book AND json_type(body, '$.Resting') = 'object'
      ORDER BY
        json_extract(body, '$.Resting.Side'),
        CASE WHEN json_extract(body, '$.Resting.IsWaiting') THEN 1 WHEN json_extract(body, '$.Resting.Type') = 1 THEN 0 ELSE 2 END,
        CASE json_extract(body, '$.Resting.Side') WHEN 1 THEN -json_extract(body, '$.Resting.Price') ELSE json_extract(body, '$.Resting.Price') END,
        json_extract(body, '$.Place'))
  )));
DROP TABLE paper_order;
DROP INDEX account_command_age;
CREATE INDEX account_command_age ON account_command (answered_at);
