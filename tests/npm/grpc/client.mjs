// Fincord's gRPC as a client of npm sees it, and below it HTTP/2 as it is, for calls that no client makes.
import http2 from 'node:http2';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const SCHEMAS = fileURLToPath(new URL('../../../schemas', import.meta.url));
const definition = loadSync('fincord/trading/v1/trading.proto', { includeDirs: [SCHEMAS], longs: String, enums: String, defaults: true, oneofs: true });
const { TradingService } = grpc.loadPackageDefinition(definition).fincord.trading.v1;

export const Status = grpc.status;

export const connect = (address) => new TradingService(new URL(address).host, grpc.credentials.createInsecure());

// A unary call: its response, or the error with its code and trailers.
export const call = (client, method, request, options = {}) =>
  new Promise((resolve, reject) => client[method](request, new grpc.Metadata(), options, (error, response) => (error ? reject(error) : resolve(response))));

// Opens a stream and waits until the server has it; next() is its next message, end its final status.
export const open = async (client, method, request, options = {}) => {
  const stream = client[method](request, options);
  const end = new Promise((resolve) => stream.once('error', resolve).once('end', () => resolve(undefined)));
  const messages = stream[Symbol.asyncIterator]();
  const failed = end.then((error) => { if (error) throw error; });
  failed.catch(() => {});
  await Promise.race([once(stream, 'metadata'), failed]);
  return { next: async () => (await messages.next()).value, end, cancel: () => stream.cancel() };
};

export const frame = (message, compressed = 0) => {
  const header = Buffer.alloc(5);
  header.writeUInt8(compressed, 0);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
};

// A call as HTTP/2: the response's headers, and its trailers, which for a response without messages are the headers.
export const raw = async (address, path, body, headers = {}) => {
  const session = http2.connect(address);
  try {
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers', ...headers });
    let trailers = {};
    stream.on('trailers', (received) => { trailers = received; });
    stream.end(body);
    const [response] = await once(stream, 'response');
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return { ...response, ...trailers, body: Buffer.concat(chunks) };
  } finally {
    session.close();
  }
};
