import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Proxy } from '../../scripts/cluster/proxy.ts';

const asked = 'GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
const agreed = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

test('what comes in one packet with a WebSocket’s beginning is not lost, either way', async () => {
  const node = createServer((line) => {
    line.write(`${agreed}hello from the node`);
    let heard = '';
    line.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (heard.includes('hello from the page')) line.end(', who heard you');
    });
  });
  node.listen(0, '127.0.0.1');
  await once(node, 'listening');
  const proxy = await Proxy.start(0, [(node.address() as AddressInfo).port]);
  const page = connect(proxy.port, '127.0.0.1');
  onTestFinished(() => {
    page.destroy();
    proxy.close();
    node.close();
  });
  page.write(`${asked}hello from the page`);
  let heard = '';
  for await (const text of page.setEncoding('utf8')) heard += String(text);
  expect(heard).toMatch(/hello from the node, who heard you$/);
});
