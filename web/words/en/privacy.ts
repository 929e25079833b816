// Words of the privacy desk that its parts share, in English.
import { agreement } from '#web/words/en/privacy-agreement.ts';
import { audit } from '#web/words/en/privacy-audit.ts';
import { erasures } from '#web/words/en/privacy-erasures.ts';
import { exports } from '#web/words/en/privacy-exports.ts';
import { findings } from '#web/words/en/privacy-findings.ts';
import { ours } from '#web/words/en/privacy-ours.ts';
import { requests } from '#web/words/en/privacy-requests.ts';
import { why } from '#web/words/en/privacy-why.ts';
import type { Words } from '#web/words/words-shape.ts';

export const privacy: Words['privacy'] = {
  title: 'Privacy',
  parts: 'Parts of privacy',
  tabs: {
    agreement: 'Agreement',
    requests: 'Requests',
    exports: 'Export',
    erasures: 'Erasures and certificates',
    audit: 'Audit log',
  },
  inDays: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  daysAgo: (days) => (days === 1 ? 'yesterday' : `${days} days ago`),
  download: 'Download',
  downloadOf: (format, what) => `Download ${format}, ${what}`,
  fetching: (percent) => `Downloading, ${percent}%`,
  downloaded: (name) => `${name} is downloaded.`,
  damaged: 'The file did not arrive whole. Download it again.',
  notFetched: 'The file cannot be downloaded right now. Try again.',
  fileGone: 'The file is erased. Make a new one.',
  fileEnds: (when) => `Erased ${when}.`,
  formats: { json: 'JSON', pdf: 'PDF', zip: 'ZIP' },
  formatHints: { json: 'for computers', pdf: 'to read', zip: 'everything in one file' },
  bytes: (size, unit) => `${size} ${unit}`,
  waiting: 'Waiting for its turn',
  worked: (done, total) => `${done} of ${total}`,
  workedSoFar: (done) => `${done} so far`,
  stopped: 'It stopped on the way, and a supervisor has been told. Try once more.',
  conflict: 'Somebody else has changed it since you opened it. What you wrote is kept: read it through and save again.',
  mergedSaved: 'Saved. Somebody else changed it at the same time: both changes are in it.',
  clash:
    'Somebody else has changed the same. Theirs stands at the field, and what you wrote is still there. Save again for yours to hold.',
  theirs: (value) => `Somebody else has written: ${value}`,
  theirsEmpty: 'Somebody else has emptied it.',
  draftKept: 'What you wrote then is kept.',
  discard: 'Discard',
  saved: 'Saved.',
  needed: 'This is needed.',
  wrong: {
    other: 'Write this anew: it is empty, too long, or has characters that cannot be kept.',
    who: 'Write something about who it is, or what the person says.',
    names: 'Write one name on each line, 20 at most.',
    phones: 'Write one whole number on each line, with its area or country code. 20 at most.',
    emails: 'Write one whole e-mail address on each line, with @ and domain. 20 at most.',
    email: 'Write a whole e-mail address, with @ and domain.',
    phone: 'Write the number on one line, 40 characters at most.',
    organisationNumber: 'Check the digits of the registration number: there are ten.',
    country: 'Write the two letters of the country, for example SE.',
    receivedAt: 'Choose a day that has been, a year ago at most.',
    keepDays: 'Write a whole number from 30 to 365.',
    holdsFrom: 'Choose a day at least 31 days ahead, or leave the field empty.',
  },
  wrongAt: (place, text) => `No. ${place}: ${text}`,
  agreement,
  audit,
  erasures,
  exports,
  findings,
  ours,
  requests,
  why,
};
