// What @grpc/grpc-js finds at a host's gRPC port:
//
//   node trading.mjs SCENARIO ADDRESS [ACCOUNT]
//
// It ends with an error when something is not as it should be.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Status, call, connect, frame, open, raw } from './client.mjs';

const [scenario, address, accountId = randomUUID(), processId] = process.argv.slice(2);
const client = connect(address);
const PATH = '/fincord.trading.v1.TradingService';
const KEY = 'SIM:ACME';

const ticket = (fields) => ({ instrumentKey: KEY, side: 'ORDER_SIDE_BUY', type: 'ORDER_TYPE_LIMIT', quantity: { mantissa: 1, exponent: 0 }, ...fields });
const place = (fields, idempotencyKey = randomUUID(), options = undefined) =>
  call(client, 'placeOrder', { accountId, idempotencyKey, tickets: [ticket(fields)] }, options);
const cancel = (orderId) => call(client, 'cancelOrder', { accountId, idempotencyKey: randomUUID(), orderId });
const LOW = { limitPrice: { mantissa: 1, exponent: 0 } };     // far below the market: it rests

const refused = (work, status, code) => assert.rejects(work, (error) => {
  assert.equal(Status[error.code], Status[status], error.message);
  assert.deepEqual(error.metadata.get('fincord-code'), code === undefined ? [] : [code]);
  return true;
});

// An order is told as it is when its change is read, so the same may be told twice: a status that it had before needs more to be known by.
const until = async (stream, id, status, isIt = () => true) => {
  for (;;) {
    const { order } = await stream.next();
    if (order.id === id && order.status === `ORDER_STATUS_${status}` && isIt(order)) return order;
  }
};

