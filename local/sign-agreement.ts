// Signs a client's agreement as one of its admins does: reads the text that stands there, and says so.

export interface SignAs {
  readonly origin: string;
  readonly clientId: string;
  /** Of a client admin with the right to sign. */
  readonly token: string;
  readonly name: string;
  readonly title: string;
}

/** What has been signed already is no fault: a start that was cut short goes on. */
export async function signAgreement({ origin, clientId, token, name, title }: SignAs): Promise<void> {
  const url = `${origin}/v1/clients/${clientId}/agreements`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const read = await fetch(`${url}?language=sv`, { headers });
  if (!read.ok) throw new Error(`GET ${url} answered ${read.status}: ${await read.text()}`);
  const { draft } = (await read.json()) as { draft: { version: string; documentHash: string } };
  const { version, documentHash } = draft;
  const body = JSON.stringify({ version, language: 'sv', documentHash, name, title, mayBind: true });
  const signed = await fetch(url, { method: 'POST', headers, body });
  const text = await signed.text();
  if (signed.status !== 201 && !text.includes('already-signed'))
    throw new Error(`POST ${url} answered ${signed.status}: ${text}`);
}
