// Walks through the privacy desk on the local runner: an agreement, an access report, an erasure with its certificate, an
// export, and the proof of it all.
//
//   npm start                                    in one window
//   npx node docs/examples/privacy-desk.ts       in another; with `sv` behind it, in Swedish
//
// It moves the runner's clock to the next night, when the day is closed. docs/privacy.md shows what it prints.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { client, closed, type Json, logged, officerPrepares, showFindings } from './privacy-desk-request.ts';
import { dev, forgetFolder, language, openFile, run, save, say, show, signIn, until } from './privacy-desk-runner.ts';

const operator = await signIn('operator@answeronline.example');
const officer = await signIn('privacy@answeronline.example');
const admin = await signIn('admin@nordvik.example');
const asker =
  language === 'sv' ? { name: 'Siv Ask', phone: '070-174 06 51' } : { name: 'Eva Ek', phone: '070-174 06 50' };
const who = { names: [asker.name], phones: [asker.phone] };

say({
  en: '1. Nothing of a client is stored before it has signed. What was signed is the text that was shown, by its checksum:',
  sv: '1. Ingenting om en kund sparas innan den har undertecknat. Det undertecknade är texten som visades, enligt kontrollsumman:',
});
const [{ id: agreementId }] = (await admin.get(`${client}/agreements?language=${language}`)).items;
const agreement = await admin.get(`${client}/agreements/${agreementId}`);
const isSame = createHash('sha256').update(agreement.text).digest('hex') === agreement.documentHash;
show(
  `version ${agreement.version}, ${agreement.state}, SHA-256 ${agreement.documentHash}: ${isSame ? 'OK' : 'BROKEN'}`,
);

say({
  en: `2. ${asker.name} rings about a roof, and names somebody else too:`,
  sv: `2. ${asker.name} ringer om ett tak, och nämner också någon annan:`,
});
const matter = {
  en: 'The offer for the roof. Bo Berg has the drawings.',
  sv: 'Offerten på taket. Bo Berg har ritningarna.',
}[language];
const message = await operator.post(`${client}/messages`, { caller: asker, matter });
show(`${message.id}, to be erased ${message.expiresAt}`);

say({
  en: '3. Then she asks what is held about her. The operator logs it in two fields, and the clock runs:',
  sv: '3. Sedan frågar hon vad som finns om henne. Telefonisten noterar det i två fält, och tiden löper:',
});
await dev.forgetOutbox();
const access = await logged(operator, {
  kind: 'access',
  who,
  text: { en: 'What do you have?', sv: 'Vad har ni om mig?' }[language],
});

say({
  en: '4. The client is told and decides; it is written down how it was made sure who asks; every store is searched:',
  sv: '4. Kunden får veta det och bestämmer, det antecknas hur man har förvissat sig om vem som frågar, och allt söks igenom:',
});
await officerPrepares(access, officer, admin);
for (const { to, subject } of await dev.untilLetters(3)) show(`${to}: ${subject}`);
await showFindings(access, officer);

say({
  en: '5. What is about somebody else is hidden, by a human decision. The report is made, released and fetched by the client:',
  sv: '5. Det som rör någon annan döljs, vilket en människa beslutar. Utdraget skrivs, lämnas ut och hämtas av kunden:',
});
const hidden = { id: `message#${message.id}`, third: 'masked', masks: [{ code: 'matter', passage: 'Bo Berg' }] };
await officer.patch(`${access}/findings`, { findings: [hidden] });
await officer.patch(`${access}/findings`, { where: { third: 'toReview' }, set: { third: 'none' } });
await officer.post(`${access}/report`, { language });
await until(
  () => officer.get(`${access}/report`),
  ({ report }) => report?.madeAt,
);
await officer.post(`${access}/steps`, { step: 'release' });
for (const { fileId } of (await admin.get(`${access}/report`)).report.files) {
  const { at, link } = await openFile(admin, client, fileId);
  show(`${link.name}: ${link.bytes} bytes`);
  if (at.endsWith('.json')) showReport(JSON.parse(readFileSync(at, 'utf8')));
}

say({ en: '6. The request is closed, with an answer for her:', sv: '6. Begäran avslutas, med ett svar till henne:' });
await closed(access, officer, 'carriedOut');

