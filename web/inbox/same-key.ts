// The Idempotency-Key of a form: the same as long as the same is sent, another as soon as something else is.
import { newKey } from '#web/api/client.ts';

export function keyPerBody(): (body: unknown) => string {
  let last: { body: string; key: string } | undefined;
  return (body) => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: newKey() };
    return last.key;
  };
}
