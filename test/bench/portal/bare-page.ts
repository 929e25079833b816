// The least that a page can be, from the same machine: a field, and a list that follows what is typed. The portal's baseline.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const names = ['Anna Berg', 'Eva Ström', 'Lars Lund', 'Maria Kvist', 'Erik Gren', 'Karin Dal', 'Per Holm', 'Åsa Sten'];

const page = `<!doctype html><html lang="sv"><title>Bare</title>
<main><h1>Bare</h1><input aria-label="Namn"><ul></ul></main>
<script>
const [field] = document.getElementsByTagName('input'), [list] = document.getElementsByTagName('ul');
field.oninput = () => {
  const start = performance.now();
  list.replaceChildren(...${JSON.stringify(names)}.map((name) => {
    const item = document.createElement('li');
    item.textContent = name + ' ' + field.value;
    return item;
  }));
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => performance.measure('bare:typed', { start, end: performance.now() });
    painted.port2.postMessage(null);
  });
};
</script></html>`;

export async function startBarePage(): Promise<{ origin: string; stop(): void }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}
