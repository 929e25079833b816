// A browser as far as signing in needs one: it keeps cookies by their paths, and stops at every redirect.
interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Shown {
  readonly status: number;
  /** Where the browser is sent, absolute. */
  readonly location: URL | null;
  readonly html: string;
}

export interface Browser {
  open(url: URL | string): Promise<Shown>;
  /** Sends a form of the page at this address. */
  submit(url: URL | string, fields: Readonly<Record<string, string>>): Promise<Shown>;
}

export function openBrowser(language = 'sv'): Browser {
  const cookies = new Map<string, Cookie>();

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const expires = attribute('expires');
    const gone = value === '' || (expires !== undefined && Date.parse(expires) < Date.now());
    if (gone) cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { name, value, path });
  }

  async function ask(address: URL | string, init: RequestInit): Promise<Shown> {
    const url = new URL(address);
    const sent = [...cookies.values()].filter(({ path }) => url.pathname.startsWith(path));
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': language, cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    for (const header of response.headers.getSetCookie()) keep(header);
    const location = response.headers.get('location');
    return { status: response.status, location: location ? new URL(location, url) : null, html: await response.text() };
  }

  return {
    open: (url) => ask(url, {}),
    submit: (url, fields) => ask(url, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
