// The page /dev: asks the runner every second what went out, and shows it. Text is only ever set as text.
const by = (id) => document.getElementById(id);
const ask = async (method, path, body) => {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return response.status === 204 ? undefined : response.json();
};
const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const time = (text) =>
  new Date(text).toLocaleString('sv-SE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Stockholm' });
const MOST_SHOWN = 50;

function letter({ to, from, subject, text, html, at }) {
  const made = element('details');
  const summary = element('summary');
  summary.append(element('strong', '', subject || '(utan ämne)'), element('span', 'soft', `Till ${to} · ${time(at)}`));
  made.append(summary, element('p', 'soft', `Från ${from ?? 'okänd'}`), element('pre', 'letter', text));
  made.addEventListener('toggle', () => {
    if (!made.open || !html || made.querySelector('iframe')) return;
    const frame = element('iframe');
    frame.title = 'Mejlet som HTML';
    frame.sandbox = '';
    frame.srcdoc = html;
    made.append(frame);
  });
  return made;
}

function bubble({ to, from, text, at }) {
  const made = element('article');
  made.append(element('div', 'soft', `${from ?? 'SMS'} → ${to} · ${time(at)}`), element('div', 'bubble', text));
  return made;
}

let shown = '';
function showOutbox(outbox) {
  const state = `${outbox.length} ${outbox[0]?.at ?? ''}`;
  if (state === shown) return;
  shown = state;
  const fill = (id, channel, make, nothing) => {
    const items = outbox.filter((sent) => sent.channel === channel).slice(0, MOST_SHOWN);
    by(id).replaceChildren(...(items.length > 0 ? items.map(make) : [element('p', 'soft', nothing)]));
  };
  fill('mailbox', 'email', letter, 'Inga mejl än.');
  fill('phone', 'sms', bubble, 'Inga SMS än.');
}

function showQueues(queues) {
  by('queues').replaceChildren(
    ...queues.map(({ name, ready, delayed, inFlight }) => {
      const row = element('tr');
      const head = element('th', '', name.replace(/[0-9A-F]{8}$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
      head.scope = 'row';
      row.append(head, element('td', 'number', String(ready + delayed)), element('td', 'number', String(inFlight)));
      return row;
    }),
  );
}

let clock = { now: new Date().toISOString(), offsetMs: 0 };
function showClock(next) {
  clock = next;
  by('now').textContent = time(clock.now);
  by('offset').textContent =
    Math.abs(clock.offsetMs) < 1000 ? 'Funktionerna går efter riktig tid.' : 'Funktionernas klocka är flyttad.';
}

function showFaults(faults) {
  for (const provider of ['sms', 'email']) {
    const select = by(`fault-${provider}`);
    if (document.activeElement !== select) select.value = faults[provider]?.fault ?? '';
  }
}

const moves = {
  hour: (at) => at.setHours(at.getHours() + 1),
  day: (at) => at.setDate(at.getDate() + 1),
  month: (at) => at.setMonth(at.getMonth() + 1),
  half: (at) => at.setMonth(at.getMonth() + 6),
  now: (at) => at.setTime(Date.now()),
};
for (const button of document.querySelectorAll('[data-move]')) {
  button.addEventListener('click', async () => {
    const at = new Date(clock.now);
    moves[button.dataset.move](at);
    const { ran, ...next } = await ask('POST', '/dev/clock', { now: at.toISOString() });
    showClock(next);
    by('ran').textContent = ran.length > 0 ? `Kördes: ${ran.map(({ schedule }) => schedule).join(', ')}` : '';
  });
}
for (const provider of ['sms', 'email']) {
  by(`fault-${provider}`).addEventListener('change', ({ target }) =>
    ask('POST', '/dev/faults', { [provider]: target.value || null }),
  );
}
by('clear').addEventListener('click', async () => {
  await ask('DELETE', '/dev/outbox');
  await refresh();
});

async function refresh() {
  const paths = ['/dev/outbox', '/dev/queues', '/dev/clock', '/dev/faults'];
  const [outbox, queues, time, faults] = await Promise.all(paths.map((path) => ask('GET', path)));
  showOutbox(outbox);
  showQueues(queues);
  showClock(time);
  showFaults(faults);
}
const keepOn = () => {
  if (!document.hidden) refresh().catch(() => {});
};
keepOn();
setInterval(keepOn, 1000);