const scenarios = {
  async place() {
    const orders = await open(client, 'streamOrders', { accountId });
    const key = randomUUID();
    const { orders: [placed] } = await place(LOW, key);
    assert.equal(placed.ticket.instrumentKey, KEY);
    assert.equal(placed.status, 'ORDER_STATUS_SUBMITTED');
    assert.equal((await until(orders, placed.id, 'ACCEPTED')).ticket.limitPrice.mantissa, String(10 ** -placed.ticket.limitPrice.exponent));

    const { orders: [again] } = await place(LOW, key);
    assert.deepEqual(again, placed, 'the same key gets the same answer');
    await refused(place({ ...LOW, side: 'ORDER_SIDE_SELL' }, key), Status.ALREADY_EXISTS, 'IDEMPOTENCY_CONFLICT');

    const amended = await call(client, 'amendOrder', { accountId, idempotencyKey: randomUUID(), orderId: placed.id, limitPrice: { mantissa: 2, exponent: 0 } });
    assert.equal(amended.orders[0].status, 'ORDER_STATUS_PENDING_UPDATE');
    const doubled = String(2 * 10 ** -placed.ticket.limitPrice.exponent);
    await until(orders, placed.id, 'ACCEPTED', ({ ticket }) => ticket.limitPrice.mantissa === doubled);
    const stale = { accountId, idempotencyKey: randomUUID(), orderId: placed.id, quantity: { mantissa: 2, exponent: 0 }, version: 1 };
    await refused(call(client, 'amendOrder', stale), Status.ABORTED, 'VERSION_CONFLICT');

    assert.equal((await cancel(placed.id)).orders[0].status, 'ORDER_STATUS_PENDING_CANCEL');
    assert.equal((await until(orders, placed.id, 'CANCELLED')).code, 'CANCELLED_BY_OWNER');
    await refused(cancel(placed.id), Status.FAILED_PRECONDITION, 'ORDER_NOT_OPEN');
    orders.cancel();
    assert.equal((await orders.end).code, Status.CANCELLED);
  },

  async fills() {
    const fills = await open(client, 'streamFills', { accountId });
    const market = { type: 'ORDER_TYPE_MARKET', timeInForce: 'TIME_IN_FORCE_IMMEDIATE_OR_CANCEL' };
    const told = [];
    for (const side of ['ORDER_SIDE_BUY', 'ORDER_SIDE_SELL']) {
      const { orders: [order] } = await place({ ...market, side });
      const report = await fills.next();
      assert.deepEqual([report.fill.orderId, report.fill.side, report.fill.instrumentKey], [order.id, side, KEY]);
      assert.equal(Number(report.fill.quantity.mantissa), 10 ** -report.fill.quantity.exponent);
      assert.ok(Number(report.fill.price.mantissa) > 0);
      told.push(report);
    }
    assert.equal(told[1].previousSequence, told[0].sequence, 'nothing was missed');
    assert.ok(BigInt(told[1].sequence) > BigInt(told[0].sequence));
    fills.cancel();

    const later = await open(client, 'streamFills', { accountId, afterSequence: told[0].previousSequence });
    assert.deepEqual([await later.next(), await later.next()], told, 'who comes later is told the same');
    later.cancel();
    await refused(open(client, 'streamFills', { accountId, afterSequence: '1000000' }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
  },

  async denied() {
    const { orders: [order] } = await place({ ...LOW, quantity: { mantissa: 1, exponent: 15 } });
    assert.deepEqual([order.status, order.code], ['ORDER_STATUS_DENIED', order.code]);
    assert.match(order.code, /^(MAX_NOTIONAL|INSUFFICIENT_BALANCE|OUT_OF_RANGE|MAX_QUANTITY)$/);
    assert.ok(Number(order.denial.actual.mantissa.low) > 0 && order.denial.limit, JSON.stringify(order.denial));
  },

  async deadline() {
    const stream = await open(client, 'streamFills', { accountId }, { deadline: Date.now() + 500 });
    assert.equal((await stream.end).code, Status.DEADLINE_EXCEEDED);
    // The client above may have looked at its own clock; this one has none.
    const request = frame(Buffer.concat([Buffer.from([0x0a, accountId.length]), Buffer.from(accountId)]));
    const answer = await raw(address, `${PATH}/StreamFills`, request, { 'grpc-timeout': '200m' });
    assert.equal(answer['grpc-status'], String(Status.DEADLINE_EXCEEDED));
    const unread = await raw(address, `${PATH}/StreamFills`, request, { 'grpc-timeout': '1 hour' });
    assert.deepEqual([unread['grpc-status'], unread['fincord-code']], [String(Status.INVALID_ARGUMENT), 'INVALID_ARGUMENT']);
  },

  async large() {
    await refused(place(LOW, 'x'.repeat(4 * 1024 * 1024)), Status.RESOURCE_EXHAUSTED, 'TOO_LARGE');
    await refused(place(LOW, 'x'.repeat(1_000_000)), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');    // a long message is read, a long key refused
  },

  async unknown() {
    for (const path of [`${PATH}/Nothing`, '/no.such.Service/PlaceOrder']) {
      const answer = await raw(address, path, frame(Buffer.alloc(0)));
      assert.deepEqual([answer[':status'], answer['content-type'], answer['grpc-status']], [200, 'application/grpc', String(Status.UNIMPLEMENTED)]);
    }
  },

  async bad() {
    const empty = frame(Buffer.alloc(0));
    const bodies = { garbage: frame(Buffer.from([0xff, 0xff, 0xff])), none: Buffer.alloc(0), cut: empty.subarray(0, 3), two: Buffer.concat([empty, empty]) };
    for (const [name, body] of Object.entries(bodies)) {
      const answer = await raw(address, `${PATH}/PlaceOrder`, body);
      assert.deepEqual([answer['grpc-status'], answer['fincord-code']], [String(Status.INVALID_ARGUMENT), 'INVALID_ARGUMENT'], name);
    }
    await refused(place({ ...LOW, side: 'ORDER_SIDE_UNSPECIFIED' }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(place({ ...LOW, quantity: null }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(place({ ...LOW, limitPrice: { mantissa: 1, exponent: -18 } }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(place({ ...LOW, limitPrice: { mantissa: '9223372036854775807', exponent: 18 } }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(place(LOW, ''), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(call(client, 'placeOrder', { accountId, idempotencyKey: 'none' }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(call(client, 'cancelOrder', { accountId: 'mine', idempotencyKey: 'none', orderId: randomUUID() }), Status.INVALID_ARGUMENT, 'INVALID_ARGUMENT');
    await refused(place({ ...LOW, instrumentKey: 'SIM:NONE' }), Status.NOT_FOUND, 'UNKNOWN_INSTRUMENT');
    await assert.rejects(place({ ...LOW, instrumentKey: 'Ä 50%\n' }), (error) => error.details.includes('Ä 50%\n'));
  },

  async compressed() {
    const answer = await raw(address, `${PATH}/PlaceOrder`, frame(Buffer.from([0x1f, 0x8b]), 1), { 'grpc-encoding': 'gzip' });
    assert.deepEqual([answer['grpc-status'], answer['grpc-accept-encoding']], [String(Status.UNIMPLEMENTED), 'identity']);
  },

  async other() {
    const answer = await raw(address, `${PATH}/PlaceOrder`, '{}', { 'content-type': 'application/json' });
    assert.equal(answer[':status'], 415);
  },

  async foreign() {
    const nobodys = { accountId: randomUUID(), idempotencyKey: 'foreign' };
    await refused(call(client, 'placeOrder', { ...nobodys, tickets: [ticket(LOW)] }), Status.NOT_FOUND, 'UNKNOWN_ACCOUNT');
    await refused(call(client, 'amendOrder', { ...nobodys, orderId: randomUUID() }), Status.NOT_FOUND, 'UNKNOWN_ACCOUNT');
    await refused(call(client, 'cancelOrder', { ...nobodys, orderId: randomUUID() }), Status.NOT_FOUND, 'UNKNOWN_ACCOUNT');
    await refused(open(client, 'streamFills', nobodys), Status.NOT_FOUND, 'UNKNOWN_ACCOUNT');
  },

  async forbidden() {
    await refused(place(LOW), Status.PERMISSION_DENIED, 'PERMISSION_DENIED');
    await refused(cancel(randomUUID()), Status.PERMISSION_DENIED, 'PERMISSION_DENIED');
    await refused(open(client, 'streamFills', { accountId }), Status.PERMISSION_DENIED, 'PERMISSION_DENIED');
  },

  async together() {
    const answers = await Promise.all(Array.from({ length: 200 }, () => place(LOW)));
    const ids = new Set(answers.map(({ orders: [order] }) => order.id));
    assert.equal(ids.size, 200);
    const told = await open(client, 'streamOrders', { accountId, afterSequence: 0 });
    let [last, before] = ['0', '0'];
    while (ids.size > 0) {
      const { sequence, previousSequence, order } = await told.next();
      before = last;
      assert.equal(previousSequence, before, 'nothing was missed');
      last = sequence;
      if (order.status === 'ORDER_STATUS_ACCEPTED') ids.delete(order.id);
    }
    told.cancel();
  },

  async stopped() {
    const stream = await open(client, 'streamFills', { accountId });
    process.kill(Number(processId), 'SIGINT');
    assert.equal((await stream.end).code, Status.UNAVAILABLE);
  },
};

await scenarios[scenario]();
client.close();