say({
  en: '7. Then she wants it gone. The client says so. What would go, what stays and what is out of reach is shown first:',
  sv: '7. Sedan vill hon att det raderas. Kunden säger till. Vad som försvinner, blir kvar och är utom räckhåll visas först:',
});
const erase = await logged(operator, {
  kind: 'erasure',
  language,
  who,
  text: { en: 'Erase it.', sv: 'Radera det.' }[language],
});
await officerPrepares(erase, officer, admin);
const asked = await officer.post(`${client}/erasures`, { what: 'person', requestId: erase.split('/').at(-1) });
const erasure = `${client}/erasures/${asked.id}`;
const counted = await until(
  () => officer.get(erasure),
  ({ state }) => state === 'asked',
);
show(`to be erased: ${counted.counted.counts.map(({ kind, count }: Json) => `${count} ${kind}`).join(', ')}`);
show(`kept: ${counted.kept.map(({ kind, until: day }: Json) => (day ? `${kind} until ${day}` : kind)).join(', ')}`);
show(`out of reach: ${counted.outOfReach.map(({ place }: Json) => place).join(', ')}`);

say({
  en: '8. The client has instructed it, the officer confirms it: two people. The certificate is checked without the service:',
  sv: '8. Kunden har gett instruktionen, den dataskyddsansvariga bekräftar: två personer. Intyget kontrolleras utan tjänsten:',
});
await officer.post(`${erasure}/confirmation`);
const done = await until(
  () => officer.get(erasure),
  ({ state }) => state === 'done',
);
show(
  ...run(
    'verify-certificate',
    save('certificate.json', await officer.get(`${client}/certificates/${done.certificateId}`)),
  ),
);
await closed(erase, officer, 'carriedOut');

say({
  en: '9. She asks once more. Beside her own requests there is nothing:',
  sv: '9. Hon frågar en gång till. Utöver det hon själv har begärt finns ingenting:',
});
const again = await logged(operator, {
  kind: 'access',
  language,
  who,
  text: { en: 'And now?', sv: 'Och nu?' }[language],
});
await officerPrepares(again, officer, admin);
await showFindings(again, officer);

say({
  en: '10. The client takes its register and its messages with it, in one file that is gone after seven days:',
  sv: '10. Kunden tar med sig register och meddelanden, i en fil som försvinner efter sju dagar:',
});
const { id: exportId } = await admin.post(`${client}/exports`, { what: ['register', 'messages'], why: 'clientAsked' });
const made = await until(
  () => admin.get(`${client}/exports/${exportId}`),
  ({ file }) => file,
);
const { at, link } = await openFile(admin, client, made.file.id);
show(`${link.name}, until ${made.file.endsAt}`);
for (const [name, bytes] of Object.entries(unzipSync(readFileSync(at)))) show(`  ${name}: ${bytes.length} bytes`);

say({
  en: '11. In the night the day is closed and signed. Who did what, the newest eight; all of them hold against their day:',
  sv: '11. På natten stängs och signeras dagen. Vem som har gjort vad, de åtta nyaste; alla rader stämmer med sin dag:',
});
const today = (await dev.now()).slice(0, 10);
// The next sweep tells the evidence of what was erased; an hour after midnight (UTC) the day is closed.
const sweptMs = Date.parse(await dev.now()) + 20 * 60_000;
await dev.clock(new Date(sweptMs).toISOString());
const midnightMs = Date.parse(new Date(sweptMs).toISOString().slice(0, 10)) + 24 * 3_600_000;
await dev.clock(new Date(midnightMs + 2 * 3_600_000).toISOString());
const rows = await admin.get(`${client}/audit?limit=100&from=${today}T00:00:00Z`);
for (const row of rows.items.slice(0, 8))
  show([row.at, row.role, row.act, row.detail ?? row.why ?? row.recordId].join('  '));
show(...run('verify-log', save('days.json', await officer.get('/audit-log?limit=31')), save('rows.json', rows)));

say({
  en: '12. And what was erased stands in the erasure log:',
  sv: '12. Och det som har raderats står i raderingsloggen:',
});
show(...run('verify-log', save('log.json', await admin.get('/erasure-log?limit=31'))));
forgetFolder();

function showReport({ title, sections, searched }: Json): void {
  show(title);
  for (const section of sections) {
    show(`  ${section.title}`);
    for (const { fields } of section.entries)
      show(`    ${fields.map(({ name, words }: Json) => `${name}: ${words}`).join('; ')}`);
  }
  show(`  ${searched.length} × ${{ en: 'searched, or why not', sv: 'genomsökt, eller varför inte' }[language]}`);
}
