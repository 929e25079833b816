// What the deployment tells the app, and all that it knows of the service: config.json.
import { noteServerTime } from '#web/api/server-clock.ts';

export interface Config {
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  readonly logoutUrl: string;
  /** Of the access token, in one line. */
  readonly scopes: string;
  readonly idleMinutes: { readonly desk: number; readonly portal: number };
  readonly serviceName: string;
}

const texts = ['issuer', 'clientId', 'authorizeUrl', 'tokenUrl', 'revokeUrl', 'logoutUrl', 'scopes'] as const;

/** @throws Error for a file that is not ours: nothing works without it. */
function parseConfig(json: unknown): Config {
  const config = json as Config;
  const missing: string[] = texts.filter((name) => typeof config?.[name] !== 'string' || config[name] === '');
  const minutes = [config?.idleMinutes?.desk, config?.idleMinutes?.portal];
  if (minutes.some((one) => typeof one !== 'number' || !(one > 0))) missing.push('idleMinutes');
  if (missing.length > 0) throw new Error(`config.json lacks ${missing.join(', ')}`);
  return config;
}

export async function readConfig(): Promise<Config> {
  const askedAtMs = Date.now();
  const response = await fetch('/config.json', { cache: 'no-store' });
  noteServerTime(response.headers.get('date'), askedAtMs, Date.now());
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return parseConfig(await response.json());
}
