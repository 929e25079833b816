// The runner's origin: what it says, and where it keeps quiet.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { readBody } from '#local/gateway.ts';
import { serve } from '#local/server.ts';

type Parts = Parameters<typeof serve>[0];

let server: Server;
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
});

async function running(portal: Parts['portal']): Promise<number> {
  const parts = { portal, oidc: { provider: { callback: () => {} } }, addresses: [] } as unknown as Parts;
  server = createServer(serve(parts));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

test('a request whose sender hangs up in the middle is no failure of the runner', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  let ended: (() => void) | undefined;
  const over = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const port = await running(async (request) => {
    await readBody(request).finally(() => setImmediate(() => ended?.()));
  });
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /v1/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"name":');
  await new Promise((resolve) => setTimeout(resolve, 50));

  socket.destroy();
  await over;

  expect(said).not.toHaveBeenCalled();
});

test('what fails in the runner itself is told, to its output and to whoever asked', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const port = await running(async () => {
    throw new Error('The runner is wrong');
  });

  const answer = await fetch(`http://127.0.0.1:${port}/v1/clients`);

  expect([answer.status, said.mock.calls.length]).toEqual([500, 1]);
});
